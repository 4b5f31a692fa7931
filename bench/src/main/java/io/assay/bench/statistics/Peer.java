package io.assay.bench.statistics;

/// What tools of this kind count of a channel's mature calls: touches of twice the price of the
/// post among the posts that are still there; the plain mean return and the wins that a follower
/// had.
final class Peer {
  private static final double Z = 1.959964;

  private int calls;
  private int visible;
  private int doubled;
  private int wins;
  private int visibleWins;
  private double gain;

  void add(Market.Course course, double pumped, boolean deleted) {
    calls++;
    gain += course.gross() - 1;
    wins += course.win() ? 1 : 0;
    if (!deleted) {
      visible++;
      visibleWins += course.win() ? 1 : 0;
      doubled += course.peak() * Math.exp(pumped) >= 2 ? 1 : 0;
    }
  }

  /// Share of the visible calls whose price ever was twice that of the post.
  double hitRate() {
    return visible == 0 ? 0 : (double) doubled / visible;
  }

  double meanGain() {
    return calls == 0 ? 0 : gain / calls;
  }

  /// Wilson's lower 95 % bound of the share of wins.
  double wilson() {
    return wilson(wins, calls);
  }

  /// The same over the calls that are still there.
  double visibleWilson() {
    return wilson(visibleWins, visible);
  }

  private static double wilson(int wins, int calls) {
    if (calls == 0) {
      return 0;
    }
    double p = (double) wins / calls;
    double z2 = Z * Z / calls;
    return (p + z2 / 2 - Z * Math.sqrt(p * (1 - p) / calls + z2 / calls / 4)) / (1 + z2);
  }
}
