package io.assay.adapters.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFolderIT {
  private static final List<String> HEADER = List.of("a", "b");

  @TempDir Path folder;

  private void write(String name, Consumer<Consumer<List<String>>> rows) throws IOException {
    try (CsvFolder tables = CsvFolder.open(folder)) {
      tables.write(name, HEADER, rows);
      tables.publish();
    }
  }

  @Test
  void write_rows_areQuotedWhereTheyMustBe() throws IOException {
    folder = folder.resolve("deep/er");
    write("t.csv", rows -> rows.accept(List.of("x,\"y\"\nz", "1")));
    assertThat(folder.resolve("t.csv")).hasContent("a,b\n\"x,\"\"y\"\"\nz\",1\n");
  }

  @Test
  void write_whatLooksLikeAFormula_isHarmless() throws IOException {
    write(
        "t.csv",
        rows -> {
          rows.accept(List.of("=HYPERLINK(1)", "@SUM(1)"));
          rows.accept(List.of("+1-1", "-2+3|cmd"));
          rows.accept(List.of("-0.25", "+7"));
          rows.accept(List.of("\tx", "-"));
        });
    assertThat(Files.readAllLines(folder.resolve("t.csv")))
        .containsExactly(
            "a,b", "'=HYPERLINK(1),'@SUM(1)", "'+1-1,'-2+3|cmd", "-0.25,+7", "'\tx,'-");
  }

  @Test
  void write_whatTurnsOrHidesText_isShown() throws IOException {
    write("t.csv", rows -> rows.accept(List.of("a\u202eb\u0000c\u001b[31m", "д")));
    assertThat(Files.readAllLines(folder.resolve("t.csv"))).containsExactly("a,b", "a�b�c�[31m,д");
  }

  @Test
  void write_failingHalfWay_leavesWhatWasThere() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "before");
    assertThatThrownBy(() ->
            write(
                "t.csv",
                rows -> {
                  rows.accept(List.of("1", "2"));
                  throw new IllegalStateException("the source broke");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void write_twoOfWhichOneCannotBe_leavesBothAsTheyWere() throws IOException {
    Path first = folder.resolve("first.csv");
    Files.writeString(first, "before");
    Files.createDirectory(folder.resolve("second.csv"));
    try (CsvFolder tables = CsvFolder.open(folder)) {
      tables.write("first.csv", HEADER, rows -> rows.accept(List.of("1", "2")));
      assertThatThrownBy(() -> tables.write("second.csv", HEADER, _ -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("second.csv: is a folder");
    }
    assertThat(first).hasContent("before");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
