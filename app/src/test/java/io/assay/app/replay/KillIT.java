package io.assay.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.adapters.sqlite.TransactionWatch;
import io.assay.core.canon.Sha256;
import io.assay.core.flow.Audit;
import io.assay.sim.History;
import io.assay.sim.HistoryFiles;
import io.assay.sim.HistoryPlan;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
  private static final HistoryPlan PLAN =
      new HistoryPlan(
          21,
          20,
          102_000,
          60,
          0.05,
          Instant.parse("2024-01-01T00:00:00Z"),
          60,
          32,
          Duration.ofHours(1));

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(4);
  private int insideTransactions;

  private Path export() {
    return folder.resolve("result.json");
  }

  private Path candles() {
    return folder.resolve("candles");
  }

  private HistoryReplay.Outcome.Heard replay(Path books) throws IOException {
    return (HistoryReplay.Outcome.Heard)
        KilledReplay.replay(export(), candles(), books, TransactionWatch.NONE);
  }

  private static Sha256 ledger(Path file) {
    try (SqliteBooks books = SqliteBooks.openReadOnly(file)) {
      return Played.digest(books.ledger());
    }
  }

  @Test
  void kill_atAnyInstant_losesNothingAndDoublesNothing() throws Exception {
    HistoryFiles.write(History.of(PLAN), folder, false);
    Path whole = folder.resolve("whole.db");
    long messages = replay(whole).run().counts().messages();
    assertThat(messages).isGreaterThanOrEqualTo(100_000);

    Path torn = folder.resolve("torn.db");
    int kills = Integer.getInteger("assay.kills", 3);
    for (int i = 0; i < kills; i++) {
      kill(torn, random.nextInt(3));
    }
    assertThat(insideTransactions).isGreaterThanOrEqualTo(kills * 3 / 4);
    replay(torn);

    assertThat(ledger(torn)).isEqualTo(ledger(whole));
    HistoryReplay.Outcome.Heard again = replay(torn);
    assertThat(again.run().counts().messages()).isZero();
    assertThat(again.run().duplicates()).isEqualTo(messages);
    try (SqliteBooks books = SqliteBooks.openReadOnly(torn)) {
      assertThat(books.damage()).isEmpty();
      assertThat(Audit.of(books).findings()).isEmpty();
    }
  }

  /// Starts a replay and kills it inside the transaction that comes after that many.
  private void kill(Path books, int transactions) throws Exception {
    Path flagFile = folder.resolve("flag");
    Files.write(flagFile, new byte[KilledReplay.SIZE]);
    try (FileChannel file =
        FileChannel.open(flagFile, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer flag = file.map(FileChannel.MapMode.READ_WRITE, 0, KilledReplay.SIZE);
      Process process = start(books, flagFile);
      while (process.isAlive() && (flag.getInt(4) <= transactions || flag.get(0) == 0)) {
        Thread.onSpinWait();
      }
      long linger = System.nanoTime() + random.nextInt(8_000_000);
      while (process.isAlive() && flag.get(0) == 1 && System.nanoTime() < linger) {
        Thread.onSpinWait();
      }
      boolean alive = process.isAlive();
      process.destroyForcibly().waitFor();
      insideTransactions += alive && flag.get(0) == 1 ? 1 : 0;
    }
  }

  private Process start(Path books, Path flag) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledReplay.class.getName(),
            export().toString(),
            candles().toString(),
            books.toString(),
            flag.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }
}
