package io.assay.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalTest {
  private static final int ROUNDS = 1_000_000;

  private static double parse(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
    return Decimal.parse(bytes, 1, bytes.length - 1);
  }

  private static void isWhatTheJdkReads(String text) {
    if (Double.compare(parse(text), Double.parseDouble(text)) != 0) {
      assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
    }
  }

  @Test
  void parse_pricesOfAnyLength_areWhatTheJdkReads() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < ROUNDS; i++) {
      isWhatTheJdkReads(plain(random, 1 + random.nextInt(24)));
    }
  }

  @Test
  void parse_shortestFormsOfDoubles_comeBackAsThemselves() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < ROUNDS; i++) {
      double value = Math.exp(random.nextDouble() * 60 - 40);
      if (parse(Double.toString(value)) != value) {
        assertThat(parse(Double.toString(value))).isEqualTo(value);
      }
    }
  }

  @Test
  void parse_anyDoubleAtAll_comesBackAsItself() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        isWhatTheJdkReads(Double.toString(value));
      }
    }
  }

  @Test
  void parse_halfWayBetweenTwoDoubles_isRoundedAsTheJdkDoes() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 20_000; i++) {
      double value = Math.exp(random.nextDouble() * 60 - 40);
      BigDecimal half =
          new BigDecimal(value).add(new BigDecimal(Math.nextUp(value))).divide(BigDecimal.TWO);
      isWhatTheJdkReads(half.toPlainString());
      isWhatTheJdkReads(half.toPlainString() + "1");
      isWhatTheJdkReads(half.round(new MathContext(19)).toString());
    }
  }

  @Test
  void parse_odditiesOfProviders_areWhatTheJdkReads() {
    for (String text :
        new String[] {
          "0",
          "-0",
          "0.0",
          "1e-12",
          "1E-12",
          "3.1e+5",
          ".5",
          "5.",
          "+7",
          "9007199254740993",
          "9007199254740992",
          "9223372036854775808",
          "9999999999999999999",
          "18446744073709551616",
          "4.9e-324",
          "2.2250738585072014e-308",
          "1.7976931348623157e308",
          "1e400",
          "1e-400",
          "1e99999999999",
          "0e99999999999",
          "0." + "0".repeat(30) + "123456789",
          "0.0000012345678901234567890123456789012345678901234567890123456789012345",
          "1".repeat(70),
          "1" + "0".repeat(400),
          "0." + "3".repeat(1000)
        }) {
      isWhatTheJdkReads(text);
    }
  }

  @Test
  void parse_whatIsNoDecimal_isNaN() {
    for (String text :
        new String[] {
          "",
          ".",
          "-",
          "+",
          "e5",
          "1e",
          "1e+",
          "1e5x",
          "1.2.3",
          "1,2",
          "0x1p3",
          "1f",
          "NaN",
          "Infinity",
          "null",
          " 1",
          "1 ",
          "--1",
          "१",
          "1_000",
          "$1"
        }) {
      assertThat(parse(text)).as(text).isNaN();
    }
  }

  private static String plain(SplittableRandom random, int digits) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "0." : "");
    if (!text.isEmpty()) {
      text.repeat("0", random.nextInt(14));
    }
    int point = text.isEmpty() ? random.nextInt(digits + 1) : -1;
    for (int i = 0; i < digits; i++) {
      if (i == point) {
        text.append('.');
      }
      text.append((char) ('0' + random.nextInt(10)));
    }
    if (random.nextInt(5) == 0) {
      text.append('e').append(random.nextInt(40) - 25);
    }
    return text.toString();
  }
}
