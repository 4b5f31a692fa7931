package io.assay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `assay replay` end to end, from process start to exit, beside a process that only parses the
/// same bytes: fresh processes in turn, medians.
///
/// `ReplayBench NAME CANDLES FILE…`, with `-` where there are no candles. Run by `bench/run`.
public final class ReplayBench {
  private static final int RUNS = 5;
  private static final String[] TABLES = {
    "journal",
    "archive",
    "seen",
    "ledger_channels",
    "ledger_calls",
    "ledger_episodes",
    "ledger_wants",
    "ledger_deferrals",
    "ledger_tallies",
    "ledger_changes",
    "ledger_standing"
  };

  private ReplayBench() {}

  private record Timed(double seconds, long peakKilobytes, String out) {}

  public static void main(String[] words) throws IOException, InterruptedException, SQLException {
    List<String> files = List.of(words).subList(2, words.length);
    Path folder = Files.createTempDirectory("assay-bench");
    double[] replays = new double[RUNS];
    double[] parses = new double[RUNS];
    long peak = 0;
    JsonNode summary = JsonMapper.shared().createObjectNode();
    Path books = folder.resolve("bench.db");
    for (int i = 0; i < RUNS; i++) {
      Files.deleteIfExists(books);
      Timed replay = run(replay(words[1], files, books), folder);
      Timed parse = run(parse(files), folder);
      replays[i] = replay.seconds;
      parses[i] = parse.seconds;
      peak = Math.max(peak, replay.peakKilobytes);
      summary = JsonMapper.shared().readTree(replay.out);
    }
    print(words[0], summary, new Figures(median(replays), median(parses), peak), books);
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static List<String> replay(String candles, List<String> files, Path books) {
    List<String> command = new ArrayList<>(List.of("./assay", "replay"));
    command.addAll(files);
    command.addAll(List.of("--db", books.toString(), "--json"));
    if (!candles.equals("-")) {
      command.addAll(List.of("--candles", candles));
    }
    return command;
  }

  private static List<String> parse(List<String> files) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(
            List.of(
                java,
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ParseOnly.class.getName()));
    command.addAll(files);
    return command;
  }

  private static Timed run(List<String> command, Path folder)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peak(process.pid()));
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("err")));
    }
    return new Timed(seconds, peak, Files.readString(out));
  }

  private static long peak(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException e) {
      return 0; // it has ended, or this is no Linux
    }
    return 0;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /// What was measured.
  ///
  /// @param replay seconds, of the median run
  /// @param parse seconds that only parsing takes
  /// @param peak resident memory in kilobytes
  private record Figures(double replay, double parse, long peak) {}

  private static void print(String name, JsonNode summary, Figures figures, Path books)
      throws IOException, SQLException {
    double messages = summary.get("messages").asDouble();
    long calls = 0;
    for (JsonNode count : summary.get("calls")) {
      calls += count.asLong();
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,.0f | %,d | %.2f s | %,.0f | %,.0f | %.2f s | %,.0f | %.0f | %.2f | %d MB |%n",
        name,
        messages,
        calls,
        figures.replay,
        messages / figures.replay,
        calls / figures.replay,
        figures.parse,
        messages / figures.parse,
        Files.size(books) / messages,
        rows(books) / messages,
        figures.peak / 1024);
  }

  private static long rows(Path books) throws SQLException {
    long rows = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + books);
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
          rows += count.next() ? count.getLong(1) : 0;
        }
      }
    }
    return rows;
  }
}
