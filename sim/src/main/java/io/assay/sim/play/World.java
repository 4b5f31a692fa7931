package io.assay.sim.play;

import io.assay.sim.crowd.Crowd;
import io.assay.sim.crowd.Scenario;
import io.assay.sim.market.Market;

/// A simulated world: who posts, what it is about, and what the prices do.
///
/// @param crowd the channels, and what is hidden behind them
/// @param market the prices of all that they call
public record World(Crowd crowd, Market market) {
  /// The world of a scenario.
  public static World of(Scenario scenario) {
    Crowd crowd = Crowd.of(scenario);
    return new World(crowd, new Market(crowd));
  }

  public Scenario scenario() {
    return crowd.scenario();
  }

  /// All that is heard of it, in the order in which it is heard.
  public Feed feed() {
    return new Feed(this);
  }
}
