package io.assay.core.reading;

import io.assay.core.terms.Terms;
import io.assay.core.terms.Terms.Amount;
import io.assay.core.text.Lexicon;

/// Which way a message wants to trade: in, on which side, or out. Whoever says `sell` may take a
/// profit, open a short or run; the words of buying beside it and the prices of the trade tell.
///
/// ```
/// Buy 5, sell 6, stop 4        in, long: what is bought is sold again
/// Sell at 65k, stop 66k        in, short: the stop is above
/// Sell it now                  out
/// ```
///
/// @param side on which it would be traded; long where nothing says short
/// @param out whether it only wants out of what it has
/// @param plans whether it states a whole trade of a coin that it reveals: a side, and two of
///   entry, targets and stop
record Stance(Side side, boolean out, boolean plans) {
  /// Several prices to sell at are the targets of a trade that was told before.
  private static final int TARGETS = 2;

  private static final int MOST_OF_A_PLAN = 3;

  /// The tags of the words that tell, in a lexicon.
  static final class Judge {
    private final int longs;
    private final int shorts;
    private final int buys;
    private final int sells;
    private final int leaves;
    private final int entries;

    Judge(Lexicon lexicon) {
      longs = lexicon.number("long");
      shorts = lexicon.number("short");
      buys = lexicon.number("buys");
      sells = lexicon.number("sells");
      leaves = lexicon.number("leaves");
      entries = lexicon.number("entries");
    }

    /// What the message wants.
    ///
    /// The terms are read where they can tell something, which is seldom: most messages say a side,
    /// or none and no prices. A long text may speak of others who sell: there only what begins a
    /// sentence counts.
    Stance of(Wording wording, Hits hits, Signs signs) {
      double up = hits.weight(longs);
      double down = hits.weight(shorts);
      boolean sided = up > 0 || down > 0;
      boolean buys = hits.weight(this.buys) > 0;
      boolean sells = hits.weight(this.sells) > 0;
      boolean leaves = hits.weight(this.leaves) > 0;
      boolean unclear = !buys && (sells || leaves);
      boolean open = !sided && !buys && hits.weight(entries) > 0;
      boolean asked = unclear || (signs.arePriced() && (open || signs.reveals()));
      Terms terms = asked ? wording.terms() : Terms.NONE;
      boolean isShort = sided ? down > up : !buys && falls(terms, sells);
      boolean going = leaves || (sells && !sided);
      boolean said = unclear && going && !isPlanned(terms) && !(isShort && sells && !leaves);
      boolean out = said && (signs.isBrief() || new Orders(wording, hits).beginWithParting());
      boolean plans =
          signs.reveals() && (sided || buys || sells) && parts(terms) + 1 >= MOST_OF_A_PLAN;
      return new Stance(isShort ? Side.SHORT : Side.LONG, out, plans);
    }
  }

  /// Whether the prices are those of a short: its stop above, its targets below where it begins.
  ///
  /// @param sells whether it says to sell, which is then how it begins
  private static boolean falls(Terms terms, boolean sells) {
    Amount entry = terms.entry().low();
    Amount stop = terms.exit().stop();
    Amount target =
        terms.exit().targets().isEmpty() ? Amount.MISSING : terms.exit().targets().getFirst();
    if (!sells || (isPrice(stop) && isPrice(target) && isPrice(entry))) {
      return isPrice(entry)
          && isPrice(stop)
          && isPrice(target)
          && isBelow(target, entry)
          && isBelow(entry, stop);
    }
    if (isPrice(stop) && isPrice(target)) {
      return isBelow(target, stop);
    }
    if (isPrice(entry) && isPrice(target)) {
      return isBelow(target, entry);
    }
    if (isPrice(entry) && isPrice(stop)) {
      return isBelow(entry, stop);
    }
    return sells && isPrice(entry);
  }

  private static boolean isPrice(Amount amount) {
    return !amount.isMissing() && amount.unit() != Terms.Unit.PERCENT;
  }

  private static boolean isBelow(Amount one, Amount other) {
    return one.value().compareTo(other.value()) < 0;
  }

  /// Whether a trade stands there, so that selling is a part of it.
  private static boolean isPlanned(Terms terms) {
    return terms.entry().kind() == Terms.Entry.Kind.PRICE
        || !terms.exit().stop().isMissing()
        || terms.exit().targets().size() >= TARGETS;
  }

  /// How many of entry, targets and stop are stated.
  private static int parts(Terms terms) {
    return (terms.entry().kind() == Terms.Entry.Kind.UNSAID ? 0 : 1)
        + (terms.exit().targets().isEmpty() ? 0 : 1)
        + (terms.exit().stop().isMissing() ? 0 : 1);
  }
}
