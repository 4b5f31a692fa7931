package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.chance.Normal;
import io.assay.core.reputation.Posterior.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosteriorTest {
  private static final List<Estimate> CHANNELS =
      List.of(
          new Estimate(0.020, 0.0001),
          new Estimate(-0.004, 0.00004),
          new Estimate(0.001, 0.0004),
          new Estimate(-0.012, 0.00009));

  /// The definition itself, integrated over centre and spread by brute force.
  private record Integrated(double mean, double belowLower, double belowUpper) {
    static Integrated of(Estimate channel, Judged.Growth growth) {
      double top = 3 * Math.sqrt(sampleVariance());
      double weight = 0;
      double mean = 0;
      double lower = 0;
      double upper = 0;
      for (int j = 0; j < 60; j++) {
        double tau2 = Math.pow((j + 0.5) * top / 60, 2);
        for (double mu = -0.3; mu <= 0.3; mu += 0.0002) {
          double w = likelihood(mu, tau2);
          double pull = channel.variance() / (channel.variance() + tau2);
          double centre = (1 - pull) * channel.mean() + pull * mu;
          double deviation = Math.sqrt(channel.variance() * (1 - pull));
          weight += w;
          mean += w * centre;
          lower += w * Normal.cdf((growth.lower() - centre) / deviation);
          upper += w * Normal.cdf((growth.upper() - centre) / deviation);
        }
      }
      return new Integrated(mean / weight, lower / weight, upper / weight);
    }

    private static double likelihood(double mu, double tau2) {
      double likelihood = 1;
      for (Estimate channel : CHANNELS) {
        double variance = channel.variance() + tau2;
        double off = channel.mean() - mu;
        likelihood *= Math.exp(-off * off / variance / 2) / Math.sqrt(variance);
      }
      return likelihood;
    }

    private static double sampleVariance() {
      double mean = CHANNELS.stream().mapToDouble(Estimate::mean).average().orElseThrow();
      return CHANNELS.stream().mapToDouble(c -> Math.pow(c.mean() - mean, 2)).sum() / 3;
    }
  }

  @Test
  void growth_isTheIntegralOfTheDefinition() {
    Posterior posterior = Posterior.of(CHANNELS);
    for (Estimate channel : CHANNELS) {
      Judged.Growth growth = posterior.growth(channel);
      Integrated truth = Integrated.of(channel, growth);

      assertThat(growth.mean()).isCloseTo(truth.mean(), within(1e-6));
      assertThat(truth.belowLower()).isCloseTo(0.025, within(1e-5));
      assertThat(truth.belowUpper()).isCloseTo(0.975, within(1e-5));
    }
  }

  @Test
  void growth_ofEqualChannels_isTheirCommonMean() {
    Estimate one = new Estimate(0.01, 0.0004);
    Judged.Growth growth = Posterior.of(List.of(one, one, one, one)).growth(one);

    assertThat(growth.mean()).isCloseTo(0.01, within(1e-12));
    assertThat(growth.upper() - growth.mean()).isCloseTo(1.959964 * 0.01, within(1e-7));
  }

  @Test
  void asPercent_isTheChangeOfWealth() {
    Judged.Growth growth = new Judged.Growth(Math.log(1.01), Math.log(0.99), Math.log(1.05));

    assertThat(growth.asPercent().mean()).isCloseTo(1, within(1e-9));
    assertThat(growth.asPercent().lower()).isCloseTo(-1, within(1e-9));
    assertThat(growth.asPercent().upper()).isCloseTo(5, within(1e-9));
  }
}
