package io.assay.core.reputation;

import io.assay.core.call.Exit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// What a settled call really gave a follower.
///
/// @param gain ratio of the stake, after costs: 0.5 is +50 %, −1 is all of it
/// @param win whether the take-profit came first
/// @param held from the entry to the exit
public record Realised(double gain, boolean win, Duration held, Confidence confidence) {
  public Realised {
    Objects.requireNonNull(held, "held");
    Objects.requireNonNull(confidence, "confidence");
    if (!(gain >= -1)) {
      throw new IllegalArgumentException("no more than the stake is lost, not " + gain);
    }
    if (held.isNegative()) {
      throw new IllegalArgumentException("an exit is not before its entry: " + held);
    }
  }

  /// What an exit gave.
  public static Realised of(Instant entry, Exit.Done exit, Confidence confidence) {
    return new Realised(
        exit.gross() - 1, exit.isWin(), Duration.between(entry, exit.at()), confidence);
  }

  /// How sure Assay was of the call when it was made.
  public sealed interface Confidence {
    /// It had a score.
    ///
    /// @param ratio of the highest score, 0..1
    record Scored(double ratio) implements Confidence {
      public Scored {
        if (!(ratio >= 0 && ratio <= 1)) {
          throw new IllegalArgumentException("a confidence is a ratio in 0..1, not " + ratio);
        }
      }
    }

    /// It was not scored.
    record Unscored() implements Confidence {}
  }
}
