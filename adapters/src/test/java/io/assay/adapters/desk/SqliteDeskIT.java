package io.assay.adapters.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.DeadLetter;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeskIT {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("desk.db");
  }

  private static void keep(SqliteDesk desk, int number) {
    desk.deadLetters()
        .keep(new DeadLetter(0, "csv", "row " + number, "disk full", 1, AT, "x".repeat(2_000)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void open_whatIsNoDatabase_isSetAsideAndBegunAnew() throws IOException {
    Files.writeString(file(), "a disk that lies ".repeat(1_000));
    byte[] before = Files.readAllBytes(file());
    try (SqliteDesk desk = SqliteDesk.open(file())) {
      assertThat(desk.deadLetters().size()).isZero();
      keep(desk, 1);
    }
    assertThat(files()).containsExactly("desk.db", "desk.db.damaged-1");
    assertThat(Files.readAllBytes(folder.resolve("desk.db.damaged-1"))).isEqualTo(before);
  }

  @Test
  void open_whosePagesDoNotFit_isSetAsideEachTimeUnderAnotherName() throws IOException {
    for (int time = 1; time <= 2; time++) {
      try (SqliteDesk desk = SqliteDesk.open(file())) {
        for (int i = 0; i < 50; i++) {
          keep(desk, i);
        }
      }
      byte[] bytes = Files.readAllBytes(file());
      for (int at = 4096; at < bytes.length; at += 7) {
        bytes[at] ^= 0x55;
      }
      Files.write(file(), bytes);
      try (SqliteDesk desk = SqliteDesk.open(file())) {
        assertThat(desk.deadLetters().size()).isZero();
      }
    }
    assertThat(files()).containsExactly("desk.db", "desk.db.damaged-1", "desk.db.damaged-2");
  }

  @Test
  void open_anotherProgramsDatabase_isRefusedAndLeftAlone() throws Exception {
    execute(file(), "CREATE TABLE t (x)");
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(() -> SqliteDesk.open(file()))
        .isInstanceOfSatisfying(
            Fault.class, it -> assertThat(it.kind()).isEqualTo(ErrorKind.OPERATIONAL))
        .hasMessage(file() + " is a database of another program or of a later version");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    assertThat(files()).containsExactly("desk.db");
  }

  @Test
  void open_ofALaterVersion_isRefused() throws Exception {
    SqliteDesk.open(file()).close();
    execute(file(), "PRAGMA user_version=5");
    assertThatThrownBy(() -> SqliteDesk.open(file()))
        .hasMessage(file() + " is a database of another program or of a later version");
  }

  @Test
  void openReadOnly_whileTheDeskIsWritten_readsAndWritesNothing() throws IOException {
    try (SqliteDesk desk = SqliteDesk.open(file())) {
      keep(desk, 1);
      try (SqliteDesk view = SqliteDesk.openReadOnly(file())) {
        assertThat(view.deadLetters().list(0, 10)).hasSize(1);
        keep(desk, 2);
        assertThat(view.deadLetters().size()).isEqualTo(2);
        assertThatThrownBy(() -> keep(view, 3)).isInstanceOf(Fault.class);
      }
      assertThat(desk.deadLetters().size()).isEqualTo(2);
    }
  }

  @Test
  void open_inAFolderThatIsNotThere_saysWhich() {
    Path nowhere = folder.resolve("nowhere").resolve("desk.db");
    assertThatThrownBy(() -> SqliteDesk.open(nowhere))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("cannot open " + nowhere + ": ");
  }

  @Test
  void open_ofAnEarlierVersion_addsWhatIsNew() throws Exception {
    SqliteDesk.open(file()).close();
    execute(file(), "DROP TABLE silences");
    execute(file(), "DROP TABLE told_alerts");
    execute(file(), "PRAGMA user_version=1");
    try (SqliteDesk desk = SqliteDesk.open(file())) {
      assertThat(desk.silences().load()).isEmpty();
      assertThat(desk.told().load()).isEmpty();
    }
  }
}
