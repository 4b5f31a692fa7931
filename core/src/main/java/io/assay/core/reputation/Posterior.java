package io.assay.core.reputation;

import io.assay.core.chance.Normal;
import java.util.Arrays;
import java.util.List;

/// The hierarchical posterior of all channels: `θ_c ~ N(μ, τ²)`, flat in `μ`, flat in `τ` on `(0,
/// 3·sd(ȳ)]` over 60 midpoints, so that `τ` is never taken as known. Each channel's growth is a
/// mixture of 60 normal distributions.
final class Posterior {
  private static final int GRID = 60;
  private static final int HALVINGS = 45;
  private static final double TAIL = 0.025;

  /// Standard deviations from a mean beyond which nothing is looked for.
  private static final double REACH = 9;

  private final double[] variances = new double[GRID];
  private final double[] centres = new double[GRID];
  private final double[] centreVariances = new double[GRID];
  private final double[] probabilities;

  /// What a channel's calls say of it alone.
  ///
  /// @param mean `ȳ`
  /// @param variance `v` of that mean, > 0
  record Estimate(double mean, double variance) {}

  private Posterior(List<Estimate> channels) {
    double step = 3 * deviation(channels) / GRID;
    double[] logs = new double[GRID];
    for (int j = 0; j < GRID; j++) {
      double tau = (j + 0.5) * step;
      variances[j] = tau * tau;
      logs[j] = centre(channels, j);
    }
    probabilities = normalised(logs);
  }

  /// Fits the population.
  ///
  /// @param channels in an order that is always the same. Where there are none, no growth is asked
  ///   for
  static Posterior of(List<Estimate> channels) {
    return new Posterior(channels);
  }

  /// The posterior of one of the channels: its mean and its central 95 %.
  Judged.Growth growth(Estimate channel) {
    double[] means = new double[GRID];
    double[] deviations = new double[GRID];
    double mean = 0;
    for (int j = 0; j < GRID; j++) {
      double pull = channel.variance / (channel.variance + variances[j]);
      means[j] = (1 - pull) * channel.mean + pull * centres[j];
      deviations[j] =
          StrictMath.sqrt(channel.variance * (1 - pull) + pull * pull * centreVariances[j]);
      mean += probabilities[j] * means[j];
    }
    return new Judged.Growth(
        mean, quantile(means, deviations, TAIL), quantile(means, deviations, 1 - TAIL));
  }

  /// Sets what is most likely of `μ` given `τ_j`, and gives the logarithm of `p_j` but for a
  /// constant.
  private double centre(List<Estimate> channels, int j) {
    double precision = 0;
    double sum = 0;
    double logs = 0;
    for (Estimate channel : channels) {
      double total = channel.variance + variances[j];
      precision += 1 / total;
      sum += channel.mean / total;
      logs += StrictMath.log(total);
    }
    centres[j] = sum / precision;
    centreVariances[j] = 1 / precision;
    double squares = 0;
    for (Estimate channel : channels) {
      double off = channel.mean - centres[j];
      squares += off * off / (channel.variance + variances[j]);
    }
    return (StrictMath.log(centreVariances[j]) - logs - squares) / 2;
  }

  private static double[] normalised(double[] logs) {
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.exp(log - most);
    }
    double[] probabilities = new double[logs.length];
    for (int j = 0; j < logs.length; j++) {
      probabilities[j] = StrictMath.exp(logs[j] - most) / sum;
    }
    return probabilities;
  }

  private static double deviation(List<Estimate> channels) {
    if (channels.size() < 2) {
      return 0;
    }
    double sum = 0;
    for (Estimate channel : channels) {
      sum += channel.mean;
    }
    double mean = sum / channels.size();
    double squares = 0;
    for (Estimate channel : channels) {
      squares += (channel.mean - mean) * (channel.mean - mean);
    }
    return StrictMath.sqrt(squares / (channels.size() - 1));
  }

  private double quantile(double[] means, double[] deviations, double share) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < GRID; j++) {
      low = StrictMath.min(low, means[j] - REACH * deviations[j]);
      high = StrictMath.max(high, means[j] + REACH * deviations[j]);
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (below(middle, means, deviations) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double below(double x, double[] means, double[] deviations) {
    double below = 0;
    for (int j = 0; j < GRID; j++) {
      below += probabilities[j] * Normal.cdf((x - means[j]) / deviations[j]);
    }
    return below;
  }
}
