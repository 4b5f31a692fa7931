package io.assay.core.reputation;

import io.assay.core.chance.FisherExact;
import java.util.Objects;

/// Whether a channel leaves standing what it said. Deleted calls stay scored whatever this says; it
/// tells how far the channel's own page can be believed.
public sealed interface Integrity {
  /// There is enough to go by.
  ///
  /// The score is `100 · (1 − deleted) · (1 − edited/2) · (1 − selective/2)`: the share of calls
  /// that are still there, half the weight on edits since many of them only mend a word, and up to
  /// half off where losers go and winners stay. `selective` is `log10(0.05/p)/2` within 0..1: none
  /// from p = 0.05 up, all from p = 0.0005 down.
  ///
  /// @param score 0..100, 100 where nothing was edited or deleted
  /// @param editRate share of its messages that were edited, ratio in 0..1
  /// @param deleteRate share of its decided calls that were deleted, ratio in 0..1; 0 where none is
  ///   decided
  /// @param selective Fisher's exact p-value, one-sided: how likely chance alone would have hit at
  ///   least so many losers; 1 where there is nothing to compare
  record Scored(double score, double editRate, double deleteRate, double selective)
      implements Integrity {
    /// Whether losers were deleted more than winners, at 5 % for this channel by itself.
    public boolean hidesLosers() {
      return selective < SIGNIFICANT;
    }
  }

  /// Under ten messages were heard.
  record Unknown() implements Integrity {}

  /// What a channel did to its own words.
  ///
  /// @param messages that it posted
  /// @param edited of these, changed at least once
  /// @param losers decided calls that lost money
  /// @param winners decided calls that did not
  record Conduct(long messages, long edited, Calls losers, Calls winners) {
    public Conduct {
      Objects.requireNonNull(losers, "losers");
      Objects.requireNonNull(winners, "winners");
      if (messages < 0 || edited < 0 || edited > messages) {
        throw new IllegalArgumentException(
            "of " + messages + " messages not " + edited + " edited");
      }
    }
  }

  /// Calls of one kind, by whether they are still there.
  record Calls(long deleted, long kept) {
    public Calls {
      if (deleted < 0 || kept < 0) {
        throw new IllegalArgumentException("counts are not negative: " + deleted + ", " + kept);
      }
    }
  }

  /// A p-value below this is told.
  double SIGNIFICANT = 0.05;

  /// Fewer messages tell nothing.
  long LEAST_MESSAGES = 10;

  /// Judges a channel's conduct.
  static Integrity of(Conduct conduct) {
    if (conduct.messages < LEAST_MESSAGES) {
      return new Unknown();
    }
    Calls losers = conduct.losers;
    Calls winners = conduct.winners;
    double p = FisherExact.greater(losers.deleted, losers.kept, winners.deleted, winners.kept);
    long deleted = losers.deleted + winners.deleted;
    long decided = deleted + losers.kept + winners.kept;
    double deleteRate = decided == 0 ? 0 : (double) deleted / decided;
    double editRate = (double) conduct.edited / conduct.messages;
    double score = 100 * (1 - deleteRate) * (1 - editRate / 2) * (1 - weight(p) / 2);
    return new Scored(score, editRate, deleteRate, p);
  }

  private static double weight(double p) {
    // A p-value under the smallest double is as good as none.
    double evidence = StrictMath.log10(SIGNIFICANT / StrictMath.max(p, Double.MIN_NORMAL)) / 2;
    return StrictMath.clamp(evidence, 0.0, 1.0);
  }
}
