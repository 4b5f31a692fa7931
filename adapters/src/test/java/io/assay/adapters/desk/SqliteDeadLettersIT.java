package io.assay.adapters.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.DeadLettersContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeadLettersIT extends DeadLettersContract {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private final List<SqliteDesk> desks = new ArrayList<>();

  @Override
  protected DeadLetters open() throws Exception {
    SqliteDesk desk = SqliteDesk.open(folder.resolve("desk.db"));
    desks.add(desk);
    return desk.deadLetters();
  }

  @AfterEach
  void close() {
    desks.forEach(SqliteDesk::close);
  }

  private static DeadLetter letter(int number) {
    return new DeadLetter(0, "csv", "row " + number, "disk full", 3, AT, "{}");
  }

  @Test
  void keep_thenTheProgramEnds_isThereForTheNext() throws Exception {
    long id = open().keep(letter(1));
    close();
    DeadLetters again = open();
    assertThat(again.find(id)).isEqualTo(letter(1).withId(id));
    assertThat(again.drop(id)).isTrue();
    close();
    assertThat(open().keep(letter(2))).as("an id is never given twice").isGreaterThan(id);
  }

  private void addLetters(int count) throws SQLException {
    String some =
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        INSERT INTO dead_letters (origin, item, cause, attempts, at, payload)
        SELECT 'sheets', 'row ' || i, 'gone', 1, '2026-03-01T12:00:00Z', '{}' FROM n
        """;
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("desk.db"));
        PreparedStatement statement = connection.prepareStatement(some)) {
      statement.setInt(1, count);
      statement.executeUpdate();
    }
  }

  @Test
  void keep_moreThanTenThousand_letsTheOldestGo() throws Exception {
    long first = open().keep(letter(0));
    close();
    addLetters(9_998);
    DeadLetters letters = open();
    long second = letters.keep(letter(1));
    assertThat(letters.size()).isEqualTo(10_000);
    assertThat(letters.find(first)).isNotNull();
    long third = letters.keep(letter(2));
    assertThat(letters.size()).isEqualTo(10_000);
    assertThat(letters.find(first)).isNull();
    assertThat(letters.find(second)).isNotNull();
    assertThat(letters.find(third)).isNotNull();
  }
}
