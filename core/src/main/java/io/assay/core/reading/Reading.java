package io.assay.core.reading;

import io.assay.core.mention.Mention;
import io.assay.core.mention.Role;
import io.assay.core.terms.Terms;
import java.util.List;
import java.util.Objects;

/// What a message says.
///
/// @param why the rules that decided the class, in words
/// @param mentions addresses, best first
/// @param symbols tickers, best first
/// @param side on which it would be traded; long where nothing says short
/// @param terms of the trade, as far as they are stated
public record Reading(
    MessageClass kind,
    List<String> why,
    List<Mention> mentions,
    List<SymbolMention> symbols,
    Side side,
    Sentiment sentiment,
    Terms terms) {
  private static final double A_TICKER = 0.5;

  /// Nothing to see.
  public static final Reading NOTHING =
      new Reading(
          MessageClass.CHATTER,
          List.of(),
          List.of(),
          List.of(),
          Side.LONG,
          Sentiment.MISSING,
          Terms.NONE);

  public Reading {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(sentiment, "sentiment");
    Objects.requireNonNull(terms, "terms");
    why = List.copyOf(why);
    mentions = List.copyOf(mentions);
    symbols = List.copyOf(symbols);
  }

  /// How certainly it speaks of the asset it speaks of first: of an address as sure as that is, of
  /// a ticker half, since it may mean several; 0 where of none.
  public double certainty() {
    for (Mention mention : mentions) {
      if (mention.role() == Role.TOKEN || mention.role() == Role.POOL) {
        return mention.confidence();
      }
    }
    return symbols.isEmpty() ? 0 : A_TICKER;
  }
}
