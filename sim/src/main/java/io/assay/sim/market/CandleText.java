package io.assay.sim.market;

import io.assay.core.price.CandleBlock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Candles as text in the making: prices in whole units, some millionth of the first price each.
final class CandleText {
  private static final int DIGITS = 5;
  private static final int LONGEST_LINE = 160;

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
    long units = Math.max(1, (long) StrictMath.rint(Math.min(usd * scale, 1e17)));
    text[length++] = ',';
    int digits = Math.max(digits(units), decimals + 1);
    if (decimals == 0) {
      put(units, digits, length + digits);
      length += digits;
      return;
    }
    long parts = power(decimals);
    put(units % parts, decimals, length + digits + 1);
    put(units / parts, digits - decimals, length + digits - decimals);
    text[length + digits - decimals] = '.';
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
