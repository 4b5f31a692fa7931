package io.assay.core.score;

import io.assay.core.call.CallId;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A channel's last settled calls, at most two hundred: how each was scored when it was made, and
/// what it came to.
///
/// @param pairs in the order in which they settled
public record History(List<Pair> pairs) {
  public static final History NONE = new History(List.of());

  /// Under so many, nothing can be said of their correlation.
  static final int FEWEST = 10;

  private static final int MOST = 200;
  private static final double SHRINKAGE = 30;
  private static final double MIDDLE = 50;

  /// A call's score and return.
  ///
  /// @param points of its first score, 0 to 100
  /// @param gain ratio of the stake, after costs
  public record Pair(CallId call, double points, double gain) {
    public Pair {
      Objects.requireNonNull(call, "call");
      if (Double.isNaN(points) || Double.isNaN(gain)) {
        throw new IllegalArgumentException("a pair of " + points + " and " + gain);
      }
    }
  }

  public History {
    pairs = List.copyOf(pairs);
  }

  History plus(Pair pair) {
    List<Pair> all = new ArrayList<>(pairs);
    all.add(pair);
    return new History(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  History without(CallId call) {
    return new History(pairs.stream().filter(pair -> !pair.call.equals(call)).toList());
  }

  /// The rank correlation of scores and returns, shrunk towards none by n / (n + 30); NaN under ten
  /// calls, or where all scores or all returns are alike.
  public double correlation() {
    int n = pairs.size();
    if (n < FEWEST) {
      return Double.NaN;
    }
    double[] points = pairs.stream().mapToDouble(Pair::points).toArray();
    double[] gains = pairs.stream().mapToDouble(Pair::gain).toArray();
    return RankCorrelation.of(points, gains) * n / (n + SHRINKAGE);
  }

  /// The factor of that correlation: none gives 50, a perfect one 100, the reverse of one 0. Adds
  /// nothing where there is no correlation to speak of.
  void addTo(List<Score.Factor> factors) {
    double correlation = correlation();
    if (!Double.isNaN(correlation)) {
      String evidence =
          String.format(
              Locale.ROOT,
              "scores and returns of %d settled calls correlate by %.2f, shrunk",
              pairs.size(),
              correlation);
      factors.add(new Score.Factor(Score.Part.HISTORY, MIDDLE + MIDDLE * correlation, evidence));
    }
  }

  void write(CanonWriter out) {
    out.count(pairs.size());
    for (Pair pair : pairs) {
      pair.call.write(out);
      out.f64(pair.points).f64(pair.gain);
    }
  }

  static History read(CanonReader in) {
    List<Pair> pairs = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      pairs.add(new Pair(CallId.read(in), in.f64(), in.f64()));
    }
    return new History(pairs);
  }
}
