package io.assay.core.reading;

import io.assay.core.mention.Mention;
import io.assay.core.mention.Mentions;
import io.assay.core.message.Content;
import io.assay.core.terms.Terms;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Words;
import java.util.List;

/// Reads messages: pure, linear in the length of the message, and never fails on any text.
/// Thread-safe.
///
/// ```
/// fold (what is seen) → words → rules of the lexicon → addresses, tickers → which way → what it is
/// ```
public final class Reader {
  /// Characters that are read of a text. Telegram's own limit is a sixteenth of it; who sends more
  /// than this is told so.
  public static final int LONGEST = 1 << 16;

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
  private final Stance.Judge judge = new Stance.Judge(lexicon);

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
    Wording wording = Wording.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    Words words = wording.words();
    Hits hits = new Hits(lexicon, wording.opaque());
    lexicon.match(words, hits);
    List<Mention> mentions = Mentions.of(content, wording.text(), words, hits.chain());
    List<SymbolMention> symbols = SymbolScanner.scan(wording, hits);
    Signs signs = Signs.tell(wording, mentions, symbols, hits);
    Stance stance = judge.of(wording, hits, signs);
    Signs.tellOf(stance, hits);
    return new Reading(
        verdict.decide(hits),
        hits.why(),
        mentions,
        symbols,
        stance.side(),
        whole ? Sentiment.of(wording) : Sentiment.MISSING,
        whole ? wording.terms() : Terms.NONE);
  }
}
