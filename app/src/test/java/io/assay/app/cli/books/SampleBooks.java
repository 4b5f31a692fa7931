package io.assay.app.cli.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.cli.Assayer;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.record.Paper;
import io.assay.app.screen.Ink;
import io.assay.runtime.Time;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The books of a replay of the samples, and whoever asks about them.
record SampleBooks(Path file) {
  private static final Path SAMPLES = Path.of(System.getProperty("assay.root"), "samples");

  /// What a command answered.
  record Answer(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    List<JsonNode> lines() {
      return out.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }
  }

  /// Replays the samples into a folder.
  static SampleBooks in(Path folder, String... more) {
    Path file = folder.resolve("sample.db");
    List<String> words = new ArrayList<>(List.of("replay", export(), "--candles", candles()));
    words.addAll(List.of("--db", file.toString(), "--json"));
    words.addAll(List.of(more));
    StringWriter err = new StringWriter();
    int code =
        Assayer.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            words.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return new SampleBooks(file);
  }

  static String export() {
    return SAMPLES.resolve("result.json").toString();
  }

  static String candles() {
    return SAMPLES.resolve("candles").toString();
  }

  /// Runs `channels`, `calls` or `show` over these books, on paper of 80 columns.
  Answer ask(String... words) {
    return ask(80, words);
  }

  Answer ask(int width, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--db");
    all.add(file.toString());
    return run(new ConfigOption(Map.of()), width, all.toArray(String[]::new));
  }

  static Answer run(ConfigOption config, int width, String... words) {
    Paper paper = new Paper(Ink.NONE, width);
    Object command =
        switch (words[0]) {
          case "channels" -> new ChannelsCommand(config, Time.SYSTEM, paper);
          case "calls" -> new CallsCommand(config, Time.SYSTEM, paper);
          case "show" -> new ShowCommand(config, Time.SYSTEM, paper);
          default -> throw new IllegalArgumentException(words[0]);
        };
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(List.of(words).subList(1, words.length).toArray(String[]::new));
    return new Answer(code, out.toString(), err.toString());
  }
}
