package io.assay.adapters.candles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.assay.core.asset.Asset;
import io.assay.core.message.Flaw;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same rows are the same candles and have the same flaws, whatever their order; and what has
/// not happened yet is no candle.
class CandleOrderIT {
  private static final long START = 1_700_006_400L;
  private static final String NEWEST = "the rows run newest first; they are put in order";

  @TempDir Path folder;
  private final List<Flaw> flaws = new ArrayList<>();

  private static String row(long second, double price, int volume) {
    return second + "," + price + "," + price + "," + price + "," + price + "," + volume;
  }

  private static List<String> minutes(int from, int to) {
    List<String> rows = new ArrayList<>();
    for (int i = from; i < to; i++) {
      rows.add(row(START + i * 60L, 1 + i / 1000.0, 10));
    }
    return rows;
  }

  private Path write(String name, List<String> rows) throws IOException {
    return Files.write(folder.resolve(name), rows);
  }

  private CandleFolder open() throws IOException {
    return CandleFolder.open(
        folder, 1 << 20, flaws::add, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
  }

  /// A file with these rows: its blocks, and its flaws each as the row it names and what is wrong
  /// with it, but for the order.
  private record Read(List<Object> digests, List<String> findings) {}

  private Read read(List<String> rows) throws IOException {
    Path file = write("coin_X.csv", rows);
    flaws.clear();
    List<Object> digests = new ArrayList<>();
    try (CandleFolder candles = open()) {
      Answer answer =
          candles.answer(
              new Question.CandlesOf(
                  new Asset.Coin("x", "X"), Instant.EPOCH, Instant.parse("2040-01-01T00:00:00Z")));
      for (CandleBlock block : ((Answer.CandlesFound) answer).blocks()) {
        digests.add(block.digest());
      }
    }
    List<String> findings = new ArrayList<>();
    for (Flaw flaw : flaws) {
      if (!flaw.cause().equals(NEWEST) && !flaw.cause().contains(" comes after ")) {
        findings.add(rows.get((int) flaw.line() - 1) + ": " + flaw.cause());
      }
    }
    Collections.sort(findings);
    Files.delete(file);
    return new Read(digests, findings);
  }

  private void isTheSameInAnyOrder(List<String> rows, int findings) throws IOException {
    Read rising = read(rows);
    assertThat(rising.findings()).hasSize(findings);
    List<String> others = new ArrayList<>(rows);
    Collections.reverse(others);
    assertThat(read(others)).isEqualTo(rising);
    Collections.shuffle(others, new Random(5));
    assertThat(read(others)).isEqualTo(rising);
  }

  @Test
  void rows_withGapsAndOverlaps_areTheSameInAnyOrder() throws IOException {
    List<String> rows = minutes(0, 9000);
    rows.subList(5000, 5100).clear();
    rows.add(501, row(START + 500 * 60 + 30, 9, 1));
    rows.add(8001, row(START + 8099 * 60 + 59, 9, 1));
    isTheSameInAnyOrder(rows, 2);
  }

  @Test
  void rows_ofOneTime_areTheFullestInAnyOrder() throws IOException {
    List<String> rows = minutes(0, 5000);
    rows.add(100, row(START + 100 * 60, 7, 11));
    Read fuller = read(rows);
    rows.set(100, row(START + 100 * 60, 7, 9));
    Read emptier = read(rows);
    assertThat(emptier.digests()).isEqualTo(read(minutes(0, 5000)).digests());
    assertThat(fuller.digests()).isNotEqualTo(emptier.digests());
    for (int volume : new int[] {9, 10, 11}) {
      rows.set(100, row(START + 100 * 60, 7, volume));
      List<Object> digests = read(rows).digests();
      Collections.reverse(rows);
      assertThat(read(rows).digests()).isEqualTo(digests);
      Collections.reverse(rows);
    }
  }

  @Test
  void rows_ofTwoLengths_haveTheCommonestOfAllInAnyOrder() throws IOException {
    List<String> rows = minutes(0, 1200);
    for (int hour = 0; hour < 2000; hour++) {
      rows.add(row(START + 1200 * 60 + hour * 3600L, 1, 1));
    }
    isTheSameInAnyOrder(rows, 1);
  }

  @Test
  void rows_moreThanOneRun_areMerged() throws IOException {
    isTheSameInAnyOrder(minutes(0, 70_000), 0);
  }

  @Test
  void rows_newestFirstAndClean_areOneNote() throws IOException {
    List<String> rows = minutes(0, 9000);
    Collections.reverse(rows);
    read(rows);
    assertThat(flaws).extracting(Flaw::line, Flaw::cause).containsExactly(tuple(1L, NEWEST));
  }

  @Test
  void rows_amongNewestFirst_thatAreOutOfOrder_areNamed() throws IOException {
    List<String> rows = minutes(0, 10);
    Collections.reverse(rows);
    Collections.swap(rows, 4, 5);
    read(rows);
    assertThat(flaws)
        .extracting(Flaw::line, Flaw::cause)
        .containsExactly(
            tuple(1L, NEWEST),
            tuple(
                6L,
                "the candle of 2023-11-15T00:05:00Z comes after an earlier one, in a file that runs"
                    + " newest first"));
  }

  @Test
  void latest_ofRowsInAnyOrder_isTheLatest() throws IOException {
    List<String> rows = minutes(0, 1000);
    Instant last = Instant.ofEpochSecond(START + 999 * 60L);
    for (int turn = 0; turn < 10; turn++) {
      write("coin_X.csv", rows);
      try (CandleFolder candles = open()) {
        assertThat(candles.latest()).isEqualTo(last);
      }
      Collections.rotate(rows, 97);
    }
    Collections.shuffle(rows, new Random(7));
    write("coin_X.csv", rows);
    try (CandleFolder candles = open()) {
      assertThat(candles.latest()).isEqualTo(last);
    }
  }

  @Test
  void times_thatHaveNotCome_areNamedAndMoveNoClock() throws IOException {
    String seconds = "4102444800,1,1,1,1,1";
    String millis = "9999999999000,1,1,1,1,1";
    for (int at : new int[] {0, 50, 100}) {
      List<String> rows = minutes(0, 100);
      rows.addAll(at, List.of(seconds, millis));
      write("coin_X.csv", rows);
      write("coin_Y.csv", minutes(0, 101));
      flaws.clear();
      try (CandleFolder candles = open()) {
        assertThat(candles.latest()).isEqualTo(Instant.ofEpochSecond(START + 100 * 60L));
      }
      assertThat(flaws)
          .extracting(Flaw::line, Flaw::cause)
          .containsExactly(
              tuple(
                  at + 1L,
                  "the time 2100-01-01T00:00:00Z has not come; not used (and 1 more like it)"));
      assertThat(read(rows).digests()).isEqualTo(read(minutes(0, 100)).digests());
    }
  }

  @Test
  void times_ofTodayByAnotherClock_areCandles() throws IOException {
    long now = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    write("coin_X.csv", List.of(row(now + 3600, 1, 1), row(now + 7200, 1, 1)));
    try (CandleFolder candles = open()) {
      assertThat(candles.latest()).isEqualTo(Instant.ofEpochSecond(now + 7200));
    }
    assertThat(flaws).isEmpty();
  }

  @Test
  void latest_filesOfNoUse_areNamedThoughNobodyAsksForThem() throws IOException {
    byte[] noise = new byte[3000];
    new Random(4).nextBytes(noise);
    for (byte[] file :
        Arrays.asList(
            noise, new byte[0], "time,open,high,low,close\n".getBytes(StandardCharsets.UTF_8))) {
      Files.write(folder.resolve("coin_X.csv"), file);
      flaws.clear();
      try (CandleFolder candles = open()) {
        assertThat(candles.latest()).isEqualTo(Instant.MIN);
        assertThat(candles.latest()).isEqualTo(Instant.MIN);
      }
      assertThat(flaws)
          .extracting(Flaw::cause)
          .containsOnlyOnce("fewer than two candles: their length cannot be told");
    }
  }
}
