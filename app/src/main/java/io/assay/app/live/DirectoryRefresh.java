package io.assay.app.live;

import io.assay.adapters.desk.Marks;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.directory.DirectoryChange;
import io.assay.core.directory.DirectoryDraft;
import io.assay.core.directory.FullDirectory;
import io.assay.core.flow.Live;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the token directory up to date: drafts one from the lists, and has the books adopt it
/// where it has changed and can be believed. Whatever goes wrong, the last good one stays in force
/// and the lists are asked again later.
public final class DirectoryRefresh implements Task {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryRefresh.class);
  private static final Duration AFTER_FAILURE = Duration.ofHours(1);
  private static final Duration WRITER = Duration.ofSeconds(60);

  private final Lists lists;
  private final Memory memory;
  private final Supplier<Duration> every;
  private final Lanes lanes;
  private final Time time;

  /// What a directory is drafted from.
  @FunctionalInterface
  public interface Lists {
    /// Drafts one.
    ///
    /// @param inForce what symbols mean now
    /// @param beat called while it works
    /// @throws Fault if it cannot be had
    DirectoryDraft draft(TokenDirectory inForce, Runnable beat) throws InterruptedException;
  }

  /// When the lists were asked last, for the next run of the system.
  public interface Memory {
    /// When these lists were; empty where they were not, or have become others since.
    ///
    /// @throws Fault if that cannot be told
    Optional<Instant> last();

    /// Notes that they were, and came to a directory that is in force.
    ///
    /// @throws Fault if that cannot be noted
    void refreshed(Instant at);
  }

  /// A memory on the desk.
  ///
  /// @param lists which lists they are, in words
  public record OnDesk(Marks marks, Supplier<String> lists) implements Memory {
    private static final String NAME = "directory_refresh";

    @Override
    public Optional<Instant> last() {
      return marks.last(NAME, lists.get());
    }

    @Override
    public void refreshed(Instant at) {
      marks.keep(NAME, lists.get(), at);
    }
  }

  /// Drafts from these lists.
  ///
  /// @param every how often, as configured at that moment
  public DirectoryRefresh(
      Lists lists, Memory memory, Supplier<Duration> every, Lanes lanes, Time time) {
    this.lists = lists;
    this.memory = memory;
    this.every = every;
    this.lanes = lanes;
    this.time = time;
  }

  @Override
  public void run(TaskContext context) throws Exception {
    Duration left = untilDue(context);
    boolean more = left.isZero() || context.rest(left);
    while (more) {
      String trouble = refresh(context);
      Duration usual = every.get();
      if (trouble.isEmpty()) {
        context.recovered();
        more = context.rest(usual);
      } else {
        LOG.warn("the token directory stays as it is: {}", trouble);
        context.degraded("the token directory stays as it is: " + trouble);
        more = context.rest(usual.compareTo(AFTER_FAILURE) < 0 ? usual : AFTER_FAILURE);
      }
    }
  }

  /// How long the directory in force is still fresh: what an earlier run had of the same lists
  /// counts, where the books still have it.
  private Duration untilDue(TaskContext context) throws InterruptedException {
    try {
      Instant now = time.instant();
      Instant last = memory.last().filter(it -> !it.isAfter(now)).orElse(Instant.MIN);
      boolean kept =
          last.isAfter(Instant.MIN)
              && lanes.call(Lane.BULK, Live::directory, WRITER, context::beat)
                  instanceof FullDirectory;
      Duration left = kept ? Duration.between(now, last.plus(every.get())) : Duration.ZERO;
      return left.isNegative() ? Duration.ZERO : left;
    } catch (Fault fault) {
      LOG.warn("the lists of the token directory are asked anew: {}", Fault.lineOf(fault));
      return Duration.ZERO;
    }
  }

  /// Why it could not be done; empty where it was.
  private String refresh(TaskContext context) throws InterruptedException {
    try {
      TokenDirectory inForce = lanes.call(Lane.BULK, Live::directory, WRITER, context::beat);
      Instant begun = time.instant();
      switch (DirectoryChange.of(inForce, lists.draft(inForce, context::beat))) {
        case DirectoryChange.Refused(String why) -> {
          return why;
        }
        case DirectoryChange.None _ -> {}
        case DirectoryChange.Sane sane -> adopt(sane, context);
      }
      memory.refreshed(begun);
      return "";
    } catch (Fault fault) {
      return Fault.lineOf(fault);
    }
  }

  private void adopt(DirectoryChange.Sane sane, TaskContext context) throws InterruptedException {
    byte[] text = sane.directory().text();
    lanes.call(Lane.BULK, live -> live.adopt(time.instant(), text), WRITER, context::beat);
    context.worked(1);
    LOG.info("another token directory is in force: {}", sane);
  }
}
