package io.assay.app.live;

import io.assay.adapters.export.ExportStream;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears messages from a pipe, one a line, until it ends. What was read is held until it is
/// journaled; a full queue holds the pipe back. Lines that cannot be understood are dead letters.
public final class StandardInput implements Task {
  /// What lines that could not be understood are called among the dead letters.
  public static final String ORIGIN = "standard_input";

  /// So many letters one pipe may leave; the rest is only counted.
  static final int MOST_LETTERS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(StandardInput.class);
  private static final int BATCH = 200;
  private static final long LOOK_MILLIS = 200;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Pipe pipe;
  private final LiveIntake intake;
  private final DeadLetters letters;
  private final Time time;

  /// A pipe and what has been read from it and not been journaled yet. It outlives the task's
  /// generations, since nobody can read a pipe twice, and is read on a thread of its own, since
  /// nothing can wake a read that waits.
  public static final class Pipe {
    private static final String NAME = "standard input";
    private static final int QUEUE = 1_000;

    private final RecentLines in;
    private final BlockingQueue<Told> told = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicReference<List<MessageEvent>> held = new AtomicReference<>(List.of());
    private volatile Instant begun = Instant.EPOCH;
    private volatile boolean ended;
    private final AtomicLong flaws = new AtomicLong();
    private boolean started;

    public Pipe(InputStream in) {
      this.in = new RecentLines(in);
    }

    private synchronized void start(Instant now) {
      if (!started) {
        started = true;
        begun = now;
        Thread.ofPlatform().name("assay-pipe").daemon().start(this::read);
      }
    }

    private void read() {
      Queueing listener = new Queueing(told, in);
      try {
        new ExportStream(in, NAME).tell(listener);
      } catch (IOException | RuntimeException e) { // however it ends, somebody waits for its end
        listener.flawed(new Flaw(NAME, 0, -1, Fault.lineOf(e)));
      }
      listener.put(new Told.End());
    }
  }

  /// What was read.
  private sealed interface Told {
    record Heard(MessageEvent event) implements Told {}

    /// @param line as it came, or what is known of it
    record Flawed(Flaw flaw, String line) implements Told {}

    record End() implements Told {}
  }

  /// Puts into a queue what it is told, and waits while that is full.
  private record Queueing(BlockingQueue<Told> queue, RecentLines lines)
      implements MessageSource.Listener {
    @Override
    public void heard(MessageEvent event) {
      put(new Told.Heard(event));
    }

    @Override
    public void named(ChannelId channel, String title) {
      // a line is no history: it does not name its channel
    }

    @Override
    public void flawed(Flaw flaw) {
      String line = lines.at(flaw.offset());
      put(new Told.Flawed(flaw, line == null ? flaw.toString() : line));
    }

    private void put(Told one) {
      try {
        queue.put(one);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("nobody takes what is read", e);
      }
    }
  }

  public StandardInput(Pipe pipe, LiveIntake intake, DeadLetters letters, Time time) {
    this.pipe = pipe;
    this.intake = intake;
    this.letters = letters;
    this.time = time;
  }

  @Override
  public void run(TaskContext context) throws Exception {
    pipe.start(time.instant());
    hear(pipe.held.get(), context); // what an earlier generation left
    while (!pipe.ended && !context.isStopping()) {
      gather();
      hear(pipe.held.get(), context);
      context.beat();
    }
  }

  /// Holds what there is, up to a batch; waits a little for the first.
  private void gather() throws InterruptedException {
    List<MessageEvent> batch = new ArrayList<>();
    try {
      Told one = pipe.told.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      while (one != null) {
        switch (one) {
          case Told.Heard(MessageEvent event) -> batch.add(event);
          case Told.Flawed(Flaw flaw, String line) -> bury(flaw, line);
          case Told.End() -> end();
        }
        one = batch.size() < BATCH ? pipe.told.poll() : null;
      }
    } finally {
      pipe.held.set(List.copyOf(batch));
    }
  }

  private void end() {
    pipe.ended = true;
    LOG.info("standard input has ended; {} of its lines could not be understood", pipe.flaws);
  }

  private void bury(Flaw flaw, String line) {
    if (pipe.flaws.incrementAndGet() <= MOST_LETTERS) {
      String item = "line %d of what began at %s".formatted(flaw.line(), pipe.begun);
      letters.keep(new DeadLetter(0, ORIGIN, item, flaw.cause(), 1, time.instant(), line));
    }
  }

  /// Waits for as long as it takes: what came from a pipe cannot be had again.
  private void hear(List<MessageEvent> batch, TaskContext context) throws InterruptedException {
    boolean heard = batch.isEmpty();
    while (!heard) {
      try {
        intake.hear(Lane.LIVE, batch, context::beat);
        heard = true;
      } catch (Fault e) {
        if (e.kind() != ErrorKind.TEMPORARY) {
          throw e;
        }
        context.degraded(Fault.lineOf(e));
        if (!context.rest(AGAIN)) {
          LOG.warn("{} messages of standard input were read and are not journaled", batch.size());
          return;
        }
        context.recovered();
      }
    }
    context.worked(batch.size());
    pipe.held.compareAndSet(batch, List.of());
  }
}
