package io.assay.sim.market;

import io.assay.core.price.CandleBlock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Candles as text in the making. Prices have five digits or more, however far they fall; nothing
/// is written as the least that can be.
final class CandleText {
  private static final int DIGITS = 5;
  private static final int LONGEST_LINE = 160;

  /// Below so many units, a price is told in units of a ten-thousandth.
  private static final double FEWEST_UNITS = 10_000;

  private static final int MORE_DECIMALS = 4;
  private static final int MOST_DECIMALS = 18;

  private final int decimals;
  private final double scale;
  private byte[] text = new byte[16_384];
  private int length;
  private boolean empty = true;

  /// @param step length of the candles, seconds
  /// @param firstLog natural logarithm of the price that sets the unit
  CandleText(int step, double firstLog) {
    decimals = Math.max(0, DIGITS - (int) StrictMath.floor(firstLog / StrictMath.log(10)));
    scale = StrictMath.pow(10, decimals);
    byte[] head = ("candles 1 " + step * 1000L + "\n").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, text, 0, head.length);
    length = head.length;
  }

  boolean isEmpty() {
    return empty;
  }

  /// @param openAt seconds since 1970
  /// @param factor of all prices
  void add(long openAt, Course.Bar bar, double factor) {
    if (text.length - length < LONGEST_LINE) {
      text = Arrays.copyOf(text, text.length * 2);
    }
    empty = false;
    whole(openAt);
    price(bar.open * factor);
    price(bar.high * factor);
    price(bar.low * factor);
    price(bar.close * factor);
    text[length++] = ',';
    whole(bar.volume);
    text[length++] = '\n';
  }

  private void whole(long number) {
    int digits = digits(number);
    put(number, digits, length + digits);
    length += digits;
  }

  private void price(double usd) {
    int places = decimals;
    double scaled = usd * scale;
    while (scaled < FEWEST_UNITS && places + MORE_DECIMALS <= MOST_DECIMALS) {
      scaled *= FEWEST_UNITS;
      places += MORE_DECIMALS;
    }
    long units = Math.max(1, (long) StrictMath.rint(Math.min(scaled, 1e17)));
    text[length++] = ',';
    int digits = Math.max(digits(units), places + 1);
    if (places == 0) {
      put(units, digits, length + digits);
      length += digits;
      return;
    }
    long parts = power(places);
    put(units % parts, places, length + digits + 1);
    put(units / parts, digits - places, length + digits - places);
    text[length + digits - places] = '.';
    length += digits + 1;
  }

  /// Writes the lowest digits of a number so that they end before `end`.
  private void put(long number, int digits, int end) {
    long rest = number;
    for (int at = end - 1; at >= end - digits; at--) {
      text[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  CandleBlock block() {
    return CandleBlock.parse(Arrays.copyOf(text, length));
  }
}
