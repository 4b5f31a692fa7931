package io.assay.app.cli.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pages show is what comes out.
class GuideIT {
  private static final Path ROOT = Path.of(System.getProperty("assay.root"));
  private static final Pattern SHOWN =
      Pattern.compile("```\n\\$ \\./assay ([^\n]*)\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir Path folder;

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line.replace(" --db assay.db", ""));
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }

  @Test
  void outputs_asThePagesShowThem_areWhatComesOut() throws IOException {
    SampleBooks books = SampleBooks.in(folder);
    int found = 0;
    for (String page : List.of("README.md", "docs/guide/records.md")) {
      Matcher shown = SHOWN.matcher(Files.readString(ROOT.resolve(page)));
      while (shown.find()) {
        var answer = books.ask(words(shown.group(1)).toArray(String[]::new));
        assertThat(answer.out()).as(page + ": " + shown.group(1)).isEqualTo(shown.group(2));
        assertThat(answer.code()).isZero();
        found++;
      }
    }
    assertThat(found).isGreaterThan(5);
  }
}
