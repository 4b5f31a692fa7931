package io.assay.core.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CandleBlockTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String FIRST = "1704067200,0.00123,0.00125,0.00122,0.00124,51234.5";
  private static final String SECOND = "1704067260,0.00124,0.00130,0.00124,0.00129,";

  private static CandleBlock parse(String text) {
    return CandleBlock.parse(text.getBytes(UTF_8));
  }

  private static CandleDraft draft(String... lines) {
    CandleDraft draft = new CandleDraft(MINUTE);
    CandleLine line = new CandleLine();
    for (String words : lines) {
      byte[] bytes = words.getBytes(UTF_8);
      assertThat(line.read(bytes, 0, bytes.length)).isEqualTo(CandleLine.Finding.SOUND);
      draft.add(line);
    }
    return draft;
  }

  @Test
  void of_twoLines_isTheCanonicalText() {
    CandleBlock block = CandleBlock.of(MINUTE, List.of(FIRST, SECOND));
    assertThat(new String(block.text(), UTF_8))
        .isEqualTo("candles 1 60000\n" + FIRST + "\n" + SECOND + "\n");
    assertThat(block.digest()).isEqualTo(Sha256.over(block.text()));
    assertThat(block.weight()).isEqualTo(block.text().length + 2 * 48);
  }

  @Test
  void candles_ofALine_areItsNumbers() {
    Candles candles = CandleBlock.of(MINUTE, List.of(FIRST, SECOND)).candles();
    assertThat(candles.size()).isEqualTo(2);
    assertThat(candles.step()).isEqualTo(MINUTE);
    assertThat(candles.openAt(0)).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(candles.open(0)).isEqualTo(0.00123);
    assertThat(candles.high(0)).isEqualTo(0.00125);
    assertThat(candles.low(0)).isEqualTo(0.00122);
    assertThat(candles.close(0)).isEqualTo(0.00124);
    assertThat(candles.volume(0)).isEqualTo(51234.5);
    assertThat(candles.volume(1)).isNaN();
  }

  @Test
  void candles_closeAboveTheHigh_widenTheRangeAndLeaveTheText() {
    String odd = "1704067200,1.0,1.2,1.1,1.5,7";
    CandleBlock block = CandleBlock.of(MINUTE, List.of(odd));
    assertThat(block.candles().high(0)).isEqualTo(1.5);
    assertThat(block.candles().low(0)).isEqualTo(1.0);
    assertThat(new String(block.text(), UTF_8)).contains(odd);
  }

  @Test
  void parse_ofAnyBlock_keepsEveryDecimal() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      List<String> lines = lines(random, random.nextInt(50));
      CandleBlock made = CandleBlock.of(MINUTE, lines);
      CandleBlock read = CandleBlock.parse(made.text());
      assertThat(new String(read.text(), UTF_8).lines().skip(1)).isEqualTo(lines);
      assertThat(read.digest()).isEqualTo(made.digest());
      assertThat(draft(lines.toArray(String[]::new)).seal().digest()).isEqualTo(made.digest());
    }
  }

  private static List<String> lines(SplittableRandom random, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder line = new StringBuilder().append(1_704_067_200L + i * 60L);
      String price = "0." + "0".repeat(random.nextInt(12)) + (1 + random.nextLong(1L << 62));
      line.repeat("," + price, 4).append(',');
      lines.add(random.nextBoolean() ? line.append(random.nextInt(1000)).toString() : line + "");
    }
    return lines;
  }

  @Test
  void parse_theCallersBytesChangedLater_staysAsItWas() {
    byte[] text = CandleBlock.of(MINUTE, List.of(FIRST)).text();
    CandleBlock block = CandleBlock.parse(text);
    text[0] = 'X';
    assertThat(new String(block.text(), UTF_8)).startsWith("candles 1 60000\n");
  }

  @Test
  void parse_noCandles_isAnEmptyBlock() {
    assertThat(parse("candles 1 60000\n").candles().size()).isZero();
  }

  @Test
  void parse_shortestLines_areRead() {
    assertThat(parse("candles 1 1000\n0,1,1,1,1,\n1,1,1,1,1,\n2,1,1,1,1,\n").candles().size())
        .isEqualTo(3);
  }

  @Test
  void parse_whatIsNoBlock_isRefused() {
    for (String text :
        new String[] {
          "",
          "\n",
          "candles",
          "candles 1 ",
          "candles 1 60000",
          "candles 2 60000\n",
          "candles 1 x\n",
          "candles 1 0\n",
          "candles 1 -5\n",
          "candles 1 060000\n",
          "candles 1 60000\n" + FIRST,
          "candles 1 60000\n\n",
          "candles 1 60000\n" + FIRST + "\n" + FIRST + "\n",
          "candles 1 60000\n" + SECOND + "\n" + FIRST + "\n",
          "candles 1 60000\n1704067200,1,1,1,1\n",
          "candles 1 60000\n1704067200,1,1,1,1,1,1\n",
          "candles 1 60000\n1704067200, 1,1,1,1,1\n",
          "candles 1 60000\n1704067200,1,1,1,1,1\r\n",
          "candles 1 60000\n1704067200,\"1\",1,1,1,1\n",
          "candles 1 60000\n1704067200000,1,1,1,1,1\n",
          "candles 1 60000\n01704067200,1,1,1,1,1\n",
          "candles 1 60000\n1704067200,one,1,1,1,1\n",
          "candles 1 60000\n1704067200,,1,1,1,1\n",
        }) {
      assertThatThrownBy(() -> parse(text)).as(text).isInstanceOf(CanonException.class);
    }
  }

  @Test
  void seal_linesOutOfOrder_areSortedAndTheFirstOfOneTimeCounts() {
    String again = "1704067200,9,9,9,9,9";
    assertThat(draft(SECOND, FIRST, again, SECOND).seal().digest())
        .isEqualTo(CandleBlock.of(MINUTE, List.of(FIRST, SECOND)).digest());
  }

  @Test
  void seal_untidyLines_areCanonical() {
    CandleDraft draft = draft("  1704067200000 , \"1.50\",2e0 ,\t1,1.0\r");
    assertThat(draft.size()).isEqualTo(1);
    assertThat(draft.seal().digest())
        .isEqualTo(CandleBlock.of(MINUTE, List.of("1704067200,1.50,2e0,1,1.0,")).digest());
  }

  @Test
  void recalled_aBlockTakenApart_isTheSameBlock() {
    CandleBlock block = CandleBlock.of(MINUTE, List.of(FIRST, SECOND));
    ByteBuffer packed = ByteBuffer.allocate(block.candles().packedBytes());
    block.candles().put(packed);
    assertThat(packed.hasRemaining()).isFalse();
    Candles candles = Candles.get(packed.flip());
    CandleBlock again = CandleBlock.recalled(block.digest(), candles, block::text);
    assertThat(again.digest()).isEqualTo(block.digest());
    assertThat(again.text()).isEqualTo(block.text());
    assertThat(again.weight()).isEqualTo(2 * 48);
    assertThat(candles.step()).isEqualTo(MINUTE);
    assertThat(candles.openAt(1)).isEqualTo(block.candles().openAt(1));
    assertThat(candles.close(1)).isEqualTo(0.00129);
    assertThat(candles.volume(1)).isNaN();
  }

  @Test
  void addFuller_ofOneTime_countsWhatTradedMoreWhicheverCameFirst() {
    String fuller = "1704067200,1,2,1,1,20";
    for (String other :
        List.of("1704067200,1,2,1,1,19", "1704067200,1,2,1,1,", "1704067200,1,1.9,1,1,20")) {
      assertThat(fuller(other, fuller)).isEqualTo(fuller(fuller, other));
      assertThat(fuller(other, fuller)).startsWith("candles 1 60000\n" + fuller + "\n");
    }
    String twin = "1704067200,1,2,1,1.0,20";
    assertThat(fuller(twin, fuller)).isEqualTo(fuller(fuller, twin));
  }

  private static String fuller(String first, String second) {
    CandleDraft draft = draft(first);
    CandleLine line = new CandleLine();
    byte[] bytes = second.getBytes(UTF_8);
    line.read(bytes, 0, bytes.length);
    draft.addFuller(line);
    bytes = SECOND.getBytes(UTF_8);
    line.read(bytes, 0, bytes.length);
    draft.add(line);
    CandleBlock block = draft.seal();
    assertThat(CandleBlock.parse(block.text()).digest()).isEqualTo(block.digest());
    return new String(block.text(), UTF_8);
  }
}
