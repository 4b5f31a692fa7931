package io.assay.core.price;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// How often the price of something that was called is looked at, by the age of the call: a young
/// call moves fast, an old one does not.
///
/// @param stretches by age, the youngest first; beyond the last nothing is looked at any more
public record Pace(List<Stretch> stretches) {
  /// One minute in the first hour, five minutes to a day, an hour to a week, six hours to 30 days.
  public static final Pace USUAL =
      new Pace(
          List.of(
              new Stretch(Duration.ofHours(1), Duration.ofMinutes(1)),
              new Stretch(Duration.ofDays(1), Duration.ofMinutes(5)),
              new Stretch(Duration.ofDays(7), Duration.ofHours(1)),
              new Stretch(Duration.ofDays(30), Duration.ofHours(6))));

  /// A stretch of a call's life.
  ///
  /// @param until age at which it ends
  /// @param step between two looks
  public record Stretch(Duration until, Duration step) {
    public Stretch {
      Objects.requireNonNull(until, "until");
      if (step.isNegative() || step.isZero()) {
        throw new IllegalArgumentException("nobody can look every " + step);
      }
    }
  }

  public Pace {
    stretches = List.copyOf(stretches);
    for (int i = 1; i < stretches.size(); i++) {
      if (stretches.get(i).until().compareTo(stretches.get(i - 1).until()) <= 0) {
        throw new IllegalArgumentException("stretches out of order: " + stretches);
      }
    }
  }

  /// Between two looks at something of that age; zero where it is not looked at any more.
  public Duration step(Duration age) {
    for (Stretch stretch : stretches) {
      if (age.compareTo(stretch.until()) < 0) {
        return stretch.step();
      }
    }
    return Duration.ZERO;
  }
}
