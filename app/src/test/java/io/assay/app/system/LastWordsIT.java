package io.assay.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.assay.adapters.desk.SqliteDesk;
import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.runtime.Criticality;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.health.Vitals;
import io.assay.runtime.life.StopReport;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.RestartPolicy;
import io.assay.runtime.task.TaskSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is still to be said when a system stops, and what the next one knows of it.
@Timeout(180)
class LastWordsIT {
  @TempDir Path folder;

  private Assay open(String webhook, Crew... guests) throws IOException {
    Path file = folder.resolve("assay.yml");
    Files.writeString(
        file,
        """
        web: {port: 0}
        logging: {console: false}
        prices: {online: false}
        data: {directory: %s}
        alerts:
          evaluation_interval: 1s
          group_wait: 0
          webhook: {url: "%s"}
        """
            .formatted(folder.resolve("data"), webhook));
    Loaded.Fine loaded = (Loaded.Fine) Configuration.load(file, Map.of());
    return Assay.open(loaded.settings(), Surroundings.of(() -> loaded).with(List.of(guests)));
  }

  /// A guest that gives up at once, which is an alert.
  private static Crew hopeless() {
    TaskSpec task =
        TaskSpec.of(
                "hopeless",
                () ->
                    _ -> {
                      throw new IllegalStateException("on purpose");
                    })
            .with(Criticality.OPTIONAL)
            .with(new RestartPolicy(0, Duration.ofMinutes(1), RestartPolicy.DEFAULT.backoff()));
    return new Crew("hopeless", Crew.Strategy.ONE_FOR_ONE, List.of(task));
  }

  private static void until(BooleanSupplier done) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (!done.getAsBoolean()) {
      assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  private SqliteDesk desk() {
    return SqliteDesk.openReadOnly(folder.resolve("data/desk.db"));
  }

  @Test
  void noticesThatReachedNobody_areDeadLettersAfterTheStop() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (Assay assay = open("http://127.0.0.1:" + port + "/", hopeless())) {
      assay.start();
      until(() ->
          assay.health().resources().queues().stream()
              .anyMatch(queue -> queue.name().equals("notices") && queue.waiting() > 0));
      StopReport report = assay.stop();
      assertThat(report.isClean()).as(report.toString()).isTrue();
    }
    try (SqliteDesk desk = desk()) {
      assertThat(desk.deadLetters().list(0, 10))
          .extracting(DeadLetter::origin)
          .containsExactly("alert_delivery");
      assertThat(desk.told().load()).isEmpty();
    }
  }

  @Test
  void anAlertThatWasTold_andIsOverInTheNextRun_isToldToBeOver() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      String webhook = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      try (Assay assay = open(webhook, hopeless())) {
        assay.start();
        assertThat(told.take()).contains("\"FIRING\"", "task_gave_up.hopeless");
        until(() -> {
          try (SqliteDesk desk = desk()) {
            return desk.told().load().size() == 1;
          }
        });
      }
      try (Assay assay = open(webhook)) {
        assay.start();
        assertThat(told.take()).contains("\"RESOLVED\"", "task_gave_up.hopeless");
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aPostUnderWay_isToldThatTheSystemStops() throws Exception {
    try (Assay assay = open("http://127.0.0.1:1/")) {
      assay.start();
      URI address = URI.create(assay.url());
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        OutputStream out = socket.getOutputStream();
        String token = Files.readString(folder.resolve("data/token")).strip();
        out.write(
            """
            POST /api/v1/messages HTTP/1.1\r
            Host: localhost:%d\r
            Authorization: Bearer %s\r
            Content-Type: application/x-ndjson\r
            Transfer-Encoding: chunked\r
            \r
            """
                .formatted(address.getPort(), token)
                .getBytes(StandardCharsets.UTF_8));
        long before = errands(assay);
        out.write(chunk(0, 200));
        until(() -> errands(assay) > before);
        FutureTask<StopReport> stop = new FutureTask<>(assay::stop);
        Thread.ofPlatform().start(stop);
        until(() -> !assay.health().ready().ok());
        out.write(chunk(200, 200));
        String answer =
            new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
        assertThat(answer).startsWith("HTTP/1.1 503");
        assertThat(stop.get().isClean()).as(stop.get().toString()).isTrue();
      }
    }
  }

  private static long errands(Assay assay) {
    return assay.health().tasks().tasks().stream()
        .filter(task -> task.name().equals("message_processing"))
        .mapToLong(task -> task.tally().worked())
        .sum();
  }

  private static byte[] chunk(int from, int count) {
    StringBuilder lines = new StringBuilder();
    for (int id = from + 1; id <= from + count; id++) {
      lines.append(
          "{\"chat\":-1001234567890,\"id\":%d,\"date\":1767225600,\"text\":\"hi\"}\n"
              .formatted(id));
    }
    return "%x\r\n%s\r\n".formatted(lines.length(), lines).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aStop_vouchesForTheTimeSinceTheLastSample() throws Exception {
    try (Assay assay = open("http://127.0.0.1:1/")) {
      assay.start();
      until(() -> assay.health().availability().seen().isPositive());
    }
    try (SqliteDesk desk = desk()) {
      List<Vitals> samples = desk.health().samples(10);
      assertThat(samples).hasSize(2);
      assertThat(samples.getLast().available()).isTrue();
    }
  }
}
