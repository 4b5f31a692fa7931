package io.assay.adapters.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileIT {
  private static final List<String> HEADER = List.of("a", "b");

  @TempDir Path folder;

  @Test
  void write_rows_areQuotedWhereTheyMustBe() throws IOException {
    Path file = folder.resolve("deep/er/t.csv");
    CsvFile.write(file, HEADER, rows -> rows.accept(List.of("x,\"y\"\nz", "1")));
    assertThat(file).hasContent("a,b\n\"x,\"\"y\"\"\nz\",1\n");
  }

  @Test
  void write_whatLooksLikeAFormula_isHarmless() throws IOException {
    Path file = folder.resolve("t.csv");
    CsvFile.write(
        file,
        HEADER,
        rows -> {
          rows.accept(List.of("=HYPERLINK(1)", "@SUM(1)"));
          rows.accept(List.of("+1-1", "-2+3|cmd"));
          rows.accept(List.of("-0.25", "+7"));
          rows.accept(List.of("\tx", "-"));
        });
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "a,b", "'=HYPERLINK(1),'@SUM(1)", "'+1-1,'-2+3|cmd", "-0.25,+7", "'\tx,'-");
  }

  @Test
  void write_failingHalfWay_leavesWhatWasThere() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "before");
    assertThatThrownBy(() ->
            CsvFile.write(
                file,
                HEADER,
                rows -> {
                  rows.accept(List.of("1", "2"));
                  throw new IllegalStateException("the source broke");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("before");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }
}
