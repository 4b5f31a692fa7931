package io.assay.core.price;

import java.nio.charset.StandardCharsets;

/// Reads a decimal number straight from bytes, to the double that is nearest to it: the same double
/// as [Double#parseDouble], without a String in between.
///
/// A mantissa up to 2^53 and a power of ten up to 22 are both exact doubles, so one multiplication
/// or division is rounded once and right (Clinger, "How to read floating point numbers accurately",
/// 1990). That is nearly every price; whatever is left is handed to the JDK.
final class Decimal {
  private static final int MOST_DIGITS = 18;
  private static final int MOST_EXPONENT = 100_000;
  private static final int NONE = Integer.MIN_VALUE;
  private static final int EXACT_POWER = 22;
  private static final long EXACT_MANTISSA = 1L << 53;
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Decimal() {}

  /// The number in `bytes[from, to)`: digits with at most one point, an optional sign before them
  /// and an optional power of ten (`e-7`) behind. NaN where the bytes are not such a number (NaN
  /// has no spelling here); infinite where it is too large for a double.
  static double parse(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int first = negative || (from < to && bytes[from] == '+') ? from + 1 : from;
    long mantissa = 0;
    int digits = 0;
    int decimals = 0;
    boolean point = false;
    boolean exact = true;
    int at = first;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        decimals += point ? 1 : 0;
        exact &= mantissa < EXACT_MANTISSA / 10;
        mantissa = exact ? mantissa * 10 + digit : mantissa;
      } else if (bytes[at] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    int power = at < to ? power(bytes, at, to) : 0;
    if (digits == 0 || power == NONE) {
      return Double.NaN;
    }
    int exponent = power - decimals;
    if (!exact || digits > MOST_DIGITS || Math.abs(exponent) > EXACT_POWER) {
      return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }
    double value = exponent < 0 ? mantissa / TENS[-exponent] : mantissa * TENS[exponent];
    return negative ? -value : value;
  }

  /// The number behind an `e`, kept within what can matter; NONE where there is none.
  private static int power(byte[] bytes, int from, int to) {
    boolean negative = from + 1 < to && bytes[from + 1] == '-';
    int at = negative || (from + 1 < to && bytes[from + 1] == '+') ? from + 2 : from + 1;
    if ((bytes[from] | 0x20) != 'e' || at >= to) {
      return NONE;
    }
    int power = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      power = Math.min(power * 10 + digit, MOST_EXPONENT);
    }
    return negative ? -power : power;
  }
}
