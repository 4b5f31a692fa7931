package io.assay.sim.crowd;

import java.util.Locale;

/// What a simulated channel is like. The first five are the population "A" of the benchmark; the
/// last three are what any list of channels has besides.
public enum Archetype {
  /// What it calls rises over the next day: a log drift of 0.3 to 0.9.
  SKILLED(12),
  /// About as good as luck: a log drift of 0 ± 0.15.
  AVERAGE(18),
  /// Calls what has risen already, wilder tokens than others, and they sink: −0.4 to −0.1.
  LATE(12),
  /// Insiders buy first, the call lifts the price before anybody else is in, and it is sold off
  /// over the next day.
  PUMPER(9),
  /// Worse than luck, −0.5 to 0, and 60 % of its losers are deleted days later.
  DELETER(9),
  /// No skill at all, and very many calls.
  LUCKY(0),
  /// Says minutes later, in other words, what a skilled channel said.
  COPYCAT(0),
  /// No skill, several tokens a day and much talk.
  SPAMMER(0);

  private final int share;

  Archetype(int share) {
    this.share = share;
  }

  /// How many of sixty channels are of this kind; 0 for those that are put in by ones.
  int share() {
    return share;
  }

  /// As it is written in tables and JSON: `skilled`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
