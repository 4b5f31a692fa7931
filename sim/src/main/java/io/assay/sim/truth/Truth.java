package io.assay.sim.truth;

import io.assay.core.call.CallRules;
import io.assay.sim.crowd.Caller;
import io.assay.sim.crowd.Crowd;
import io.assay.sim.market.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Finds out how good channels really are: by 40,000 tokens of each one's own kind, which are not
/// those that it calls. Paths are in log space and end at the barriers; between two steps a barrier
/// is met as often as a Brownian bridge meets it. The same seed gives the same bits, on however
/// many processors.
public final class Truth {
  private static final int BUNDLES = 40;
  private static final double DAY = 86_400;

  private final Policy policy;
  private final List<Caller> callers;
  private final long seed;

  private Truth(Crowd crowd, CallRules rules) {
    policy = Policy.of(rules);
    callers = crowd.callers();
    seed = crowd.scenario().seed();
  }

  /// The skill of each channel, by its number.
  ///
  /// @param rules by which calls are judged: latency and fees
  public static List<Skill> of(Crowd crowd, CallRules rules) {
    return new Truth(crowd, rules).skills();
  }

  private List<Skill> skills() {
    List<double[]> bundles = IntStream.range(0, BUNDLES).parallel().mapToObj(this::bundle).toList();
    List<Skill> skills = new ArrayList<>();
    int tokens = BUNDLES * Draws.TOKENS;
    for (int c = 0; c < callers.size(); c++) {
      double growth = 0;
      double luck = 0;
      for (double[] sums : bundles) { // in their order, so that rounding is always the same
        growth += sums[2 * c];
        luck += sums[2 * c + 1];
      }
      skills.add(new Skill(growth / tokens, luck / tokens));
    }
    return skills;
  }

  /// The sums of a bundle: growth and luck of each channel in turn.
  private double[] bundle(int number) {
    Draws draws = new Draws(seed, number);
    double[] sums = new double[2 * callers.size()];
    for (int c = 0; c < callers.size(); c++) {
      Caller caller = callers.get(c);
      double gone = policy.entrySeconds() + caller.delay() * 1.5;
      Steps steps = new Steps(gone / DAY);
      for (int token = 0; token < Draws.TOKENS; token++) {
        double volatility = caller.volatility() * StrictMath.exp(draws.spread[token]);
        sums[2 * c] += utility(draws, token, steps, volatility, caller.drift());
        sums[2 * c + 1] += utility(draws, token, steps, volatility, 0);
      }
    }
    return sums;
  }

  /// What all tokens of a channel have in common, step by step.
  private static final class Steps {
    private final double[] root = new double[Draws.STEPS];
    private final double[] hazard = new double[Draws.STEPS];
    private final double[] known = new double[Draws.STEPS];
    private final double[] until = new double[Draws.STEPS];

    /// @param entered days between the call and the entry
    private Steps(double entered) {
      for (int step = 0; step < Draws.STEPS; step++) {
        double since = Draws.since(step);
        double days = Draws.days(step);
        root[step] = StrictMath.sqrt(days);
        hazard[step] = Law.hazard(since + days) - Law.hazard(since);
        known[step] = Math.max(0, Math.min(days, 1 - entered - since));
        until[step] = since + days;
      }
    }
  }

  /// What a token gives. Between two points a Brownian bridge meets a barrier with probability
  /// `exp(−2·d₀·d₁/σ²)`, where `d` are the points' distances to it.
  private double utility(Draws draws, int token, Steps steps, double volatility, double drift) {
    double log = 0;
    double steady = Law.compensation(volatility);
    int at = token * Draws.STEPS;
    for (int step = 0; step < Draws.STEPS; step++, at++) {
      if (steps.until[step] > draws.rugDays[token]) {
        return policy.lost();
      }
      double before = log + draws.jumps[at];
      if (before <= policy.stop()) {
        return policy.leftAt(before); // it opens beyond the barrier
      }
      if (before >= policy.take()) {
        return policy.won();
      }
      double spread = volatility * steps.root[step];
      double moved = steady * Draws.days(step) + steps.hazard[step] + drift * steps.known[step];
      log = before + moved + spread * draws.normals[at];
      double half = spread * spread / 2;
      if ((before - policy.stop()) * (log - policy.stop()) < half * draws.stops[at]) {
        return policy.stopped();
      }
      if ((policy.take() - before) * (policy.take() - log) < half * draws.takes[at]) {
        return policy.won();
      }
    }
    return policy.leftAt(log);
  }
}
