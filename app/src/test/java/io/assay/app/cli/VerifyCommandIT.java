package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.core.flow.Audit;
import io.assay.core.flow.CallFlow;
import io.assay.core.ledger.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lies to `assay verify` in every way in which a file can be changed.
class VerifyCommandIT {
  private static final Path SAMPLES = Path.of(System.getProperty("assay.root"), "samples");
  private static final String EXPORT = SAMPLES.resolve("result.json").toString();
  private static final String CANDLES = SAMPLES.resolve("candles").toString();

  @TempDir static Path folder;
  private static Path sound;

  private record Answer(int code, String out, String err) {}

  private static Answer assay(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Assayer.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Answer(code, out.toString(), err.toString());
  }

  @BeforeAll
  static void playTheSamples() {
    sound = folder.resolve("sound.db");
    assertThat(assay("replay", EXPORT, "--candles", CANDLES, "--db", sound.toString()).code())
        .isZero();
  }

  /// What verify says of the books after some change.
  private Answer after(String... changes) throws IOException, SQLException {
    Path lie = Files.createTempFile(folder, "lie", ".db");
    Files.copy(sound, lie, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + lie);
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        assertThat(statement.executeUpdate(change)).as(change).isPositive();
      }
    }
    return assay("verify", "--db", lie.toString());
  }

  /// Flips one bit in the middle of a blob.
  private Answer afterFlip(String table, String column, String which)
      throws IOException, SQLException {
    return afterFlip(table, column, which, -1);
  }

  /// Flips that bit of a blob.
  private Answer afterFlip(String table, String column, String which, int bit)
      throws IOException, SQLException {
    Path lie = Files.createTempFile(folder, "flip", ".db");
    Files.copy(sound, lie, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    String where = " FROM " + table + " " + which + " LIMIT 1";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + lie);
        Statement statement = connection.createStatement()) {
      byte[] bytes;
      try (ResultSet row = statement.executeQuery("SELECT " + column + where)) {
        assertThat(row.next()).isTrue();
        bytes = row.getBytes(1);
      }
      byte[] before = bytes.clone();
      bytes[bit < 0 ? bytes.length / 2 : bit / 8] ^= (byte) (bit < 0 ? 4 : 1 << bit % 8);
      String update = "UPDATE " + table + " SET " + column + " = ? WHERE " + column + " = ?";
      try (PreparedStatement change = connection.prepareStatement(update)) {
        change.setBytes(1, bytes);
        change.setBytes(2, before);
        assertThat(change.executeUpdate()).isPositive();
      }
    }
    return assay("verify", "--db", lie.toString());
  }

  private static void assertRefused(Answer answer, String naming) {
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains(naming).doesNotContain("Exception");
  }

  @Test
  void verify_soundBooks_isFine() {
    Answer answer = assay("verify", "--db", sound.toString());
    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("sound").contains("entries in").contains("head ");
  }

  @Test
  void verify_aBitOfAPayload_isNamed() throws Exception {
    assertRefused(afterFlip("journal", "payload", "WHERE block = 0"), "block 0");
  }

  @Test
  void verify_aBitOfASeal_isNamed() throws Exception {
    assertRefused(afterFlip("journal", "seal", "WHERE block = 0"), "block 0");
  }

  @Test
  void verify_aBitOfAChainLink_isNamed() throws Exception {
    assertRefused(afterFlip("journal", "previous", "WHERE block = 1"), "block 1");
  }

  @Test
  void verify_aPosition_isNamed() throws Exception {
    assertRefused(after("UPDATE journal SET first = first + 1 WHERE block = 1"), "block 1");
  }

  @Test
  void verify_anArchivedBlob_isNamed() throws Exception {
    assertRefused(afterFlip("archive", "payload", ""), "archive");
  }

  @Test
  void verify_anArchivedBlobsName_isNamed() throws Exception {
    assertRefused(afterFlip("archive", "digest", ""), "archive");
  }

  @Test
  void verify_aLedgerRow_isNamed() throws Exception {
    for (String table :
        new String[] {"standing", "calls", "channels", "tallies", "changes", "episodes"}) {
      assertRefused(afterFlip("ledger_" + table, "value", ""), "ledger, table " + table);
    }
  }

  /// The first bytes of the standing are fold version and position; the rules come after the clock.
  @Test
  void verify_aBitOfTheStanding_isNamed() throws Exception {
    for (int bit : new int[] {0, 1, 6, 7, 8, 15, 16, 40, 63, 72, 100, 130}) {
      Answer answer = afterFlip("ledger_standing", "value", "", bit);
      assertThat(answer.err()).as("bit %d", bit).doesNotContain("bug");
      assertRefused(
          answer,
          bit == 0
              ? "says fold version " + (CallFlow.VERSION ^ 1) + ", the journal " + CallFlow.VERSION
              : "");
    }
  }

  @Test
  void verify_theWholeLedgerGone_isNamedAndTheNextReplayMakesItAgain() throws Exception {
    Path emptied = folder.resolve("emptied.db");
    Files.copy(sound, emptied);
    String rows = rows(emptied);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + emptied);
        Statement statement = connection.createStatement()) {
      for (Table table : Table.values()) {
        statement.executeUpdate("DELETE FROM ledger_" + table.word());
      }
    }
    String db = emptied.toString();
    assertRefused(assay("verify", "--db", db), "the ledger stands at entry 0 of ");
    Answer again = assay("replay", EXPORT, "--candles", CANDLES, "--db", db);
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("0 messages", "519 heard before");
    assertThat(assay("verify", "--db", db).code()).isZero();
    assertThat(rows(emptied)).isEqualTo(rows);
  }

  private static String rows(Path file) {
    StringBuilder rows = new StringBuilder();
    try (SqliteBooks books = SqliteBooks.openReadOnly(file)) {
      for (Table table : Table.values()) {
        books
            .ledger()
            .scan(
                table,
                new byte[0],
                (key, value) -> rows.append(table).append(hex(key)).append(hex(value)));
      }
    }
    return rows.toString();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void audit_whileAnImportCommitsBetweenItsSteps_isOfOneView() {
    String db = folder.resolve("growing.db").toString();
    String[] all = {"replay", EXPORT, "--candles", CANDLES, "--db", db};
    List<String> some = new ArrayList<>(List.of(all));
    some.addAll(List.of("--until", "2024-03-15"));
    assertThat(assay(some.toArray(String[]::new)).code()).isZero();
    List<Answer> imports = new ArrayList<>();
    try (SqliteBooks books = SqliteBooks.openReadOnly(Path.of(db))) {
      Audit.Report report =
          books.audit(() -> {
            if (imports.isEmpty()) { // the first step has begun
              imports.add(assay(all));
            }
          });
      assertThat(imports).extracting(Answer::code).containsExactly(0);
      assertThat(report.findings()).isEmpty();
      assertThat(report.lag()).isZero();
      Audit.Report later = books.audit(() -> {});
      assertThat(later.findings()).isEmpty();
      assertThat(later.head().entries()).isGreaterThan(report.head().entries());
    }
    assertThat(assay("verify", "--db", db).code()).isZero();
  }

  @Test
  void verify_aLedgerRowGone_isNamed() throws Exception {
    assertRefused(
        after("DELETE FROM ledger_calls WHERE key = (SELECT min(key) FROM ledger_calls)"),
        "ledger, table calls");
  }

  @Test
  void verify_aCallAddedByHand_isNamed() throws Exception {
    assertRefused(after("INSERT INTO ledger_calls VALUES (x'00', x'00')"), "ledger, table calls");
  }

  @Test
  void verify_twoBlocksSwapped_isNamed() throws Exception {
    assertRefused(
        after(
            "UPDATE journal SET block = -1 WHERE block = 0",
            "UPDATE journal SET block = 0 WHERE block = 1",
            "UPDATE journal SET block = 1 WHERE block = -1"),
        "out of its place");
  }

  @Test
  void verify_theLastBlockCutOff_isNamed() throws Exception {
    assertRefused(
        after("DELETE FROM journal WHERE block = (SELECT max(block) FROM journal)"),
        "the journal is cut off");
  }

  @Test
  void verify_aMessageGoneFromTheSeenIndex_isNamed() throws Exception {
    assertRefused(after("DELETE FROM seen WHERE page = 0"), "seen index");
  }

  @Test
  void verify_aFileThatIsNone_isOneLine() throws IOException {
    assertRefused(
        assay("verify", "--db", folder.resolve("none.db").toString()), "there is no file");
    Path text = folder.resolve("text.db");
    Files.writeString(text, "hello ".repeat(2000));
    assertRefused(assay("verify", "--db", text.toString()), "text.db");
  }

  @Test
  void verify_bytesChangedAnywhere_neverThrows() throws IOException {
    SplittableRandom random = new SplittableRandom(8);
    byte[] whole = Files.readAllBytes(sound);
    int noticed = 0;
    for (int i = 0; i < 40; i++) {
      byte[] lie = whole.clone();
      lie[random.nextInt(lie.length)] ^= (byte) (1 + random.nextInt(255));
      Path file = folder.resolve("random.db");
      Files.write(file, lie);
      Answer answer = assay("verify", "--db", file.toString());
      assertThat(answer.err()).doesNotContain("bug");
      noticed += answer.code() == 65 ? 1 : 0;
    }
    assertThat(noticed).isGreaterThan(30);
  }

  @Test
  void verify_damageInTheMiddle_isNotCalledACut() throws IOException, SQLException {
    Answer answer = afterFlip("journal", "payload", "WHERE block=1");
    assertThat(answer.err()).contains("block 1").doesNotContain("cut off");
  }

  @Test
  void verify_leavesNothingBesideTheFile() throws IOException, SQLException {
    after("UPDATE journal SET crc=crc+1 WHERE block=0");
    assertThat(assay("verify", "--db", sound.toString()).code()).isZero();
    assertThat(folder).isDirectoryNotContaining("glob:**-{wal,shm}");
  }
}
