package io.assay.core.reading;

import io.assay.core.mention.Mention;
import io.assay.core.mention.Mentions;
import io.assay.core.message.Content;
import io.assay.core.terms.Terms;
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

  private final Lexicon lexicon =
      Lexicon.shipped(
          Reader.class,
          "lexicon.txt",
          "lexicon-es.txt",
          "lexicon-fa.txt",
          "lexicon-ru.txt",
          "lexicon-tr.txt",
          "lexicon-zh.txt");
  private final Verdict verdict = new Verdict(lexicon);
  private final int longs = lexicon.number("long");
  private final int shorts = lexicon.number("short");

  /// All that the message says.
  public Reading read(Content content) {
    return read(content, true);
  }

  /// What decides whether the message is a call, and of what: all but the terms and the sentiment,
  /// which are missing. Few messages are calls.
  public Reading skim(Content content) {
    return read(content, false);
  }

  private Reading read(Content content, boolean whole) {
    String text = content.text();
    if (text.isEmpty() && content.entities().isEmpty() && content.buttons().isEmpty()) {
      return Reading.NOTHING;
    }
    Folded folded = Folded.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    Words words = Words.of(folded);
    Hits hits = new Hits(lexicon);
    lexicon.match(words, hits);
    List<Mention> mentions = Mentions.of(content, folded, words, hits.chain());
    List<SymbolMention> symbols = SymbolScanner.scan(folded, words, hits);
    Signs.tell(folded, words, mentions, symbols, hits);
    boolean isShort = hits.weight(shorts) > hits.weight(longs);
    Side side = isShort ? Side.SHORT : Side.LONG;
    return new Reading(
        verdict.decide(hits),
        hits.why(),
        mentions,
        symbols,
        side,
        whole ? Sentiment.of(folded, words) : Sentiment.MISSING,
        whole ? Terms.of(folded, words) : Terms.NONE);
  }
}
