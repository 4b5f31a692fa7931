package io.assay.core.reading;

import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds tickers: cashtags, hashtags in upper case, pairs, coins that an announcement reveals, and
/// those of an exchange's news of a listing.
final class SymbolScanner {
  private static final int REVEAL_WORDS = 14;
  private static final int SPACED_LEAST = 3;
  private static final int SPACED_MOST = 10;
  private static final int PAIR_MOST = 14;
  private static final int GLUED_LEAST = 5;

  private final Folded text;
  private final Words words;
  private final Hits hits;
  private final Map<String, SymbolMention> found = new LinkedHashMap<>();

  private SymbolScanner(Folded text, Words words, Hits hits) {
    this.text = text;
    this.words = words;
    this.hits = hits;
  }

  /// The tickers of a message: what is announced before pairs, pairs before what is listed, that
  /// before cashtags, those before hashtags; each symbol once.
  static List<SymbolMention> scan(Folded text, Words words, Hits hits) {
    SymbolScanner scanner = new SymbolScanner(text, words, hits);
    for (int[] cue : hits.cues()) {
      scanner.reveal(cue[1] + 1);
    }
    for (int word = 0; word < words.size(); word++) {
      scanner.pair(word);
    }
    for (int[] news : hits.listings()) {
      scanner.listed(news[0], news[1]);
    }
    scanner.tagged('$', SymbolMention.Form.CASHTAG);
    scanner.tagged('#', SymbolMention.Form.HASHTAG);
    return new ArrayList<>(scanner.found.values());
  }

  private void add(String symbol, SymbolMention.Form form, int from, int to) {
    String upper = Tickers.upper(symbol);
    String exchange = form.isOfAnExchange() ? hits.exchange() : "";
    int start = text.origin(from);
    int end = text.end(to);
    found.putIfAbsent(upper, new SymbolMention(upper, form, exchange, start, end));
  }

  /// Looks behind an announcement's words for the coin: spelled out, tagged, or in upper case.
  private void reveal(int from) {
    int end = Math.min(words.size(), from + REVEAL_WORDS);
    for (int word = from; word < end; word++) {
      if (revealSpaced(word)) {
        return;
      }
      if (isRevealed(word)) {
        String coin = Tickers.base(Tickers.upper(words.text(word)));
        add(coin, SymbolMention.Form.ANNOUNCED, words.start(word), words.end(word));
        return;
      }
    }
  }

  private boolean isRevealed(int word) {
    String said = words.text(word);
    if (!words.isAscii(word)) {
      return false;
    }
    return switch (words.before(word)) {
      case '$' -> Tickers.isCashtag(said);
      case '#' -> Tickers.isRevealed(said);
      default -> (words.isUpper(word) || isPlacedAlone(word)) && Tickers.isBare(said);
    };
  }

  /// Whether the word stands right behind a colon, or fills its line.
  private boolean isPlacedAlone(int word) {
    int at = words.start(word) - 1;
    while (at >= 0 && !Letters.isWord(text.at(at)) && text.at(at) != ':' && text.at(at) != '\n') {
      at--;
    }
    boolean behind = at < 0 || text.at(at) == ':' || text.at(at) == '\n';
    boolean last = word + 1 >= words.size() || !words.areNeighbours(word, word + 1);
    return behind && last;
  }

  /// Letters with blanks between: at least three, each a word of its own in one line.
  private boolean revealSpaced(int first) {
    int last = first;
    StringBuilder letters = new StringBuilder();
    while (last < words.size()
        && words.length(last) == 1
        && words.isAscii(last)
        && (last == first || words.areNeighbours(last - 1, last))) {
      letters.append(words.text(last));
      last++;
    }
    if (letters.length() < SPACED_LEAST || letters.length() > SPACED_MOST) {
      return false;
    }
    add(letters.toString(), SymbolMention.Form.ANNOUNCED, words.start(first), words.end(last - 1));
    return true;
  }

  private void pair(int word) {
    int length = words.length(word);
    if (length > PAIR_MOST) {
      return;
    }
    char after = words.after(word);
    boolean joined = after == '/' || (length > 1 && (after == '-' || after == '_'));
    if (joined && word + 1 < words.size() && words.start(word + 1) == words.end(word) + 1) {
      String base = words.text(word);
      boolean shown = words.isUpper(word) || after == '_';
      if (shown && Tickers.isQuote(words.text(word + 1)) && Tickers.isBase(base)) {
        add(base, SymbolMention.Form.PAIR, words.start(word), words.end(word + 1));
      }
    } else if (words.isUpper(word) && length >= GLUED_LEAST) {
      gluedPair(word);
    }
  }

  private void gluedPair(int word) {
    String said = words.text(word);
    String base = Tickers.base(said);
    if (base.length() < said.length() && Tickers.isHashtag(base)) {
      add(base, SymbolMention.Form.PAIR, words.start(word), words.end(word));
    }
  }

  /// Looks through the line of a listing's words for the symbols that exchanges put in brackets
  /// behind a coin's name: `Frax Share (FXS)`.
  private void listed(int first, int last) {
    if (hits.exchange().isEmpty()) {
      return;
    }
    int from = first;
    while (from > 0 && words.areNeighbours(from - 1, from)) {
      from--;
    }
    for (int word = from; word <= last || isInLine(word); word++) {
      boolean bracketed = words.before(word) == '(' && words.after(word) == ')';
      if (bracketed && words.isUpper(word) && Tickers.isHashtag(words.text(word))) {
        add(words.text(word), SymbolMention.Form.LISTED, words.start(word), words.end(word));
      }
    }
  }

  private boolean isInLine(int word) {
    return word < words.size() && words.areNeighbours(word - 1, word);
  }

  private void tagged(char mark, SymbolMention.Form form) {
    for (int word = 0; word < words.size(); word++) {
      if (words.before(word) == mark && words.isAscii(word) && isFree(words.start(word) - 2)) {
        String said = words.text(word);
        char after = words.after(word);
        boolean whole = after != '_' && after != '/' && after < 0x80;
        boolean ticker =
            mark == '$' ? Tickers.isCashtag(said) : words.isUpper(word) && Tickers.isHashtag(said);
        if (whole && ticker) {
          add(said, form, words.start(word) - 1, words.end(word));
        }
      }
    }
  }

  private boolean isFree(int before) {
    return before < 0 || !Letters.isWord(text.at(before));
  }
}
