package io.assay.core.foresight;

import java.time.Duration;
import java.util.Objects;

/// What was predicted of a call when it was made, beside what came: Assay's own expectation, or the
/// target that the caller stated.
///
/// @param predicted gain, ratio of the stake: 0.5 is +50 %
/// @param realised gain after costs, of the same exit
public record Prediction(double predicted, double realised, Timing timing) {
  public Prediction {
    Objects.requireNonNull(timing, "timing");
    if (Double.isNaN(predicted) || Double.isNaN(realised)) {
      throw new IllegalArgumentException("gains are numbers: " + predicted + ", " + realised);
    }
  }

  /// A prediction that says nothing of time.
  public static Prediction untimed(double predicted, double realised) {
    return new Prediction(predicted, realised, new Timing.Unstated());
  }

  /// When it was to come true.
  public sealed interface Timing {
    /// A time was stated.
    ///
    /// @param predicted until the exit
    /// @param taken until the exit, as it was
    record Stated(Duration predicted, Duration taken) implements Timing {
      public Stated {
        if (predicted.isNegative() || taken.isNegative()) {
          throw new IllegalArgumentException("no exit is before its call");
        }
      }
    }

    /// None was.
    record Unstated() implements Timing {}
  }
}
