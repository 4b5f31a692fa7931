package io.assay.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A system in a process of its own, as an operator and a source see it.
final class RunningHouse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant POSTED = Instant.parse("2026-01-01T00:00:00Z");

  private final Process process;
  private final Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private RunningHouse(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /// Starts one that keeps everything in the folder, and waits until it is ready.
  ///
  /// @param mischief what its guests do, comma-separated; may be empty
  /// @param limits before the command, such as those of a shell; may be empty
  static RunningHouse start(Path folder, String mischief, List<String> limits, String... options)
      throws Exception {
    Path config = folder.resolve("assay.yml");
    if (!Files.exists(config)) {
      Files.writeString(
          config,
          """
          data:
            directory: %s
          web:
            port: 0
          prices:
            online: false
          outputs:
            csv:
              interval: 1
          logging:
            console: false
          """
              .formatted(folder.resolve("data")));
    }
    Files.deleteIfExists(folder.resolve("data/assay.url"));
    List<String> command = new ArrayList<>(limits);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ChaosHouse.class.getName(),
            mischief,
            "-c",
            config.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
            .start();
    RunningHouse house = new RunningHouse(process, folder);
    house.await("ready", () -> house.status("/health/ready") == 200);
    return house;
  }

  /// Waits for something that is to come true.
  void await(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError("not " + what + ":\n" + log());
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  String log() throws IOException {
    Path log = folder.resolve("data/assay.log");
    String lines = Files.exists(log) ? Files.readString(log) : "";
    return Files.readString(folder.resolve("out")) + lines;
  }

  private URI uri(String path) throws IOException {
    return URI.create(Files.readAllLines(folder.resolve("data/assay.url")).getFirst() + path);
  }

  /// The status that a path answers with; 0 where nobody answers.
  int status(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  JsonNode get(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build();
      return JsonMapper.shared()
          .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// A task as the API shows it.
  JsonNode task(String name) {
    for (JsonNode task : get("/api/v1/system/tasks").get("tasks")) {
      if (task.get("name").asString().equals(name)) {
        return task;
      }
    }
    throw new AssertionError("there is no task " + name);
  }

  /// Posts messages of one channel.
  ///
  /// @param from first id
  /// @return whether they are journaled
  boolean post(long from, int count) {
    StringBuilder lines = new StringBuilder();
    for (long id = from; id < from + count; id++) {
      lines
          .append("{\"chat\":-1001234567890,\"id\":")
          .append(id)
          .append(",\"date\":\"")
          .append(POSTED.plusSeconds(id))
          .append("\",\"text\":\"message number ")
          .append(id)
          .append("\"}\n");
    }
    try {
      String token = Files.readString(folder.resolve("data/token")).strip();
      HttpRequest request =
          HttpRequest.newBuilder(uri("/api/v1/messages"))
              .timeout(Duration.ofSeconds(10))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/x-ndjson")
              .POST(HttpRequest.BodyPublishers.ofString(lines.toString()))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// SIGTERM.
  void terminate() {
    process.destroy();
  }

  /// SIGKILL.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// The exit code, once it has ended.
  int exit(Duration within) throws Exception {
    if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("it does not end:\n" + log());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}
