package io.assay.core.reading;

import io.assay.core.message.Content;
import io.assay.core.text.Folded;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Words;
import java.util.List;

/// Reads messages: pure, linear in the length of the message, and never fails on any text.
/// Thread-safe.
///
/// ```
/// fold (what is seen) → words → rules of the lexicon → addresses, tickers → what it is
/// ```
public final class Reader {
  private static final int LONGEST = 1 << 16;
  private static final double SURE = 0.5;

  private final Lexicon lexicon = Lexicon.shipped(Reader.class, "lexicon.txt");

  public Reading read(Content content) {
    String text = content.text();
    if (text.isEmpty() && content.entities().isEmpty() && content.buttons().isEmpty()) {
      return Reading.NOTHING;
    }
    Folded folded = Folded.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    Words words = Words.of(folded);
    Hits hits = new Hits(lexicon);
    lexicon.match(words, hits);
    List<Mention> mentions = Mentions.of(content, folded, words, hits);
    List<SymbolMention> symbols = SymbolScanner.scan(folded, words, hits);
    Numbers numbers = Numbers.of(words);
    boolean asks = asks(folded);
    Verdict verdict = new Verdict(hits, assets(mentions, symbols), numbers, asks, words.size());
    MessageClass kind = verdict.decide();
    boolean isShort = hits.weight("short") > hits.weight("long");
    return new Reading(kind, verdict.why(), mentions, symbols, isShort ? Side.SHORT : Side.LONG);
  }

  private static Verdict.Assets assets(List<Mention> mentions, List<SymbolMention> symbols) {
    int addresses = 0;
    for (Mention mention : mentions) {
      addresses += mention.role() == Role.TOKEN && mention.confidence() >= SURE ? 1 : 0;
    }
    int announced = 0;
    int pairs = 0;
    for (SymbolMention symbol : symbols) {
      announced += symbol.form() == SymbolMention.Form.ANNOUNCED ? 1 : 0;
      pairs += isMarked(symbol.form()) ? 1 : 0;
    }
    return new Verdict.Assets(addresses, symbols.size(), announced, pairs);
  }

  /// Whether a ticker of that form is one beyond doubt, and meant to be traded.
  private static boolean isMarked(SymbolMention.Form form) {
    return form != SymbolMention.Form.HASHTAG && form != SymbolMention.Form.LISTED;
  }

  private static boolean asks(Folded text) {
    for (int i = text.length() - 1; i >= 0 && i > text.length() - 8; i--) {
      if (text.at(i) == '?') {
        return true;
      }
    }
    return false;
  }
}
