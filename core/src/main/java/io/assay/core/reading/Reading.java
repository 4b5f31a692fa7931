package io.assay.core.reading;

import java.util.List;
import java.util.Objects;

/// What a message says.
///
/// @param why the rules that decided the class, in words
/// @param mentions addresses, best first
/// @param symbols tickers, best first
public record Reading(
    MessageClass kind,
    List<String> why,
    List<Mention> mentions,
    List<SymbolMention> symbols,
    Side side,
    Sentiment sentiment) {
  /// Nothing to see.
  public static final Reading NOTHING =
      new Reading(
          MessageClass.CHATTER, List.of(), List.of(), List.of(), Side.LONG, Sentiment.MISSING);

  public Reading {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(sentiment, "sentiment");
    why = List.copyOf(why);
    mentions = List.copyOf(mentions);
    symbols = List.copyOf(symbols);
  }
}
