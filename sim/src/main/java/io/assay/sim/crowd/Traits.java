package io.assay.sim.crowd;

import io.assay.sim.Chance;
import java.util.List;

/// Draws what a channel is like from what its archetype says.
final class Traits {
  private static final double FEWEST_CALLS = 23;
  private static final double MOST_CALLS = 200;
  private static final int SPAM_A_DAY = 6;
  private static final int COPY_DELAY = 180;
  private static final List<String> FIRST_WORDS =
      List.of(
          "Harbour",
          "Northern",
          "Quiet",
          "Golden",
          "Midnight",
          "Copper",
          "River",
          "Atlas",
          "Falcon",
          "Velvet",
          "Granite",
          "Orchid",
          "Silver",
          "Cobalt",
          "Lantern",
          "Willow",
          "Summit",
          "Ember",
          "Coral",
          "Juniper",
          "Cedar",
          "Amber",
          "Polar",
          "Saffron",
          "Meridian",
          "Tundra");
  private static final List<String> SECOND_WORDS =
      List.of(
          "Calls",
          "Signals",
          "Gems",
          "Alpha",
          "Desk",
          "Room",
          "Club",
          "Degens",
          "Trades",
          "Crypto",
          "Insights",
          "Lounge",
          "Radar",
          "Hunters",
          "Whispers",
          "Letters",
          "Tips");

  private final Scenario scenario;

  Traits(Scenario scenario) {
    this.scenario = scenario;
  }

  Caller draw(int number, Archetype archetype, Chance chance) {
    double volatility = chance.between(0.6, 1.0);
    double logCalls = chance.between(StrictMath.log(FEWEST_CALLS), StrictMath.log(MOST_CALLS));
    int calls = (int) StrictMath.rint(StrictMath.exp(logCalls));
    double drift = 0;
    double lift = 0;
    switch (archetype) {
      case SKILLED, COPYCAT -> drift = chance.between(0.3, 0.9);
      case AVERAGE -> drift = 0.15 * chance.normal();
      case LATE -> {
        drift = chance.between(-0.4, -0.1);
        volatility = chance.between(0.9, 1.3);
      }
      case PUMPER -> {
        lift = chance.between(0.4, 0.9);
        drift = -lift * chance.between(0.8, 1.2);
      }
      case DELETER -> drift = chance.between(-0.5, 0);
      case LUCKY -> calls = (int) MOST_CALLS;
      case SPAMMER -> calls = SPAM_A_DAY * scenario.postingDays();
    }
    return new Caller(number, title(number), archetype, drift, lift, volatility, calls, number, 0);
  }

  /// The copycat of a channel.
  Caller copy(Caller copycat, Caller source) {
    return new Caller(
        copycat.number(),
        copycat.title(),
        Archetype.COPYCAT,
        source.drift(),
        source.lift(),
        source.volatility(),
        source.calls(),
        source.number(),
        COPY_DELAY);
  }

  /// A name of its own for each number.
  private String title(int number) {
    int turned = number + (int) Math.floorMod(scenario.seed(), 1_000L);
    String title =
        FIRST_WORDS.get(turned % FIRST_WORDS.size())
            + " "
            + SECOND_WORDS.get(turned * 5 % SECOND_WORDS.size());
    int names = FIRST_WORDS.size() * SECOND_WORDS.size();
    return number < names ? title : title + " " + (number / names + 1);
  }
}
