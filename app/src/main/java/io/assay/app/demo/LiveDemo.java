package io.assay.app.demo;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.config.Settings;
import io.assay.app.system.Surroundings;
import io.assay.core.call.CallRules;
import io.assay.core.flow.CallFlow;
import io.assay.core.message.ChannelId;
import io.assay.core.message.EventKind;
import io.assay.core.message.MessageEvent;
import io.assay.core.output.Report;
import io.assay.core.output.TrackRecord;
import io.assay.core.reputation.Judged;
import io.assay.core.reputation.Verdict;
import io.assay.runtime.Criticality;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import io.assay.runtime.task.TaskSpec;
import io.assay.sim.crowd.Scenario;
import io.assay.sim.play.World;
import io.assay.sim.truth.Skill;
import io.assay.sim.truth.Truth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A simulated world for the live system: what stands in for the outside, the clock that it goes
/// by, and a guest that tells a terminal what happens and, at the world's end, what was found out
/// beside what is true.
public final class LiveDemo {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  /// One line in so many milliseconds tells of calls: a terminal is read by people.
  private static final long BETWEEN_CALLS = 1_500;

  private final World world;
  private final WorldTime time;
  private final WorldOutside outside;
  private final Consumer<String> terminal;
  private final CompletableFuture<List<Skill>> truth;
  private final Map<ChannelId, Verdict> verdicts = new HashMap<>();
  private final long began = System.nanoTime();
  private long lastCall;

  /// A demonstration.
  ///
  /// @param speed seconds of the world in one of ours
  /// @param terminal told of what happens, a line or a table at a time
  public LiveDemo(Scenario scenario, double speed, Consumer<String> terminal) {
    this.terminal = terminal;
    world = World.of(scenario);
    time = new WorldTime(scenario.from());
    outside = new WorldOutside(world, time, speed, this::tellCall);
    truth = CompletableFuture.supplyAsync(() -> Truth.of(world.crowd(), CallRules.DEFAULT));
  }

  /// The surroundings of a system that is to live in this world.
  public Surroundings surround(Surroundings real, Settings settings) {
    Path books = settings.books();
    Task guest = context -> watch(books, context);
    TaskSpec task =
        TaskSpec.of("demonstration", () -> guest)
            .with(Criticality.OPTIONAL)
            .with(Duration.ofMinutes(5));
    Crew crew = new Crew("demonstration", Crew.Strategy.ONE_FOR_ONE, List.of(task));
    return real.with(time).in(outside).with(List.of(crew));
  }

  private void tellCall(List<MessageEvent> posts) {
    long now = System.nanoTime() / 1_000_000;
    if (now - lastCall >= BETWEEN_CALLS) {
      lastCall = now;
      MessageEvent post =
          posts.stream().filter(LiveDemo::hasWords).findFirst().orElse(posts.getFirst());
      String title = world.crowd().titles().getOrDefault(post.chat(), post.chat().toString());
      String words = post.content().text().replaceAll("\\s+", " ");
      String shown = words.length() <= 60 ? words : words.substring(0, 60) + "…";
      terminal.accept(TIME.format(post.at()) + "  " + title + ": " + shown);
    }
  }

  private static boolean hasWords(MessageEvent event) {
    return event.kind() == EventKind.POSTED;
  }

  private void watch(Path books, TaskContext context) throws InterruptedException {
    boolean told = false;
    while (context.rest(LOOK)) {
      boolean over = outside.over().getCount() == 0;
      if (!told) {
        Report report = report(books);
        tellVerdicts(report);
        if (over) {
          tellEnd(report);
          told = true;
        }
        context.worked(1);
      }
    }
  }

  private static Report report(Path file) {
    try (SqliteBooks books = SqliteBooks.openReadOnly(file)) {
      Report[] report = new Report[1];
      books.view(() -> report[0] = Report.of(books.ledger(), CallFlow.VERSION));
      return report[0];
    }
  }

  private void tellVerdicts(Report report) {
    for (TrackRecord track : report.channels()) {
      if (track.judgement() instanceof TrackRecord.Judgement.Made(Judged judged)) {
        ChannelId channel = track.account().channel();
        Verdict before = verdicts.put(channel, judged.verdict());
        boolean was = before == Verdict.BETTER || before == Verdict.WORSE;
        boolean is = judged.verdict() == Verdict.BETTER || judged.verdict() == Verdict.WORSE;
        if (before != judged.verdict() && (was || is)) {
          terminal.accept(
              "%s  %s is %s after %d calls"
                  .formatted(
                      TIME.format(time.instant()),
                      track.account().title(),
                      words(judged.verdict()),
                      judged.sample().n()));
        }
      }
    }
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case BETTER -> "BETTER than luck";
      case WORSE -> "WORSE than luck";
      case LUCK -> "no longer told apart from LUCK";
      case UNPROVEN -> "UNPROVEN again";
    };
  }

  private void tellEnd(Report report) {
    Findings findings = new Findings(world, truth.join(), report);
    double seconds = (System.nanoTime() - began) / 1e9;
    terminal.accept("\n" + new FindingsText(findings, seconds).text().stripTrailing());
    terminal.accept("\nThis world is at its end. Its pages stay until Ctrl-C.");
  }
}
