package io.assay.app.cli.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /// The page with what comes out in the place of what it shows. It is also left in `target/pages`,
  /// to be looked through and taken over.
  private String page(String name, SampleBooks books) throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(ROOT.resolve(name)));
    StringBuilder page = new StringBuilder();
    while (shown.find()) {
      var answer = books.ask(words(shown.group(1)).toArray(String[]::new));
      assertThat(answer.code()).as(shown.group(1) + ": " + answer.err()).isZero();
      String block = "```\n$ ./assay " + shown.group(1) + "\n" + answer.out() + "```\n";
      shown.appendReplacement(page, Matcher.quoteReplacement(block));
    }
    shown.appendTail(page);
    Path place = ROOT.resolve("app/target/pages").resolve(name);
    Files.createDirectories(Objects.requireNonNull(place.getParent(), "folder"));
    Files.writeString(place, page);
    return page.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/guide/records.md"})
  void outputs_asThePagesShowThem_areWhatComesOut(String name) throws IOException {
    String page = Files.readString(ROOT.resolve(name));
    assertThat(SHOWN.matcher(page).find()).isTrue();
    assertThat(page(name, SampleBooks.in(folder))).isEqualTo(page);
  }
}
