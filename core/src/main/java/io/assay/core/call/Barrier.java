package io.assay.core.call;

/// An exit policy with two barriers: out at a net gain of `up`, out at a net loss of `down`, else
/// out after seven days. Both are ratios of what was staked, costs included: what the follower had.
/// The order is part of the ledger's format.
public enum Barrier {
  /// +50 before −50: the reference policy of every judgement.
  HALF_UP_HALF_DOWN("+50/-50", 0.50, 0.50),
  /// +35 before −20.
  THIRD_UP_FIFTH_DOWN("+35/-20", 0.35, 0.20);

  /// The policy that wins, ranks and verdicts are about.
  public static final Barrier REFERENCE = HALF_UP_HALF_DOWN;

  /// When both time out.
  public static final Horizon TIME_OUT = Horizon.DAY_7;

  private final String word;
  private final double up;
  private final double down;

  Barrier(String word, double up, double down) {
    this.word = word;
    this.up = up;
    this.down = down;
  }

  public String word() {
    return word;
  }

  public double up() {
    return up;
  }

  public double down() {
    return down;
  }
}
