package io.assay.core.foresight;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.util.Objects;
import java.util.OptionalDouble;

/// How right the predictions of a channel were, as whole numbers. Adding commutes, so batches,
/// their order and a rebuild all come to the same bytes. Gains count within −100 %..+10,000 %,
/// since one absurd target would drown all errors there are.
///
/// @param n predictions whose outcome is known
/// @param directed of these, that said up or down: a predicted gain that is not zero
/// @param correct of these, whose outcome had the same sign
/// @param errors of the gain
/// @param timing of the exit
public record PredictionAccuracy(
    long n, long directed, long correct, Errors errors, Timing timing) {
  public static final PredictionAccuracy NONE =
      new PredictionAccuracy(0, 0, 0, new Errors(0, 0, 0, 0, 0), new Timing(0, 0, 0));

  private static final double SCALE = 1e9;
  private static final double LEAST = -1;
  private static final double MOST = 100;

  public PredictionAccuracy {
    Objects.requireNonNull(errors, "errors");
    Objects.requireNonNull(timing, "timing");
    boolean counted = errors.over + errors.under <= n && timing.stated <= n;
    if (correct < 0 || correct > directed || directed > n || !counted) {
      throw new IllegalArgumentException(
          "no predictions add up to "
              + n
              + ", "
              + directed
              + ", "
              + correct
              + ", "
              + errors
              + ", "
              + timing);
    }
  }

  /// Predicted less realised gain.
  ///
  /// @param over predictions that were too high
  /// @param under that were too low
  /// @param overBy sum of what they were too high by, units of 1e-9 of the stake
  /// @param underBy sum of what they were too low by, the same
  /// @param squares sum of the squared errors, each rounded by itself, units of 1e-9
  public record Errors(long over, long under, long overBy, long underBy, long squares) {
    public Errors {
      if (over < 0 || under < 0 || overBy < 0 || underBy < 0 || squares < 0) {
        throw new IllegalArgumentException("errors are counted by sign");
      }
    }

    private static Errors of(long error) {
      long square = (long) StrictMath.rint((double) error * error / SCALE);
      return error > 0
          ? new Errors(1, 0, error, 0, square)
          : new Errors(0, error < 0 ? 1 : 0, 0, -error, square);
    }

    private Errors plus(Errors other) {
      return new Errors(
          Math.addExact(over, other.over),
          Math.addExact(under, other.under),
          Math.addExact(overBy, other.overBy),
          Math.addExact(underBy, other.underBy),
          Math.addExact(squares, other.squares));
    }
  }

  /// Time taken less time predicted.
  ///
  /// @param stated predictions that said when
  /// @param late sum over those that took longer, in seconds
  /// @param early sum over those that took less, in seconds
  public record Timing(long stated, long late, long early) {
    public Timing {
      if (stated < 0 || late < 0 || early < 0) {
        throw new IllegalArgumentException("times are counted by sign");
      }
    }

    private static Timing of(Prediction.Timing timing) {
      return switch (timing) {
        case Prediction.Timing.Stated stated -> {
          long late =
              Math.subtractExact(stated.taken().toSeconds(), stated.predicted().toSeconds());
          yield new Timing(1, Math.max(0, late), Math.max(0, -late));
        }
        case Prediction.Timing.Unstated() -> new Timing(0, 0, 0);
      };
    }

    private Timing plus(Timing other) {
      return new Timing(
          Math.addExact(stated, other.stated),
          Math.addExact(late, other.late),
          Math.addExact(early, other.early));
    }
  }

  /// One more prediction whose outcome is known.
  public PredictionAccuracy plus(Prediction prediction) {
    long predicted = fixed(prediction.predicted());
    long realised = fixed(prediction.realised());
    boolean directed = predicted != 0;
    boolean correct = directed && Long.signum(predicted) == Long.signum(realised);
    return plus(
        new PredictionAccuracy(
            1,
            directed ? 1 : 0,
            correct ? 1 : 0,
            Errors.of(predicted - realised),
            Timing.of(prediction.timing())));
  }

  /// Both together.
  public PredictionAccuracy plus(PredictionAccuracy other) {
    return new PredictionAccuracy(
        Math.addExact(n, other.n),
        Math.addExact(directed, other.directed),
        Math.addExact(correct, other.correct),
        errors.plus(other.errors),
        timing.plus(other.timing));
  }

  /// Share of those that said up or down that were right, ratio in 0..1; none where none did.
  public OptionalDouble accuracy() {
    return share((double) correct, directed);
  }

  /// Mean absolute error of the gain, ratio of the stake.
  public OptionalDouble meanAbsoluteError() {
    return share((errors.overBy + (double) errors.underBy) / SCALE, n);
  }

  /// Mean squared error of the gain.
  public OptionalDouble meanSquaredError() {
    return share(errors.squares / SCALE, n);
  }

  /// Mean error of the gain, above zero where too much is promised.
  public OptionalDouble bias() {
    return share((errors.overBy - (double) errors.underBy) / SCALE, n);
  }

  /// Mean absolute error of the time, in seconds, of those predictions that said when.
  public OptionalDouble meanTimingError() {
    return share(timing.late + (double) timing.early, timing.stated);
  }

  private static OptionalDouble share(double sum, long of) {
    return of == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / of);
  }

  private static long fixed(double gain) {
    return (long) StrictMath.rint(StrictMath.clamp(gain, LEAST, MOST) * SCALE);
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter().count(n).count(directed).count(correct);
    out.count(errors.over).count(errors.under).count(errors.overBy).count(errors.underBy);
    out.count(errors.squares);
    return out.count(timing.stated).count(timing.late).count(timing.early).toBytes();
  }

  /// The accuracy that has these bytes.
  ///
  /// @throws CanonException if none has
  public static PredictionAccuracy ofBytes(byte[] bytes) {
    return CanonReader.whole(
        bytes,
        in ->
            new PredictionAccuracy(
                in.count(),
                in.count(),
                in.count(),
                new Errors(in.count(), in.count(), in.count(), in.count(), in.count()),
                new Timing(in.count(), in.count(), in.count())));
  }
}
