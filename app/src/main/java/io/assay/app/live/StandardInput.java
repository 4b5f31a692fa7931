package io.assay.app.live;

import io.assay.adapters.export.ExportStream;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Hears messages from a pipe, one a line, until it ends. What was read is held until it is
/// journaled; a full queue holds the pipe back. The pipe itself is read on a thread of its own,
/// since nothing can wake a read that waits.
public final class StandardInput implements Task {
  private static final String ORIGIN = "standard_input";
  private static final int QUEUE = 1_000;
  private static final int BATCH = 200;
  private static final long LOOK_MILLIS = 200;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Pipe pipe;
  private final LiveIntake intake;
  private final DeadLetters letters;
  private final Time time;

  /// A pipe and what has been read from it: outlives the task's generations, since nobody can read
  /// a pipe twice.
  public static final class Pipe implements MessageSource.Listener {
    private final InputStream in;
    private final BlockingQueue<Told> told = new ArrayBlockingQueue<>(QUEUE);
    private boolean started;

    public Pipe(InputStream in) {
      this.in = in;
    }

    private synchronized void start() {
      if (!started) {
        started = true;
        Thread.ofPlatform().name("assay-pipe").daemon().start(this::read);
      }
    }

    private void read() {
      try {
        new ExportStream(in, "standard input").tell(this);
        put(new Told.End());
      } catch (IOException | RuntimeException e) {
        put(new Told.Flawed(new Flaw("standard input", 0, -1, Fault.lineOf(e))));
        put(new Told.End());
      }
    }

    private void put(Told one) {
      try {
        told.put(one);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

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
      put(new Told.Flawed(flaw));
    }
  }

  /// What was read.
  private sealed interface Told {
    record Heard(MessageEvent event) implements Told {}

    record Flawed(Flaw flaw) implements Told {}

    record End() implements Told {}
  }

  public StandardInput(Pipe pipe, LiveIntake intake, DeadLetters letters, Time time) {
    this.pipe = pipe;
    this.intake = intake;
    this.letters = letters;
    this.time = time;
  }

  @Override
  public void run(TaskContext context) throws Exception {
    pipe.start();
    List<MessageEvent> batch = new ArrayList<>(BATCH);
    boolean more = true;
    while (more && !context.isStopping()) {
      Told one = pipe.told.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      while (one != null && batch.size() < BATCH && more) {
        more = take(one, batch);
        one = more && batch.size() < BATCH ? pipe.told.poll() : null;
      }
      hear(batch, context);
      context.beat();
    }
  }

  private boolean take(Told one, List<MessageEvent> batch) {
    switch (one) {
      case Told.Heard(MessageEvent event) -> batch.add(event);
      case Told.Flawed(Flaw flaw) ->
          letters.keep(
              new DeadLetter(
                  0,
                  ORIGIN,
                  "line " + flaw.line(),
                  flaw.cause(),
                  1,
                  time.instant(),
                  flaw.toString()));
      case Told.End() -> {
        return false;
      }
    }
    return true;
  }

  /// Waits for as long as it takes: what came from a pipe cannot be had again.
  private void hear(List<MessageEvent> batch, TaskContext context) throws InterruptedException {
    while (!batch.isEmpty()) {
      try {
        intake.hear(Lane.LIVE, batch, context::beat);
        context.worked(batch.size());
        batch.clear();
      } catch (Fault e) {
        context.degraded(Fault.lineOf(e));
        if (!context.rest(AGAIN)) {
          return;
        }
        context.recovered();
      }
    }
  }
}
