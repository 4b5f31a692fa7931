package io.assay.core.reputation;

import io.assay.core.reputation.Realised.Confidence;
import java.time.Duration;
import java.util.List;

/// The parts of the [Classic] composite, each 0..100.
final class ClassicParts {
  /// A greater gain is a flaw of the data, and counts as this one so that no sum overflows.
  private static final double MOST_GAIN = 1e9;

  private static final double FAST = 1;
  private static final double SLOW = 30;
  private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

  private ClassicParts() {}

  static double gain(Realised call) {
    return StrictMath.min(call.gain(), MOST_GAIN);
  }

  /// The standard deviation with n − 1; NaN of fewer than two.
  static double deviation(double[] gains) {
    if (gains.length < 2) {
      return Double.NaN;
    }
    double mean = mean(gains);
    double squares = 0;
    for (double gain : gains) {
      squares += (gain - mean) * (gain - mean);
    }
    return StrictMath.sqrt(squares / (gains.length - 1));
  }

  static double sharpe(double mean, double deviation) {
    if (Double.isNaN(deviation)) {
      return 0;
    }
    if (deviation == 0) {
      return mean > 0 ? 100 : 0;
    }
    return clamp(50 * mean / deviation);
  }

  static double medianDays(List<Duration> held) {
    double[] days = held.stream().mapToDouble(ClassicParts::days).sorted().toArray();
    int upper = days.length / 2;
    return (days[(days.length - 1) / 2] + days[upper]) / 2;
  }

  static double speed(double medianDays) {
    return clamp(100 * (SLOW - medianDays) / (SLOW - FAST));
  }

  /// The confidence of those calls that were scored, ratios.
  static double[] confidence(List<Realised> settled) {
    return settled.stream()
        .map(Realised::confidence)
        .filter(Confidence.Scored.class::isInstance)
        .mapToDouble(scored -> ((Confidence.Scored) scored).ratio())
        .toArray();
  }

  private static double days(Duration held) {
    return held.toSeconds() / SECONDS_A_DAY;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  static double clamp(double score) {
    return StrictMath.clamp(score, 0.0, 100.0);
  }
}
