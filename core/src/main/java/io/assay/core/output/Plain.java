package io.assay.core.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;

/// Values as tables show them.
final class Plain {
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private Plain() {}

  /// A decimal of twelve significant digits at most, without an exponent.
  static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : "";
  }

  /// The same of what is known to seven digits only: the shortest decimal that means it.
  static String number(float value) {
    return Float.isFinite(value)
        ? new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString()
        : "";
  }

  /// ISO 8601 in UTC; empty for the ends of time, which stand for never.
  static String time(Instant at) {
    return at.equals(Instant.MAX) || at.equals(Instant.MIN) ? "" : at.toString();
  }
}
