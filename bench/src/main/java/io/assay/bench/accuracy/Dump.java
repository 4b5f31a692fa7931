package io.assay.bench.accuracy;

import io.assay.adapters.export.MessageLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The dumped channels, one file each, a message a line.
final class Dump {
  private final Path folder;

  Dump(Path data) {
    folder = data.resolve("messages/bayihu-telethon-2022/raw_jsonl_gz");
  }

  /// Who is told of each line.
  interface Listener {
    void line(String channel, String line);
  }

  void read(Listener listener) throws IOException {
    for (Path file : files()) {
      String channel = file.getFileName().toString().split("\\.", 2)[0];
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        lines.lines().forEach(line -> listener.line(channel, line));
      } catch (IOException | java.io.UncheckedIOException e) {
        System.err.println(file.getFileName() + " breaks off: " + e.getMessage());
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".gz")).sorted().toList();
    }
  }

  static JsonNode json(String line) {
    return JsonMapper.shared().readTree(line);
  }

  /// The rows of a file with one JSON object a line.
  static List<JsonNode> rows(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(Dump::json).toList();
    }
  }

  /// What a message says; null where the line is broken.
  static MessageLine.Told told(String line) {
    return switch (MessageLine.read(line)) {
      case MessageLine.Told told -> told;
      case MessageLine.Broken(String why) -> throw new IllegalArgumentException(why);
    };
  }
}
