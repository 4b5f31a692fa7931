package io.assay.core.reputation;

/// The gain that is expected of a channel's next call, learned by temporal difference: each settled
/// call moves it a tenth of the way. For display only: it never knows more than some 19 calls.
///
/// Gains are winsorised to −100 %..+400 % first, so that one outlier moves it by at most half the
/// stake.
///
/// @param gain ratio of the stake, −1..4; flat before the first call
public record ExpectedRoi(double gain) {
  /// Nothing has been learned.
  public static final ExpectedRoi FLAT = new ExpectedRoi(0);

  private static final double ALPHA = 0.1;
  private static final double LEAST = -1;
  private static final double MOST = 4;

  public ExpectedRoi {
    if (!(gain >= LEAST && gain <= MOST)) {
      throw new IllegalArgumentException("an expected gain is in -1..4, not " + gain);
    }
  }

  /// What is expected after one more call, in the order in which they settled.
  public ExpectedRoi after(Realised call) {
    double seen = StrictMath.clamp(call.gain(), LEAST, MOST);
    return new ExpectedRoi(gain + ALPHA * (seen - gain));
  }
}
