package io.assay.core.score;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.score.Ripening.Wins.Count;
import java.util.Objects;

/// What all calls have taught about chances.
///
/// @param tenths their wins by the tenth of their score
/// @param channels how far channels are from what their scores say
public record Experience(Ripening tenths, Spread channels) {
  public static final Experience NONE = new Experience(Ripening.NONE, Spread.NONE);

  /// How much the true rates of groups differ, by the method of moments: a group of n calls that
  /// wins D more than expected has E[D²] = n·p(1 − p) + n²·τ². Whole numbers, so that a group whose
  /// calls have changed is taken out and put back in.
  ///
  /// @param calls of all groups
  /// @param squares of each group's calls, summed
  /// @param off squares of each group's wins above what was expected, units of 1e-6, summed
  public record Spread(long calls, long squares, long off) {
    public static final Spread NONE = new Spread(0, 0, 0);

    private static final double UNIT = 1e6;

    /// p(1 − p) near one half.
    private static final double VARIANCE = 0.25;

    /// What is taken for granted weighs as much as ten groups of fifty calls.
    private static final double GRANTED = 10 * 50 * 50;

    private static final double LEAST = 5;
    private static final double MOST = 1e6;

    /// A group's own part.
    public static Spread of(Count group) {
      double more = group.wins() - group.expected() / Chances.UNIT;
      return of(group.calls(), more);
    }

    static Spread of(long calls, double more) {
      return new Spread(calls, calls * calls, (long) StrictMath.rint(more * more * UNIT));
    }

    Spread plus(Spread other) {
      return new Spread(calls + other.calls, squares + other.squares, off + other.off);
    }

    private Spread minus(Spread other) {
      return new Spread(calls - other.calls, squares - other.squares, off - other.off);
    }

    /// How many calls weigh as much as the prior: p(1 − p)/τ².
    ///
    /// @param granted what it is while there are too few groups to tell
    double weight(double granted) {
      double first = GRANTED * VARIANCE / granted;
      double variance = (off / UNIT - VARIANCE * calls + first) / (squares + GRANTED);
      return variance <= VARIANCE / MOST ? MOST : StrictMath.max(LEAST, VARIANCE / variance);
    }
  }

  public Experience {
    Objects.requireNonNull(tenths, "tenths");
    Objects.requireNonNull(channels, "channels");
  }

  /// The same with other tenths, after a channel's wins have changed too.
  public Experience with(Ripening changed, Ripening before, Ripening after) {
    Spread rest = channels.minus(Spread.of(before.ripe().all()));
    return new Experience(changed, rest.plus(Spread.of(after.ripe().all())));
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    tenths.write(out);
    return out.signed(channels.calls).signed(channels.squares).signed(channels.off).toBytes();
  }

  public static Experience ofBytes(byte[] bytes) {
    return CanonReader.whole(
        bytes,
        in -> new Experience(Ripening.read(in), new Spread(in.signed(), in.signed(), in.signed())));
  }
}
