package io.assay.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.assay.core.ledger.Books;
import io.assay.core.ledger.BooksContract;
import io.assay.core.ledger.Leaf;
import io.assay.core.ledger.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBooksIT extends BooksContract {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("books.db");
  }

  @Override
  protected Books open() {
    return SqliteBooks.open(file());
  }

  @Override
  protected Books reopen(Books before) {
    before.close();
    return open();
  }

  @Test
  void open_whileAnotherWrites_isTaken() {
    assertThatThrownBy(() -> SqliteBooks.open(file()))
        .isInstanceOf(BooksException.Taken.class)
        .hasMessage(file() + " is being written by another assay; wait for it to end");
  }

  @Test
  void openReadOnly_whileAnotherWrites_readsWhatIsCommitted() {
    try (SqliteBooks reading = SqliteBooks.openReadOnly(file())) {
      assertThat(reading.journal().head().blocks()).isZero();
      assertThat(reading.damage()).isEmpty();
    }
  }

  @Test
  void openReadOnly_noFile_isOneClearLine() {
    Path missing = folder.resolve("missing.db");
    assertThatThrownBy(() -> SqliteBooks.openReadOnly(missing))
        .isInstanceOf(BooksException.class)
        .hasMessage("there is no file " + missing);
    assertThat(missing).doesNotExist();
  }

  @Test
  void open_whatIsNoDatabase_isRefusedAndLeftAlone() throws IOException {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "these are my notes, and there are many of them ".repeat(50));
    byte[] before = Files.readAllBytes(text);
    assertThatThrownBy(() -> SqliteBooks.open(text)).isInstanceOf(BooksException.class);
    assertThat(Files.readAllBytes(text)).isEqualTo(before);
  }

  @Test
  void open_anotherProgramsDatabase_isRefusedAndLeftAlone() throws Exception {
    Path other = folder.resolve("other.db");
    execute(other, "CREATE TABLE t (x)");
    byte[] before = Files.readAllBytes(other);
    assertThatThrownBy(() -> SqliteBooks.open(other))
        .hasMessage(other + " is a database of another program");
    assertThat(Files.readAllBytes(other)).isEqualTo(before);
  }

  @Test
  void open_aLaterFormat_isRefused() throws SQLException {
    Path later = folder.resolve("later.db");
    SqliteBooks.open(later).close();
    execute(later, "PRAGMA user_version=99");
    assertThatThrownBy(() -> SqliteBooks.open(later))
        .hasMessage(later + " has format 99, this Assay writes 1");
  }

  @Test
  void open_aFileOfBeforeATableCame_isCompleted() throws SQLException {
    Path old = folder.resolve("old.db");
    SqliteBooks.open(old).close();
    execute(old, "DROP TABLE ledger_failures");
    try (SqliteBooks books = SqliteBooks.openReadOnly(old)) {
      assertThat(books.ledger().isEmpty(Table.FAILURES)).isTrue();
      assertThat(books.ledger().find(Table.FAILURES, new byte[1])).isNull();
      books.ledger().scan(Table.FAILURES, new byte[0], (_, _) -> fail("there is no row"));
    }
    try (SqliteBooks books = SqliteBooks.open(old)) {
      books.transact(() -> books.ledger().put(Table.FAILURES, new byte[1], new byte[2]));
      assertThat(books.ledger().find(Table.FAILURES, new byte[1])).isEqualTo(new byte[2]);
    }
  }

  @Test
  void compactAtClose_aFileWithRows_keepsThem() {
    Path dense = folder.resolve("dense.db");
    try (SqliteBooks books = SqliteBooks.open(dense)) {
      books.transact(() -> books.journal().append(List.of(Leaf.of(new byte[100_000]))));
      books.compactAtClose();
    }
    try (SqliteBooks books = SqliteBooks.openReadOnly(dense)) {
      assertThat(books.journal().head().entries()).isEqualTo(1);
      assertThat(books.damage()).isEmpty();
    }
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
