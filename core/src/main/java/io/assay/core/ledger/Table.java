package io.assay.core.ledger;

import java.util.Locale;

/// The tables of the ledger. Append only: a ledger of before a table came has it empty.
public enum Table {
  /// Where the fold stands: its version, position and clock, the rules and the directory in force.
  STANDING,
  /// Channels: title and how their messages were read.
  CHANNELS,
  /// Every call, by id.
  CALLS,
  /// The latest call of each episode key.
  EPISODES,
  /// Questions that are still open.
  WANTS,
  /// Messages whose result waits for an answer.
  DEFERRALS,
  /// Sums of outcomes by channel, pool and day of maturity.
  TALLIES,
  /// What changed, in order, for outputs to follow.
  CHANGES,
  /// Messages that could not be judged, until they are retried.
  FAILURES,
  /// Of echoes, whose they are, by the echo.
  LINKS,
  /// The calls of an asset and side that others may follow.
  RECENT,
  /// Which other channels had called the same before a channel did.
  MEETINGS,
  /// How calls were told that wait to learn what they call.
  TELLINGS,
  /// What became of messages after they were posted: deleted, answered.
  MESSAGES,
  /// How readers answer a channel's messages, by week.
  HABITS,
  /// How calls were scored when they were made, and since.
  SCORES,
  /// What each channel's settled calls sum up to, for the score of its next.
  FORMS,
  /// What all calls have taught about chances; one row.
  CHANCES,
  /// What each call has added to the tallies.
  COUNTED,
  /// Calls that were declared void.
  VOIDS;

  /// The table's name in a store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
