package io.assay.runtime.measure;

import io.assay.runtime.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/// A number that was measured, or the reason why there is none. What is not known is never shown as
/// 0.
public sealed interface Figure {
  /// A number that was measured; its unit is said where the figure is. Byte counts are exact up to
  /// 2⁵³.
  record Known(double value) implements Figure {
    public Known {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a number that can be measured: " + value);
      }
    }
  }

  /// No number.
  ///
  /// @param why in a few words for the operator, such as `no message yet`
  record Absent(String why) implements Figure {
    public Absent {
      Objects.requireNonNull(why, "why");
    }
  }

  /// In what a figure is counted, and how it is written for people.
  enum Unit {
    COUNT,
    /// 0 to 1; written in percent.
    RATIO,
    SECONDS,
    /// Written in KB, MB or GB of 1,024.
    BYTES;

    /// A value with its unit, such as `61.0 %` or `1.5 GB`.
    public String text(double value) {
      return switch (this) {
        case COUNT -> String.format(Locale.ROOT, "%.1f", value);
        case RATIO -> String.format(Locale.ROOT, "%.1f %%", value * 100);
        case SECONDS -> String.format(Locale.ROOT, "%.3f s", value);
        case BYTES -> size(value);
      };
    }

    /// A count with its unit.
    public String text(long value) {
      return text((double) value);
    }

    private static String size(double bytes) {
      double rest = bytes;
      int step = 0;
      while (Math.abs(rest) >= 1024 && step < 3) {
        rest /= 1024;
        step++;
      }
      String unit = List.of("B", "KB", "MB", "GB").get(step);
      return String.format(Locale.ROOT, step == 0 ? "%.0f %s" : "%.1f %s", rest, unit);
    }
  }

  static Figure of(double value) {
    return new Known(value);
  }

  static Figure of(long value) {
    return new Known((double) value);
  }

  static Figure absent(String why) {
    return new Absent(why);
  }

  /// A part of a whole.
  ///
  /// @param why there is none where the whole is 0 or less
  static Figure share(double part, double whole, String why) {
    return whole > 0 ? of(part / whole) : absent(why);
  }

  /// So many of so many.
  ///
  /// @param why there is none where there are none
  static Figure share(long part, long whole, String why) {
    return share((double) part, (double) whole, why);
  }

  /// Asks for a figure; an asking that fails is an absence and not a failure of the asker.
  static Figure ask(Supplier<Figure> supplier) {
    try {
      return supplier.get();
    } catch (RuntimeException failure) {
      return absent("could not be had: " + Fault.lineOf(failure));
    }
  }

  /// This figure over another; absent where either is, or the other is not above 0.
  default Figure over(Figure whole) {
    return switch (this) {
      case Absent _ -> this;
      case Known(double part) ->
          switch (whole) {
            case Absent _ -> whole;
            case Known(double all) -> share(part, all, "nothing to compare it with");
          };
    };
  }

  /// The greater of what is known.
  default Figure max(Figure other) {
    return switch (this) {
      case Absent _ -> other;
      case Known(double mine) ->
          switch (other) {
            case Absent _ -> this;
            case Known(double theirs) -> theirs > mine ? other : this;
          };
    };
  }

  /// Whether it is known and above the limit.
  default boolean isAbove(double limit) {
    return this instanceof Known(double value) && value > limit;
  }

  /// Whether it is known and below the limit.
  default boolean isBelow(double limit) {
    return this instanceof Known(double value) && value < limit;
  }

  /// The value as a gauge has it: NaN where there is none.
  default double orNaN() {
    return this instanceof Known(double value) ? value : Double.NaN;
  }

  /// The value with its unit, or why there is none.
  default String text(Unit unit) {
    return switch (this) {
      case Known(double value) -> unit.text(value);
      case Absent(String why) -> why;
    };
  }
}
