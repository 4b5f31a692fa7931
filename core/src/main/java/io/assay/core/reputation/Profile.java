package io.assay.core.reputation;

import io.assay.core.chance.StudentT;
import io.assay.core.message.ChannelId;

/// What the calls of one channel say by themselves, before it is compared with others.
///
/// @param known the moments of its calls with a price
/// @param pooled `s_p²` of its pools
record Profile(
    ChannelId channel, Judged.Sample sample, Series known, double pooled, Judged.Tails tails) {
  private static final double LEAST_CALLS = 10;

  /// Sums up a channel.
  ///
  /// @param baseline mean utility of luck
  static Profile of(ChannelDays days, double pooled, double baseline) {
    Series known = days.known();
    double missing = days.missing();
    Judged.Sample sample =
        new Judged.Sample(
            days.total().n(),
            known.nEff(),
            missing == 0 ? 0 : missing / (missing + known.weight()));
    return new Profile(days.channel(), sample, known, pooled, tails(days, known, pooled, baseline));
  }

  /// Whether it has any call with a price.
  boolean hasPrices() {
    return sample.n() > 0;
  }

  /// Whether it has calls enough for a verdict.
  boolean proven() {
    return sample.nEff() >= LEAST_CALLS;
  }

  Posterior.Estimate estimate() {
    return new Posterior.Estimate(known.mean(), Spread.ofMean(known, pooled));
  }

  private static Judged.Tails tails(
      ChannelDays days, Series known, double pooled, double baseline) {
    if (known.nEff() == 0) {
      return Judged.Tails.NONE;
    }
    double better = better(known, pooled, baseline);
    double worse = worse(known, pooled, baseline);
    if (days.total().missing() > 0) {
      Series worst = days.filled(Utility.MISSING_WORST);
      Series best = days.filled(Utility.MISSING_BEST);
      better = StrictMath.max(better, better(worst, pooled, baseline));
      worse = StrictMath.max(worse, worse(best, pooled, baseline));
    }
    return new Judged.Tails(better, worse);
  }

  private static double better(Series series, double pooled, double baseline) {
    return StudentT.above(score(series, pooled, baseline), Spread.freedom(series));
  }

  private static double worse(Series series, double pooled, double baseline) {
    return StudentT.above(-score(series, pooled, baseline), Spread.freedom(series));
  }

  private static double score(Series series, double pooled, double baseline) {
    return (series.mean() - baseline) / StrictMath.sqrt(Spread.ofMean(series, pooled));
  }
}
