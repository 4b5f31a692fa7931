package io.assay.app.live;

import io.assay.core.asset.TokenDirectory;
import io.assay.core.directory.DirectoryChange;
import io.assay.core.directory.DirectoryDraft;
import io.assay.core.flow.Live;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.time.Duration;
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

  /// Drafts from these lists.
  ///
  /// @param every how often, as configured at that moment
  public DirectoryRefresh(Lists lists, Supplier<Duration> every, Lanes lanes, Time time) {
    this.lists = lists;
    this.every = every;
    this.lanes = lanes;
    this.time = time;
  }

  @Override
  public void run(TaskContext context) throws Exception {
    boolean more = true;
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

  /// Why it could not be done; empty where it was.
  private String refresh(TaskContext context) throws InterruptedException {
    try {
      TokenDirectory inForce = lanes.call(Lane.BULK, Live::directory, WRITER, context::beat);
      return switch (DirectoryChange.of(inForce, lists.draft(inForce, context::beat))) {
        case DirectoryChange.None _ -> "";
        case DirectoryChange.Refused(String why) -> why;
        case DirectoryChange.Sane sane -> {
          adopt(sane, context);
          yield "";
        }
      };
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
