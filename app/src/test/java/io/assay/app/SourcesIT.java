package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.cli.Assayer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the sources and the pages promise.
class SourcesIT {
  private static final Path ROOT = Path.of(System.getProperty("assay.root"));
  private static final int LONGEST_FILE = 500;
  private static final int LONGEST_METHOD = 40;
  private static final int MOST_PARAMETERS = 5;
  private static final Pattern COMMAND = Pattern.compile("\\./assay ([a-z]+)([^\\n`|]*)");

  private static final Pattern COUNTS = Pattern.compile("(\\d+) messages: (\\d+) opened calls");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  private static List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("core", "runtime", "adapters", "sim", "app", "bench")) {
      try (Stream<Path> found = Files.walk(ROOT.resolve(module).resolve("src"))) {
        found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    return files;
  }

  @Test
  void files_areNotTooLong() throws IOException {
    for (Path file : sources()) {
      assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThan(LONGEST_FILE);
    }
  }

  private static List<Path> mainSources() throws IOException {
    return sources().stream().filter(file -> file.toString().contains("/src/main/")).toList();
  }

  @Test
  void methods_areShortAndAskForLittle() throws IOException {
    assertThat(SourceTrees.of(mainSources()).methods())
        .hasSizeGreaterThan(1000)
        .filteredOn(method -> !method.file().equals("Assay.java")) // which makes everything
        .allMatch(method -> method.lines() <= LONGEST_METHOD)
        .allMatch(method -> method.ofRecord() || method.parameters() <= MOST_PARAMETERS);
  }

  @Test
  void types_thatArePublic_areDescribed() throws IOException {
    assertThat(SourceTrees.of(mainSources()).types())
        .filteredOn(SourceTrees.Type::isPublic)
        .hasSizeGreaterThan(100)
        .allMatch(SourceTrees.Type::documented);
  }

  @Test
  void imports_nameWhatTheyBring() throws IOException {
    assertThat(SourceTrees.of(sources()).imports()).noneMatch(it -> it.name().endsWith("*"));
  }

  /// Of the lines that are not blank, those that hold a comment.
  @Test
  void comments_sayWhyAndNotEverything() throws IOException {
    long lines = 0;
    long comments = 0;
    for (Path file : mainSources()) {
      for (String line : Files.readAllLines(file)) {
        lines += line.isBlank() ? 0 : 1;
        comments += line.strip().startsWith("//") || line.contains(" // ") ? 1 : 0;
      }
    }
    assertThat((double) comments / lines).isBetween(0.12, 0.20);
  }

  @Test
  void packages_ofMainSources_areDescribed() throws IOException {
    for (Path file : mainSources()) {
      assertThat(file.resolveSibling("package-info.java")).exists();
    }
  }

  @Test
  void sources_leaveNothingForLater() throws IOException {
    for (Path file : sources()) {
      if (!file.endsWith("SourcesIT.java")) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain("TO" + "DO", "FIX" + "ME");
      }
    }
  }

  @Test
  void samples_asThePagesShowThem_areWhatComesOut() throws IOException {
    String samples = ROOT.resolve("samples").toString();
    StringWriter out = new StringWriter();
    PrintWriter stdout = new PrintWriter(out);
    Assayer.run(
        stdout, stdout, "replay", samples + "/result.json", "--candles", samples + "/candles");
    String printed = out.toString();
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains("<!-- sample -->\n```\n" + printed + "```\n");
    Matcher counts = COUNTS.matcher(printed);
    assertThat(counts.find()).isTrue();
    assertThat(Files.readString(ROOT.resolve("samples/README.md")).replaceAll("\\s+", " "))
        .contains(counts.group(1) + " messages, " + counts.group(2) + " calls,");
  }

  @Test
  void commands_ofThePages_exist() throws IOException {
    int found = 0;
    for (String page : List.of("README.md", "samples/README.md", "CONTRIBUTING.md")) {
      Matcher commands = COMMAND.matcher(Files.readString(ROOT.resolve(page)));
      while (commands.find()) {
        StringWriter help = new StringWriter();
        int code =
            Assayer.run(new PrintWriter(help), new PrintWriter(help), commands.group(1), "--help");
        assertThat(code).as(commands.group()).isZero();
        Matcher options = OPTION.matcher(commands.group(2));
        while (options.find()) {
          assertThat(help.toString()).as(commands.group()).contains(options.group());
        }
        found++;
      }
    }
    assertThat(found).isPositive();
  }
}
