package io.assay.core.output;

import java.math.BigDecimal;
import java.time.Instant;

/// Values as tables show them.
final class Plain {
  private Plain() {}

  /// The shortest decimal that is this double and no other, without an exponent.
  static String number(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).toPlainString() : "";
  }

  /// ISO 8601 in UTC; empty for the ends of time, which stand for never.
  static String time(Instant at) {
    return at.equals(Instant.MAX) || at.equals(Instant.MIN) ? "" : at.toString();
  }
}
