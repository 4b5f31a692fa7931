package io.assay.bench.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// The channels of a world, before they call.
final class Population {
  private static final double MOST_DEVIATIONS = 2.5;

  private final SplittableRandom random;

  Population(SplittableRandom random) {
    this.random = random;
  }

  private double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /// Volatility of ordinary tokens.
  private double volatility() {
    return uniform(0.6, 1.0);
  }

  /// Channels whose skill is normal with a standard deviation of `k` of those of a call, cut at 2.5
  /// of its own.
  List<Caller> normal(int channels, int posted, double k, Skill skill) {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      double volatility = volatility();
      double deviations = Math.clamp(random.nextGaussian(), -MOST_DEVIATIONS, MOST_DEVIATIONS);
      double wanted = k * skill.fair().deviation() * deviations;
      callers.add(Caller.plain(posted, volatility, skill.drift(volatility, wanted)));
    }
    return callers;
  }

  /// Channels of luck alone.
  List<Caller> lucky(int channels, int posted) {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      callers.add(Caller.plain(posted, volatility(), 0));
    }
    return callers;
  }

  /// Channels with a drift of 0.3 to 0.9.
  List<Caller> skilled(int channels, int posted) {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      callers.add(Caller.plain(posted, volatility(), uniform(0.3, 0.9)));
    }
    return callers;
  }

  /// The archetypes A: sixty channels with 23 to 200 posts each, evenly in their logarithm.
  List<Caller> archetypes() {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      callers.add(Caller.plain(posts(), volatility(), uniform(0.3, 0.9)));
    }
    for (int i = 0; i < 18; i++) {
      callers.add(Caller.plain(posts(), volatility(), 0.15 * random.nextGaussian()));
    }
    for (int i = 0; i < 12; i++) {
      callers.add(Caller.plain(posts(), uniform(0.9, 1.3), uniform(-0.4, -0.1)));
    }
    for (int i = 0; i < 9; i++) {
      double pumped = uniform(0.4, 0.9);
      callers.add(new Caller(posts(), volatility(), -pumped * uniform(0.8, 1.2), pumped, 0));
    }
    for (int i = 0; i < 9; i++) {
      callers.add(new Caller(posts(), volatility(), uniform(-0.5, 0), 0, 0.6));
    }
    return Collections.unmodifiableList(callers);
  }

  private int posts() {
    return (int) Math.round(Math.exp(uniform(Math.log(23), Math.log(200))));
  }
}
