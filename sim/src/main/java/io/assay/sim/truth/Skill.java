package io.assay.sim.truth;

/// How good a channel really is (`statistics.md` §1): the mean log wealth that a bettor of a tenth
/// gains with each of its calls, entered like a human and left at +50 % or −50 % or after seven
/// days, costs off.
///
/// @param growth θ: that mean, over so many tokens that chance is out of it
/// @param luck θ₀: the same of the same tokens, had nobody known anything
public record Skill(double growth, double luck) {
  /// δ = θ − θ₀: what the channel adds to luck.
  public double edge() {
    return growth - luck;
  }
}
