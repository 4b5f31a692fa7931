package io.assay.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.adapters.desk.SqliteDesk;
import io.assay.adapters.sqlite.BooksException;
import io.assay.app.api.SystemView;
import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import io.assay.runtime.Criticality;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import io.assay.runtime.Time;
import io.assay.runtime.life.ExitStatus;
import io.assay.runtime.life.StartFailure;
import io.assay.runtime.life.StopReport;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.RestartPolicy;
import io.assay.runtime.task.TaskSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of a whole system in this process.
class AssayIT {
  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  private Path config(String more) throws IOException {
    Path file = folder.resolve("assay.yml");
    Files.writeString(file, "web:\n  port: 0\nlogging:\n  console: false\n" + more);
    return file;
  }

  private Settings settings(Path file, Path data) {
    return ((Loaded.Fine) load(file, data)).settings();
  }

  private static Loaded load(Path file, Path data) {
    return Configuration.load(
        file, Map.of("ASSAY_DATA_DIRECTORY", data.toString(), "ASSAY_PRICES_ONLINE", "false"));
  }

  private Assay open(String name) throws IOException {
    return open(name, "");
  }

  private Assay open(String name, String more) throws IOException {
    Path file = config(more);
    Path data = folder.resolve(name);
    return Assay.open(settings(file, data), Surroundings.of(() -> load(file, data)));
  }

  private int status(Assay assay, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(assay.url() + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void start_isReady_andStop_givesEverythingBack() throws Exception {
    Assay assay = open("data");
    assay.start();
    assertThat(status(assay, "/health/ready")).isEqualTo(200);
    assertThat(status(assay, "/metrics")).isEqualTo(200);
    assertThat(assay.health().identity().condition()).isEqualTo(SystemView.Condition.READY);
    StopReport report = assay.stop();
    assertThat(report.isClean()).as(report.toString()).isTrue();
    assertThat(report.steps().getFirst().name()).isEqualTo("drain guests");
    assertThat(report.steps()).extracting(StopReport.Step::name).contains("release ledger");
    assertThat(folder.resolve("data/assay.url")).doesNotExist();
    assertThat(folder.resolve("data/assay.db.lock")).doesNotExist();
  }

  @Test
  void start_tasksOfUpkeep_areAllOnesThatCanBeDoneWithout() throws Exception {
    try (Assay assay = open("data", "system:\n  performance_monitoring: false\n")) {
      assay.start();
      assertThat(assay.health().tasks().tasks())
          .filteredOn(task -> task.crew().equals("upkeep"))
          .hasSizeGreaterThan(5)
          .allSatisfy(task ->
              assertThat(task.criticality()).as(task.name()).isNotEqualTo(Criticality.CRITICAL))
          .extracting(SystemView.Task::name)
          .doesNotContain("statistics");
    }
  }

  @Test
  void aDeadLetter_isAnAlertThatNamesTheNumberItIsAbove() throws Exception {
    Files.createDirectory(folder.resolve("data"));
    try (SqliteDesk desk = SqliteDesk.open(folder.resolve("data/desk.db"))) {
      desk.deadLetters().keep(new DeadLetter(0, "inbox", "x", "y", 1, Instant.EPOCH, "z"));
    }
    try (Assay assay = open("data", "alerts:\n  evaluation_interval: 1\n")) {
      assay.start();
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (assay.health().alerts().alerts().isEmpty() && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(assay.health().alerts().alerts())
          .extracting(SystemView.Alert::summary)
          .contains("dead_letters is 1, above 0: see assay dlq list");
    }
  }

  @Test
  void stop_again_saysTheSame() throws Exception {
    Assay assay = open("data");
    assay.start();
    StopReport first = assay.stop();
    assertThat(assay.stop()).isSameAs(first);
    assay.close();
  }

  @Test
  void stop_withoutAStart_givesTheDirectoryBack() throws Exception {
    open("data").close();
    open("data").close();
  }

  @Test
  void start_twice_isRefused() throws Exception {
    try (Assay assay = open("data")) {
      assay.start();
      assertThatThrownBy(assay::start).isInstanceOf(IllegalStateException.class);
      assertThat(status(assay, "/health/ready")).isEqualTo(200);
    }
  }

  @Test
  void two_inOneProcess_doNotDisturbEachOther() throws Exception {
    try (Assay one = open("one");
        Assay other = open("other")) {
      one.start();
      other.start();
      assertThat(one.url()).isNotEqualTo(other.url());
      one.stop();
      assertThat(status(other, "/health/ready")).isEqualTo(200);
    }
  }

  @Test
  void two_onOneDirectory_areRefused() throws Exception {
    try (Assay assay = open("data")) {
      assertThatThrownBy(() -> open("data")).isInstanceOf(BooksException.Taken.class);
      assay.start();
      assertThat(status(assay, "/health/ready")).isEqualTo(200);
    }
  }

  @Test
  void start_onAPortInUse_isUndone_andSaysWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path file = folder.resolve("taken.yml");
      Files.writeString(file, "web:\n  port: " + taken.getLocalPort() + "\n");
      Path data = folder.resolve("data");
      Assay assay = Assay.open(settings(file, data), Surroundings.of(() -> load(file, data)));
      assertThatThrownBy(assay::start)
          .isInstanceOfSatisfying(
              StartFailure.class,
              e -> {
                assertThat(e.status()).isEqualTo(ExitStatus.TRY_AGAIN);
                assertThat(e).hasMessageContaining("web.port");
              });
      assay.close();
    }
    open("data").close();
  }

  @Test
  void stop_whileItStarts_endsBoth() throws Exception {
    for (int i = 0; i < 3; i++) {
      Assay assay = open("race" + i);
      AtomicReference<Throwable> failure = new AtomicReference<>();
      Thread starting =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  assay.start();
                } catch (Exception e) {
                  failure.set(e);
                }
              });
      assay.stop();
      starting.join();
      assertThat(failure.get())
          .satisfiesAnyOf(
              e -> assertThat(e).isNull(),
              e -> assertThat(e).isInstanceOf(StartFailure.class),
              e -> assertThat(e).isInstanceOf(IllegalStateException.class));
      open("race" + i).close();
    }
  }

  @Test
  void reload_thatIsWrong_changesNothing_andOneThatIsFine_changesAllOfIt() throws Exception {
    try (Assay assay = open("data")) {
      assay.start();
      assertThat(assay.controls().reload().changed()).isEmpty();
      config("resources:\n  trim_at: 0.6\n");
      assertThat(assay.controls().reload().changed()).containsExactly("resources.trim_at");
      config("resources:\n  trim_at: bananas\n");
      assertThatThrownBy(() -> assay.controls().reload())
          .isInstanceOf(Fault.class)
          .hasMessageContaining("trim_at");
      config("resources:\n  trim_at: 0.5\n  disk_clean_at: 0.99\n");
      assertThatThrownBy(() -> assay.controls().reload())
          .isInstanceOf(Fault.class)
          .hasMessageContaining("disk_clean_at");
      config("resources:\n  trim_at: 0.5\nalerts:\n  heartbeat:\n    url: https://example.org/\n");
      assertThatThrownBy(() -> assay.controls().reload())
          .isInstanceOf(Fault.class)
          .hasMessageContaining("needs a restart: alerts.heartbeat.url");
      config("system:\n  stop_timeout: 9\nresources:\n  trim_at: 0.5\n");
      assertThatThrownBy(() -> assay.controls().reload())
          .isInstanceOf(Fault.class)
          .hasMessageContaining("system.stop_timeout");
      config("resources:\n  trim_at: 0.6\n");
      assertThat(assay.controls().reload().changed()).isEmpty();
    }
  }

  @Test
  void aWallClockThatJumps_ordersNothing() throws Exception {
    AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    Path file = config("");
    Path data = folder.resolve("data");
    Surroundings around = Surroundings.of(() -> load(file, data)).with(new JumpingTime(offset));
    try (Assay assay = Assay.open(settings(file, data), around)) {
      assay.start();
      post(assay, 1);
      offset.set(Duration.ofDays(-400));
      post(assay, 2);
      offset.set(Duration.ofDays(400));
      post(assay, 3);
      assertThat(status(assay, "/health/ready")).isEqualTo(200);
      assertThat(assay.health().tasks().tasks())
          .filteredOn(task -> task.name().equals("message_processing"))
          .allSatisfy(task -> assertThat(task.tally().generation()).isEqualTo(1));
    }
    try (var books = io.assay.adapters.sqlite.SqliteBooks.openReadOnly(data.resolve("assay.db"))) {
      assertThat(io.assay.core.flow.Audit.of(books).findings()).isEmpty();
      assertThat(books.seen().size()).isEqualTo(3);
    }
  }

  /// The machine's clocks, the wall clock set elsewhere.
  private record JumpingTime(AtomicReference<Duration> offset) implements Time {
    @Override
    public Instant instant() {
      return Time.SYSTEM.instant().plus(offset.get());
    }

    @Override
    public long nanos() {
      return Time.SYSTEM.nanos();
    }

    @Override
    public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
      return Time.SYSTEM.await(latch, atMost);
    }
  }

  private void post(Assay assay, int id) throws Exception {
    String token = Files.readString(folder.resolve("data/token")).strip();
    String line =
        "{\"chat\":-1001234567890,\"id\":%d,\"date\":1767225600,\"text\":\"number %d\"}\n"
            .formatted(id, id);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(assay.url() + "/api/v1/messages"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(line))
            .build();
    var response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @Test
  void aCriticalGuestThatCannotBeHelped_endsTheSystemInOrder() throws Exception {
    CountDownLatch collapsed = new CountDownLatch(1);
    Path file = config("");
    Path data = folder.resolve("data");
    TaskSpec hopeless =
        TaskSpec.of(
                "hopeless",
                () ->
                    _ -> {
                      throw new IllegalStateException("on purpose");
                    })
            .with(new RestartPolicy(0, Duration.ofMinutes(1), RestartPolicy.DEFAULT.backoff()));
    Surroundings around =
        Surroundings.of(() -> load(file, data))
            .with(List.of(new Crew("hopeless", Crew.Strategy.ONE_FOR_ONE, List.of(hopeless))));
    try (Assay assay = Assay.open(settings(file, data), around)) {
      AtomicReference<ExitStatus> status = new AtomicReference<>();
      var _ =
          assay
              .collapse()
              .thenAccept(end -> {
                status.set(end);
                collapsed.countDown();
              });
      assay.start();
      assertThat(collapsed.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(status.get()).isEqualTo(ExitStatus.BUG);
      assertThat(assay.health().tasks().tasks())
          .filteredOn(task -> task.name().equals("hopeless"))
          .allSatisfy(task ->
              assertThat(task.standing().state())
                  .isEqualTo(new State.GaveUp("", Instant.MAX).word()));
      assertThat(assay.stop().isClean()).isTrue();
    }
  }
}
