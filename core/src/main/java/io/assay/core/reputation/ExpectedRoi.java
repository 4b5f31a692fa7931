package io.assay.core.reputation;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;

/// The gain that is expected of the next call (of a channel, of a channel's calls of one coin, or
/// of everybody's calls of a coin), learned by temporal difference: each settled call moves it a
/// tenth of the way. For display only: it never knows more than some 19 calls.
///
/// Gains are winsorised to −100 %..+400 % first, so that one outlier moves it by at most half the
/// stake. The order in which calls settle matters; it is the fold's.
///
/// @param n calls that it has learned from
/// @param units the gain as a ratio of the stake, units of 1e-9, −1..4; zero before the first call
public record ExpectedRoi(long n, long units) {
  /// Nothing has been learned.
  public static final ExpectedRoi FLAT = new ExpectedRoi(0, 0);

  /// The share of the way that one call moves it.
  public static final double ALPHA = 0.1;

  private static final double SCALE = 1e9;
  private static final double LEAST = -1;
  private static final double MOST = 4;

  public ExpectedRoi {
    if (n < 0 || units < LEAST * SCALE || units > MOST * SCALE || (n == 0 && units != 0)) {
      throw new IllegalArgumentException("no expected gain of " + n + " calls is " + units);
    }
  }

  /// Ratio of the stake, −1..4.
  public double gain() {
    return units / SCALE;
  }

  /// What is expected after one more call, in the order in which they settled.
  public ExpectedRoi after(Realised call) {
    return after(call.gain());
  }

  /// The same for a gain.
  ///
  /// @param gain ratio of the stake, after costs
  public ExpectedRoi after(double gain) {
    if (Double.isNaN(gain)) {
      throw new IllegalArgumentException("a gain is a number");
    }
    double seen = StrictMath.clamp(gain, LEAST, MOST) * SCALE;
    return new ExpectedRoi(n + 1, units + (long) StrictMath.rint(ALPHA * (seen - units)));
  }

  public byte[] toBytes() {
    return new CanonWriter().count(n).signed(units).toBytes();
  }

  /// The expectation that has these bytes.
  ///
  /// @throws CanonException if none has
  public static ExpectedRoi ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, in -> new ExpectedRoi(in.count(), in.signed()));
  }
}
