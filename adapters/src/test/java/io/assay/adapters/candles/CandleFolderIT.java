package io.assay.adapters.candles;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.message.Flaw;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandleFolderIT {
  private static final String HEADER = "time,open,high,low,close,volume\n";
  private static final String MINT = "So11111111111111111111111111111111111111112";
  private static final Asset.Token TOKEN = new Asset.Token(Chain.SOLANA, MINT);
  private static final long START = 1_700_006_400L;

  @TempDir Path folder;
  private final List<Flaw> flaws = new ArrayList<>();

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private CandleFolder open() throws IOException {
    return CandleFolder.open(folder, 1 << 20, flaws::add);
  }

  private static String row(int minute, double price) {
    return (START + minute * 60L) + "," + price + "," + price + "," + price + "," + price + ",10\n";
  }

  private static String rows(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(row(i, 1 + i / 1000.0));
    }
    return text.toString();
  }

  private static Answer all(CandleFolder candles, Asset asset) {
    return candles.answer(
        new Question.CandlesOf(asset, Instant.EPOCH, Instant.ofEpochSecond(4_000_000_000L)));
  }

  private static int size(Answer answer) {
    return ((Answer.CandlesFound) answer)
        .blocks().stream().mapToInt(block -> block.candles().size()).sum();
  }

  private List<String> causes() {
    return flaws.stream().map(flaw -> flaw.line() + ": " + flaw.cause()).toList();
  }

  @Test
  void answer_aToken_hasItsCandles() throws IOException {
    write("solana_" + MINT + ".csv", HEADER + rows(0, 10));
    try (CandleFolder candles = open()) {
      Answer answer = all(candles, TOKEN);
      assertThat(size(answer)).isEqualTo(10);
      CandleBlock block = ((Answer.CandlesFound) answer).blocks().getFirst();
      assertThat(block.candles().openAt(0)).isEqualTo(Instant.ofEpochSecond(START));
      assertThat(block.candles().close(9)).isEqualTo(1.009);
      assertThat(new String(block.text(), StandardCharsets.UTF_8))
          .startsWith("candles 1 60000\n" + row(0, 1.0));
    }
    assertThat(flaws).isEmpty();
  }

  @Test
  void answer_coinsAndListings_shareAFile() throws IOException {
    write("coin_abc.csv", rows(0, 5));
    try (CandleFolder candles = open()) {
      assertThat(size(all(candles, new Asset.Coin("abc-coin", "abc")))).isEqualTo(5);
      assertThat(size(all(candles, new Asset.Listing("binance", "ABC")))).isEqualTo(5);
    }
  }

  @Test
  void answer_noFile_isUnanswerableAndNamesIt() throws IOException {
    try (CandleFolder candles = open()) {
      assertThat(all(candles, TOKEN))
          .isEqualTo(new Answer.Unanswerable("no candle file solana_" + MINT + ".csv"));
    }
  }

  @Test
  void answer_blocks_beginAtMultiplesOfTheirSpanAndOnlyThoseAsked() throws IOException {
    write("coin_X.csv", rows(0, 10_000));
    try (CandleFolder candles = open()) {
      Asset coin = new Asset.Coin("x", "X");
      List<CandleBlock> blocks = ((Answer.CandlesFound) all(candles, coin)).blocks();
      assertThat(size(all(candles, coin))).isEqualTo(10_000);
      for (CandleBlock block : blocks.subList(1, blocks.size())) {
        assertThat(block.candles().openMillis(0) % (4096 * 60_000L)).isZero();
      }
      Instant from = blocks.get(1).candles().openAt(5);
      Answer some = candles.answer(new Question.CandlesOf(coin, from, from.plusSeconds(60)));
      assertThat(((Answer.CandlesFound) some).blocks())
          .extracting(CandleBlock::digest)
          .containsExactly(blocks.get(1).digest());
    }
  }

  @Test
  void answer_aFileThatGrew_keepsTheBlocksThatWereFull() throws IOException {
    write("coin_X.csv", rows(0, 9000));
    write("coin_Y.csv", rows(0, 9500));
    try (CandleFolder candles = open()) {
      var before = ((Answer.CandlesFound) all(candles, new Asset.Coin("x", "X"))).blocks();
      var after = ((Answer.CandlesFound) all(candles, new Asset.Coin("y", "Y"))).blocks();
      assertThat(after.get(0).digest()).isEqualTo(before.get(0).digest());
      assertThat(after.get(1).digest()).isEqualTo(before.get(1).digest());
    }
  }

  @Test
  void answer_rowsInAnyOrder_areTheSameCandles() throws IOException {
    List<String> lines = new ArrayList<>(Arrays.asList(rows(0, 20_000).split("(?<=\n)")));
    write("coin_X.csv", String.join("", lines));
    Collections.shuffle(lines, new Random(3));
    write("coin_Y.csv", String.join("", lines));
    Collections.sort(lines, Collections.reverseOrder());
    write("coin_Z.csv", String.join("", lines));
    try (CandleFolder candles = open()) {
      var sorted = digests(candles, "X");
      assertThat(digests(candles, "Y")).isEqualTo(sorted);
      assertThat(digests(candles, "Z")).isEqualTo(sorted);
    }
    assertThat(causes())
        .hasSize(2)
        .anyMatch(cause -> cause.contains("comes after a later one"))
        .contains("1: the rows run newest first; they are put in order");
  }

  private static List<Object> digests(CandleFolder candles, String symbol) {
    return ((Answer.CandlesFound) all(candles, new Asset.Coin("c", symbol)))
        .blocks().stream().<Object>map(CandleBlock::digest).toList();
  }

  @Test
  void answer_flawedRows_areNamedWithTheirLineAndTheRestGoesOn() throws IOException {
    write(
        "coin_X.csv",
        HEADER + rows(0, 5) + row(4, 9) + "rubbish\n" + rows(8, 10) + row(5, 2) + "1,2\n");
    try (CandleFolder candles = open()) {
      assertThat(size(all(candles, new Asset.Coin("x", "X")))).isEqualTo(8);
    }
    assertThat(causes())
        .containsExactly(
            "7: the candle of 2023-11-15T00:04:00Z comes twice; the one that traded more counts",
            "8: not the five or six fields time,open,high,low,close,volume: “rubbish”"
                + " (and 1 more like it)",
            "9: a gap of 2 candles before that of 2023-11-15T00:08:00Z",
            "11: the candle of 2023-11-15T00:05:00Z comes after a later one");
  }

  @Test
  void answer_aTruncatedGzip_givesWhatWasReadAndSaysSo() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(rows(0, 5000).getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    Files.write(folder.resolve("coin_X.csv.gz"), half);
    try (CandleFolder candles = open()) {
      assertThat(size(all(candles, new Asset.Coin("x", "X")))).isBetween(500, 4500);
    }
    assertThat(causes()).hasSize(2).last().asString().contains("the gzip stream ends early");
  }

  @Test
  void answer_nothingUsable_isUnanswerable() throws IOException {
    write("coin_X.csv", HEADER);
    write("coin_Y.csv", "");
    Files.write(folder.resolve("coin_Z.csv"), new byte[] {0x1f, (byte) 0x8b, 1, 2});
    try (CandleFolder candles = open()) {
      for (String symbol : List.of("X", "Y", "Z")) {
        assertThat(all(candles, new Asset.Coin("c", symbol)))
            .isEqualTo(new Answer.Unanswerable("no usable candle in coin_" + symbol + ".csv"));
      }
    }
    assertThat(flaws).hasSize(3);
  }

  private static final String TOO_FEW = "0: fewer than two candles: their length cannot be told";

  private List<String> causesOf(byte[] file) throws IOException {
    flaws.clear();
    Files.write(folder.resolve("coin_X.csv"), file);
    try (CandleFolder candles = open()) {
      assertThat(all(candles, new Asset.Coin("x", "X"))).isInstanceOf(Answer.Unanswerable.class);
    }
    return causes();
  }

  @Test
  void answer_tooFewCandles_namesTheRowsThatAreNone() throws IOException {
    String iso = HEADER + "2024-01-01T00:00:00Z,1,1,1,1,5\n2024-01-01T00:01:00Z,1,1,1,1,5\n";
    assertThat(causesOf(iso.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "2: the time is not whole seconds or milliseconds since 1970:"
                + " “2024-01-01T00:00:00Z,1,1,1,1,5” (and 1 more like it)",
            TOO_FEW);
    String semicolons = rows(0, 3).replace(',', ';');
    assertThat(causesOf(semicolons.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "1: not the five or six fields time,open,high,low,close,volume: “"
                + row(0, 1.0).strip().replace(',', ';')
                + "” (and 2 more like it)",
            TOO_FEW);
    String oneGood = rows(0, 1) + "1,2\n" + START + ",x,1,1,1,1\n";
    assertThat(causesOf(oneGood.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "2: not the five or six fields time,open,high,low,close,volume: “1,2”",
            "3: a price or the volume is not a number: “" + START + ",x,1,1,1,1”",
            TOO_FEW);
  }

  @Test
  void answer_whatIsNoText_isNamedInLinesThatHarmNoTerminal() throws IOException {
    assertThat(causesOf(("\uFEFF" + rows(0, 3)).getBytes(StandardCharsets.UTF_16LE)))
        .first()
        .isEqualTo("1: is UTF-16 text; UTF-8 is wanted");
    assertThat(causesOf(rows(0, 3).getBytes(StandardCharsets.UTF_16)))
        .first()
        .isEqualTo("1: is UTF-16 text; UTF-8 is wanted");
    byte[] noise = new byte[3000];
    new Random(4).nextBytes(noise);
    assertThat(causesOf(noise)).hasSizeGreaterThan(1).last().isEqualTo(TOO_FEW);
    assertThat(flaws)
        .allSatisfy(flaw -> assertThat(flaw.toString().chars()).noneMatch(Character::isISOControl));
  }

  @Test
  void answer_chainOfAnAddress_isThatOfItsOnlyFile() throws IOException {
    String one = "0x" + "a1".repeat(20);
    String two = "0x" + "b2".repeat(20);
    write("bsc_" + one.toUpperCase(java.util.Locale.ROOT).replace("0X", "0x") + ".csv", rows(0, 3));
    write("bsc_" + two + ".csv", rows(0, 3));
    write("base_" + two + ".csv", rows(0, 3));
    try (CandleFolder candles = open()) {
      assertThat(chain(candles, one)).isEqualTo(new Answer.ChainFound(Chain.BSC));
      assertThat(chain(candles, two)).isInstanceOf(Answer.Unanswerable.class);
      assertThat(chain(candles, "0x" + "c3".repeat(20))).isInstanceOf(Answer.Unanswerable.class);
    }
  }

  @Test
  void answer_tokenOfAPool_isThePoolItselfWhereItHasAFile() throws IOException {
    String pair = "0x" + "d4".repeat(20);
    write("bsc_" + pair + ".csv", rows(0, 3));
    try (CandleFolder candles = open()) {
      Asset.Token pool = new Asset.Token(Chain.BSC, pair);
      assertThat(candles.answer(new Question.TokenOf(pool))).isEqualTo(new Answer.TokenFound(pool));
      assertThat(candles.answer(new Question.TokenOf(new Asset.Token(Chain.EVM, pair))))
          .isEqualTo(new Answer.TokenFound(pool));
      assertThat(candles.answer(new Question.TokenOf(TOKEN)))
          .isEqualTo(new Answer.Unanswerable("no candle file solana_" + MINT + ".csv"));
    }
  }

  @Test
  void answer_ofAFile_saysSo() throws IOException {
    write("solana_" + MINT + ".csv", rows(0, 3));
    try (CandleFolder candles = open()) {
      assertThat(((Answer.CandlesFound) all(candles, TOKEN)).told())
          .isEqualTo(Provenance.of("files"));
    }
  }

  private static Answer chain(CandleFolder candles, String address) {
    return candles.answer(new Question.ChainOf(new Asset.Token(Chain.EVM, address)));
  }

  @Test
  void open_oddNames_areFlawsAndOtherFilesAreLeftAlone() throws IOException {
    write("README.md", "hello");
    write("dogecoin.csv", rows(0, 3));
    write("moon_0x12.csv", rows(0, 3));
    open().close();
    assertThat(flaws).extracting(Flaw::cause).hasSize(2).allMatch(c -> c.startsWith("not named"));
  }

  @Test
  void latest_isTheLastRowOfAnyFileWhateverItsOrder() throws IOException {
    write("coin_X.csv", HEADER + rows(0, 50));
    String[] lines = rows(0, 3000).split("(?<=\n)");
    Collections.reverse(Arrays.asList(lines));
    write("coin_Y.csv", HEADER + String.join("", lines));
    try (OutputStream zip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("coin_Z.csv.gz")))) {
      zip.write(rows(0, 4000).getBytes(StandardCharsets.UTF_8));
    }
    try (CandleFolder candles = open()) {
      assertThat(candles.latest()).isEqualTo(Instant.ofEpochSecond(START + 3999 * 60L));
    }
    Files.delete(folder.resolve("coin_Z.csv.gz"));
    try (CandleFolder candles = open()) {
      assertThat(candles.latest()).isEqualTo(Instant.ofEpochSecond(START + 2999 * 60L));
    }
  }

  @Test
  void latest_anEmptyFolder_isNever() throws IOException {
    try (CandleFolder candles = open()) {
      assertThat(candles.latest()).isEqualTo(Instant.MIN);
    }
  }

  @Test
  void latest_ofAGzipCutOff_isTheLastRowThatItHeld() throws IOException {
    for (int rows : new int[] {60, 9000}) {
      Path file = folder.resolve("coin_X.csv.gz");
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream zip = new GZIPOutputStream(packed)) {
        zip.write(rows(0, rows).getBytes(StandardCharsets.UTF_8));
      }
      Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
      try (CandleFolder candles = open()) {
        var blocks = ((Answer.CandlesFound) all(candles, new Asset.Coin("x", "X"))).blocks();
        var last = blocks.getLast().candles();
        assertThat(candles.latest()).isEqualTo(last.openAt(last.size() - 1));
      }
    }
  }

  @Test
  void answer_candlesThatComeAgainLater_areNamedWithTheFirstLineAndCounted() throws IOException {
    write("coin_X.csv", HEADER + rows(0, 10) + rows(3, 8));
    try (CandleFolder candles = open()) {
      assertThat(size(all(candles, new Asset.Coin("x", "X")))).isEqualTo(10);
    }
    assertThat(causes())
        .contains(
            "12: the candle of 2023-11-15T00:03:00Z comes after a later one (and 4 more like it)",
            "12: the candle of 2023-11-15T00:03:00Z comes twice; the one that traded more counts"
                + " (and 4 more like it)");
  }
}
