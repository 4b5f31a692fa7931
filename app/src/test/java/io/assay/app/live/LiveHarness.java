package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.ledger.EntryBytes;
import io.assay.core.ledger.JournalEntry;
import io.assay.core.ledger.Want;
import io.assay.core.message.MessageEvent;
import io.assay.runtime.MemoryDeadLetters;
import io.assay.runtime.State;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.Supervisor;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskSpec;
import io.assay.runtime.task.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// The flow over books in memory, with tasks on threads of their own and time that stands.
final class LiveHarness {
  static final String WRITER = "message_processing";
  private static final Duration AMPLE = Duration.ofSeconds(60);

  final RestTime time = new RestTime();
  final FragileBooks books = new FragileBooks();
  final AtomicInteger openings = new AtomicInteger();
  final Lanes lanes = new Lanes(time);
  final MemoryDeadLetters letters = new MemoryDeadLetters();
  final MessageLetters messageLetters = new MessageLetters(letters, lanes, time);
  final BooksGauge gauge = new BooksGauge();
  final FigureNotes figures = new FigureNotes();
  final Valve shortage = new Valve();
  final LiveIntake intake = new LiveIntake(lanes, shortage::closed, messageLetters, figures, time);
  final Valve backfill = new Valve();

  private final Supervisor supervisor =
      new Supervisor(
          time, new SplittableRandom(1), Supervisor.Settings.DEFAULT, new Disinterested());
  private final List<String> started = new ArrayList<>();

  private static final class Disinterested implements Supervisor.Watch {
    @Override
    public void recovered(String task, Duration took) {}

    @Override
    public void collapsed(String cause) {}
  }

  /// Starts the writer.
  Running startWriter() {
    MessageProcessing.Opening opening =
        _ -> {
          openings.incrementAndGet();
          return books;
        };
    return start(WRITER, new MessageProcessing(opening, lanes, messageLetters, gauge, time));
  }

  /// Starts a task, which nobody starts again when it ends.
  Running start(String name, Task task) {
    Running running = new Running(task);
    TaskSpec spec = TaskSpec.of(name, () -> running);
    supervisor.start(new Crew(name, Crew.Strategy.ONE_FOR_ONE, List.of(spec)));
    started.add(name);
    return running;
  }

  State state(String name) {
    return view(name).state();
  }

  /// How much it has done.
  long worked(String name) {
    return view(name).tally().worked();
  }

  private TaskView view(String name) {
    return supervisor.tasks().stream()
        .filter(view -> view.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// Has a task end, and waits for it.
  void stop(String name) throws InterruptedException {
    started.remove(name);
    supervisor.stop(name, AMPLE);
    time.forgetRests(); // the supervisor's own
  }

  /// Has the writer run an errand.
  <R> R call(Errand<R> errand) throws InterruptedException {
    return lanes.call(Lane.LIVE, errand, AMPLE, () -> {});
  }

  /// How many entries the journal has.
  long entries() throws InterruptedException {
    return call(_ -> books.journal().head().entries());
  }

  /// How many questions the fold has asked and nobody answered.
  long openWants() throws InterruptedException {
    List<Want> wants = call(live -> live.dueWants(Instant.MAX, Integer.MAX_VALUE));
    return wants.size();
  }

  /// The message events that are journaled, in their order.
  List<MessageEvent> journaled() throws InterruptedException {
    return call(_ -> {
      List<MessageEvent> heard = new ArrayList<>();
      books.journal().read(block -> block.entries().forEach(entry -> addIfHeard(entry, heard)));
      return heard;
    });
  }

  private static void addIfHeard(byte[] entry, List<MessageEvent> heard) {
    if (EntryBytes.parse(entry) instanceof JournalEntry.Heard(MessageEvent event)) {
      heard.add(event);
    }
  }

  /// Waits until something that other threads do has come about.
  static void until(BooleanSupplier done) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    int looks = 0;
    while (!done.getAsBoolean()) {
      assertThat(looks++).as("looks until it has come about").isLessThan(240_000);
      assertThat(never.await(1, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  /// Has everything end that was started.
  void close() throws InterruptedException {
    books.ledgerFails = false;
    books.storeFails = false;
    for (String name : List.copyOf(started.reversed())) {
      stop(name);
    }
  }
}
