package io.assay.core.reading;

import io.assay.core.terms.Terms;
import io.assay.core.text.Words;
import java.util.List;

/// What stands beside words that want something traded: `Buy $ABC now`, `$ABC alıyoruz`, `LONG
/// BTC`.
final class Orders {
  /// Over how many words an order reaches: `buy some $ABC`.
  private static final int REACH = 2;

  private static final String ENTRIES = "entries";

  private final Wording wording;
  private final Words words;
  private final Hits hits;

  Orders(Wording wording, Hits hits) {
    this.wording = wording;
    this.words = wording.words();
    this.hits = hits;
  }

  /// Who is told of a coin.
  interface Listener {
    void named(int word);
  }

  /// Whether a line begins with an order of something that is marked as traded; or with what is
  /// traded, where the verb comes last. What somebody asks, tells or would do begins otherwise.
  boolean beginLine(List<SymbolMention> symbols) {
    for (int[] order : hits.orders()) {
      int first = order[0];
      int last = order[1];
      for (int step = 1; step <= REACH; step++) {
        boolean ordered = isLineBegin(first) && isTraded(last + step, last, symbols);
        boolean verbLast = isLineBegin(first - step) && isTraded(first - step, first, symbols);
        if (ordered || verbLast) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a line or a sentence begins with words that give something up.
  boolean beginWithParting() {
    for (int[] parting : hits.partings()) {
      if (isLineBegin(parting[0])) {
        return true;
      }
    }
    return false;
  }

  private boolean isLineBegin(int word) {
    int before = word - 1;
    while (before >= 0 && words.isEmoji(before)) {
      before--;
    }
    return word >= 0 && (before < 0 || !words.areNeighbours(before, word) || isMarkBefore(word));
  }

  /// Whether a sentence or a label ended before the word.
  private boolean isMarkBefore(int word) {
    int at = words.start(word) - 1;
    while (at >= 0 && (wording.text().at(at) == ' ' || wording.text().at(at) == '$')) {
      at--;
    }
    return at >= 0 && ".!:\n".indexOf(wording.text().at(at)) >= 0;
  }

  private boolean isTraded(int word, int other, List<SymbolMention> symbols) {
    if (!isInLine(word, other)) {
      return false;
    }
    int start = wording.text().origin(words.start(word));
    for (SymbolMention symbol : symbols) {
      boolean marked =
          switch (symbol.form()) {
            case CASHTAG, PAIR -> true;
            case HASHTAG, ANNOUNCED, LISTED, BARE, ALONE -> false;
          };
      if (marked && symbol.start() <= start && start < symbol.end()) {
        return true;
      }
    }
    return false;
  }

  private boolean isInLine(int word, int other) {
    return word >= 0
        && word < words.size()
        && words.areNeighbours(Math.min(word, other), Math.max(word, other));
  }

  /// Tells of a coin that everybody knows beside an order, where the message states a trade: `LONG
  /// BTC`, `BTC: long`, or the coin in the line above.
  void bare(Listener listener) {
    for (int[] order : hits.orders()) {
      int coin = coin(order[0], order[1]);
      if (coin >= 0 && isTrade(wording.terms(), isLineBegin(Math.min(coin, order[0])))) {
        listener.named(coin);
        return;
      }
    }
  }

  /// Whether prices make a trade: two of entry, targets and stop; or one that is named, where the
  /// order begins a line. A bare number behind `buy` may be how much, or a day.
  private boolean isTrade(Terms terms, boolean begins) {
    boolean entry = terms.entry().kind() == Terms.Entry.Kind.PRICE;
    boolean targets = !terms.exit().targets().isEmpty();
    boolean stop = !terms.exit().stop().isMissing();
    boolean named = targets || stop || (entry && hits.weight(ENTRIES) > 0);
    return (entry && targets) || (entry && stop) || (targets && stop) || (begins && named);
  }

  private int coin(int first, int last) {
    if (isCoin(last + 1)) {
      return last + 1;
    }
    if (isCoin(first - 1)) {
      return first - 1;
    }
    if (isInLine(last + REACH, last) && isCoin(last + REACH)) {
      return last + REACH;
    }
    return isInLine(first - REACH, first) && isCoin(first - REACH) ? first - REACH : -1;
  }

  private boolean isCoin(int word) {
    return word >= 0
        && word < words.size()
        && words.isAscii(word)
        && Tickers.mayBeKnown(words.hash(word))
        && !wording.opaque().hides(word)
        && Tickers.isKnown(words.text(word), words.isUpper(word));
  }
}
