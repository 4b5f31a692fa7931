package io.assay.app.cli;

import io.assay.runtime.Backoff;
import io.assay.runtime.Criticality;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.RestartPolicy;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import io.assay.runtime.task.TaskSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine;

/// The real process with guests that misbehave: `ChaosHouse MISCHIEF,… -c FILE`.
public final class ChaosHouse {
  private static final Duration HEARTBEAT = Duration.ofMillis(300);
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final RestartPolicy EAGER =
      new RestartPolicy(
          1_000,
          Duration.ofMinutes(1),
          new Backoff.Policy(Duration.ofMillis(50), true, Duration.ofMillis(200)));

  private ChaosHouse() {}

  /// What a guest does.
  enum Mischief {
    THROW,
    HANG,
    SPIN,
    LEAK,
    LIE,
    /// Keeps as many MiB as the file that `assay.hoard` names says.
    HOARD,
    /// Would not end when it is told to.
    CLING
  }

  public static void main(String[] words) {
    List<TaskSpec> guests =
        Stream.of(words[0].split(","))
            .filter(word -> !word.isBlank())
            .map(Mischief::valueOf)
            .map(ChaosHouse::guest)
            .toList();
    Crew crew = new Crew("chaos", Crew.Strategy.ONE_FOR_ONE, guests);
    List<String> rest = List.of(words).subList(1, words.length);
    int code = new CommandLine(new RunCommand(List.of(crew))).execute(rest.toArray(String[]::new));
    System.exit(code);
  }

  private static TaskSpec guest(Mischief mischief) {
    String name = mischief.name().toLowerCase(Locale.ROOT);
    return TaskSpec.of(name, () -> task(mischief))
        .with(Criticality.OPTIONAL)
        .with(mischief == Mischief.HOARD ? PATIENT : HEARTBEAT)
        .with(EAGER);
  }

  private static Task task(Mischief mischief) {
    return switch (mischief) {
      case THROW ->
          context -> {
            context.rest(Duration.ofMillis(100));
            throw new IllegalStateException("thrown on purpose");
          };
      case HANG -> _ -> new CountDownLatch(1).await();
      case SPIN -> ChaosHouse::spin;
      case LEAK -> ChaosHouse::leak;
      case LIE ->
          context -> {
            while (context.rest(Duration.ofMillis(50))) {
              context.beat(); // and does nothing
            }
          };
      case HOARD -> ChaosHouse::hoard;
      case CLING -> ChaosHouse::cling;
    };
  }

  /// Neither beats nor listens until it has been left behind.
  private static void spin(TaskContext context) {
    while (context.isCurrent()) {
      Thread.onSpinWait();
    }
  }

  private static void leak(TaskContext context) throws InterruptedException {
    List<byte[]> kept = new ArrayList<>();
    while (context.rest(Duration.ofMillis(5))) {
      kept.add(new byte[1 << 20]);
      context.worked(kept.size());
    }
  }

  /// Leaves garbage too, so that the heap is collected and counted again and again.
  private static void hoard(TaskContext context) throws InterruptedException, IOException {
    Path order = Path.of(System.getProperty("assay.hoard"));
    Deque<byte[]> kept = new ArrayDeque<>();
    while (context.rest(Duration.ofMillis(5))) {
      String words = Files.exists(order) ? Files.readString(order).strip() : "";
      int wanted = words.isEmpty() ? 0 : Integer.parseInt(words);
      while (kept.size() > wanted) {
        kept.removeLast();
      }
      kept.addFirst(new byte[1 << 20]);
      context.worked(kept.size());
    }
  }

  private static void cling(TaskContext context) {
    while (context.isCurrent()) {
      context.beat();
      Thread.interrupted();
      Thread.onSpinWait();
    }
  }
}
