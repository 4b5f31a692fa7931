package io.assay.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.ledger.Leaf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which file is meant by a name.
class BooksPlaceIT {
  @TempDir Path folder;

  private static void write(Path file) {
    try (SqliteBooks books = SqliteBooks.open(file)) {
      books.transact(() -> books.journal().append(List.of(Leaf.of(new byte[] {1}))));
    }
  }

  private static long entries(Path file) {
    try (SqliteBooks books = SqliteBooks.openReadOnly(file)) {
      return books.journal().head().entries();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {":memory:", "file:x", "a?mode=memory", "b#c", "d%41 e.db", "é 😀.db", "?", "-x"})
  void open_anyName_isThatFile(String name) throws IOException {
    Path file = folder.resolve(name);
    write(file);
    write(file);
    assertThat(names()).containsExactly(name);
    assertThat(entries(file)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {":memory:", "file:x", "a/../b.db"})
  void place_aBareName_isInTheFolderOfTheProcess(String name) throws IOException {
    Path here = Path.of("").toRealPath();
    Path place = BooksFile.place(Path.of(name));
    assertThat(place).isAbsolute();
    assertThat(place.getFileName()).isEqualTo(Path.of(name).getFileName());
    assertThat(place.normalize()).isEqualTo(here.resolve(name).normalize());
  }

  @Test
  void open_throughALink_isTheFileItLeadsTo() throws IOException {
    Path file = folder.resolve("books.db");
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), Path.of("books.db"));
    Path deep = Files.createSymbolicLink(folder.resolve("deep.db"), link);
    Path house = Files.createSymbolicLink(folder.resolve("house"), folder);
    List<Path> others = List.of(link, deep, house.resolve("books.db"), house.resolve("deep.db"));
    for (Path first : others) { // before the file is there, too
      try (SqliteBooks books = SqliteBooks.open(first)) {
        books.transact(() -> books.journal().append(List.of(Leaf.of(new byte[] {1}))));
        for (Path other : others) {
          assertThatThrownBy(() -> SqliteBooks.open(other))
              .isInstanceOf(BooksException.Taken.class);
          assertThat(entries(other)).isEqualTo(books.journal().head().entries());
        }
        assertThatThrownBy(() -> SqliteBooks.open(file)).isInstanceOf(BooksException.Taken.class);
      }
    }
    assertThat(entries(file)).isEqualTo(others.size());
    assertThat(names()).containsExactly("books.db", "deep.db", "house", "link.db");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void open_noNameOrAFolder_isOneClearLine() {
    for (Path none : List.of(Path.of(""), folder, Path.of("/"), Path.of(".."))) {
      String cause =
          none.toString().isEmpty() ? "the books need the name of a file" : "is a folder";
      assertThatThrownBy(() -> SqliteBooks.open(none))
          .isInstanceOf(BooksException.class)
          .hasMessageContaining(cause);
      assertThatThrownBy(() -> SqliteBooks.openReadOnly(none))
          .isInstanceOf(BooksException.class)
          .hasMessageContaining(cause);
    }
  }

  @Test
  void open_linksThatLeadNowhere_areOneClearLine() throws IOException {
    Path round = folder.resolve("round.db");
    Files.createSymbolicLink(round, Path.of("again.db"));
    Files.createSymbolicLink(folder.resolve("again.db"), round);
    assertThatThrownBy(() -> SqliteBooks.open(round)).isInstanceOf(BooksException.class);
    Path lost = Files.createSymbolicLink(folder.resolve("lost.db"), Path.of("nowhere/x.db"));
    assertThatThrownBy(() -> SqliteBooks.open(lost))
        .isInstanceOf(BooksException.class)
        .hasMessageContaining("there is no folder");
    assertThat(names()).containsExactly("again.db", "lost.db", "round.db");
  }
}
