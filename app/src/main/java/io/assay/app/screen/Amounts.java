package io.assay.app.screen;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Amounts in as few letters as tell them. What is not known is a dash.
final class Amounts {
  static final String UNKNOWN = "–";

  private static final List<String> SIZES = List.of("B", "KB", "MB", "GB", "TB");
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private Amounts() {}

  /// Bytes in multiples of 1,024, such as `512 MB`.
  static String bytes(@Nullable Long bytes) {
    if (bytes == null) {
      return UNKNOWN;
    }
    double amount = bytes;
    int size = 0;
    while (amount >= 1000 && size < SIZES.size() - 1) {
      amount /= 1024;
      size++;
    }
    return written(amount, size > 0 && amount < 10 ? 1 : 0) + " " + SIZES.get(size);
  }

  /// A ratio in percent. Near to all of it there is one digit more, and no rounding up: what misses
  /// a target does not look as if it met it.
  static String percent(@Nullable Double ratio) {
    if (ratio == null) {
      return UNKNOWN;
    }
    double percent = ratio * 100;
    boolean whole = Math.abs(percent - Math.rint(percent)) < 1e-9;
    boolean nearlyAll = percent > 90 && percent < 100 && !whole;
    return (nearlyAll ? floored(percent, 1) : written(percent, 0)) + " %";
  }

  /// A ratio in percent with two digits more, not rounded up: availability is told in nines.
  static String share(@Nullable Double ratio) {
    return ratio == null ? UNKNOWN : floored(ratio * 100, 2) + " %";
  }

  private static String floored(double amount, int digits) {
    double scale = Math.pow(10, digits);
    return written(Math.floor(amount * scale + 1e-9) / scale, digits);
  }

  private static String written(double amount, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", amount);
  }

  /// How long something took, such as `80 ms`.
  static String time(@Nullable Duration time) {
    if (time == null) {
      return UNKNOWN;
    }
    double millis = time.toNanos() / 1e6;
    if (millis < 1) {
      return written(millis * 1000, 0) + " µs";
    }
    if (millis < 1000) {
      return written(millis, 0) + " ms";
    }
    return time.toSeconds() < MINUTE ? written(millis / 1000, 1) + " s" : span(time);
  }

  /// How long something has been so, such as `3 d 4 h`: the two greatest units. A clock that was
  /// set back makes nothing younger than now.
  static String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    return seconds < DAY
        ? span(Duration.ofSeconds(seconds))
        : seconds / DAY + " d " + seconds % DAY / HOUR + " h";
  }

  /// How long, without days: `24 h`, `1 h 2 m`, `5 m`.
  static String span(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " m" + rest(seconds % MINUTE, " s");
    }
    return seconds / HOUR + " h" + rest(seconds % HOUR / MINUTE, " m");
  }

  private static String rest(long amount, String unit) {
    return amount == 0 ? "" : " " + amount + unit;
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
