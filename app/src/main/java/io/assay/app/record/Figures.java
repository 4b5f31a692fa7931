package io.assay.app.record;

import io.assay.core.reputation.Judged;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Figures as they are told to people, and missing ones as what they are.
public final class Figures {
  /// In place of what is not known.
  public static final String UNKNOWN = "–";

  private static final MathContext DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /// A share in whole percent: `49 %`.
  public static String share(double ratio) {
    return String.format(Locale.ROOT, "%.0f %%", ratio * 100);
  }

  /// A gain in whole percent, with its sign: `+50 %`.
  public static String gain(double ratio) {
    return String.format(Locale.ROOT, "%+.0f %%", ratio * 100);
  }

  /// The same, or a dash.
  public static String gain(OptionalDouble ratio) {
    return ratio.isPresent() ? gain(ratio.getAsDouble()) : UNKNOWN;
  }

  /// An interval of growth in percent a call.
  public static String growth(Judged.Growth growth) {
    Judged.Growth percent = growth.asPercent();
    return String.format(Locale.ROOT, "%+.2f…%+.2f %%", percent.lower(), percent.upper());
  }

  /// A price in five digits that count.
  public static String usd(double price) {
    return BigDecimal.valueOf(price).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  /// A multiple of the entry price: `2.31x`.
  public static String multiple(double ratio) {
    return String.format(Locale.ROOT, "%.2fx", ratio);
  }

  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// How many there are of something: `1 call`, `2 calls`.
  public static String count(long count, String one) {
    return count(count) + " " + one + (count == 1 ? "" : "s");
  }

  /// A time to the minute, UTC.
  public static String minute(Instant at) {
    return isTime(at) ? MINUTE.format(at) : UNKNOWN;
  }

  /// A time for programs; null for the ends of time, which stand for never.
  public static @Nullable String instant(Instant at) {
    return isTime(at) ? at.toString() : null;
  }

  private static boolean isTime(Instant at) {
    return !at.equals(Instant.MAX) && !at.equals(Instant.MIN);
  }

  /// A number for programs; null where it is none.
  public static @Nullable Double number(double number) {
    return Double.isFinite(number) ? number : null;
  }

  /// A number for programs; null where it is not known.
  public static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number(number.getAsDouble()) : null;
  }

  /// The name of a constant as a word.
  public static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
