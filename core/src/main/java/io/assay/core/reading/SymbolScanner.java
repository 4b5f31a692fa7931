package io.assay.core.reading;

import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds tickers: cashtags of any script, hashtags in upper case, pairs, coins that an announcement
/// reveals, those of an exchange's news of a listing, and the one word of a message.
final class SymbolScanner {
  private static final int PAIR_MOST = 14;
  private static final int GLUED_LEAST = 5;
  private static final int FOREIGN_MOST = 20;

  private final Folded text;
  private final Words words;
  private final Wording wording;
  private final Hits hits;
  private final Map<String, SymbolMention> found = new LinkedHashMap<>();
  private int listedTo;

  private SymbolScanner(Wording wording, Hits hits) {
    this.wording = wording;
    text = wording.text();
    words = wording.words();
    this.hits = hits;
  }

  /// The tickers of a message: what is announced before pairs, pairs before what is listed, that
  /// before cashtags, those before hashtags; each symbol once. What nothing marks counts where
  /// nothing else is there.
  static List<SymbolMention> scan(Wording wording, Hits hits) {
    SymbolScanner scanner = new SymbolScanner(wording, hits);
    scanner.revealed();
    scanner.pairs();
    for (int[] news : hits.listings()) {
      scanner.listed(news[0], news[1]);
    }
    scanner.tagged();
    if (scanner.found.isEmpty()) {
      new Orders(wording, hits).bare(scanner::bare);
    }
    if (scanner.found.isEmpty()) {
      scanner.alone();
    }
    return new ArrayList<>(scanner.found.values());
  }

  private void add(String symbol, SymbolMention.Form form, int from, int to) {
    String upper = Tickers.upper(symbol);
    String exchange = form.isOfAnExchange() ? hits.exchange() : "";
    int start = text.origin(from);
    int end = text.end(to);
    found.putIfAbsent(upper, new SymbolMention(upper, form, exchange, start, end));
  }

  private void pairs() {
    boolean joined = words.hasMark('/') || words.hasMark('-') || words.hasMark('_');
    for (int word = 0; word < words.size(); word++) {
      if (joined || isGlued(words.last(word))) {
        pair(word);
      }
    }
  }

  private void tagged() {
    if (!words.hasMark('$') && !words.hasMark('#')) {
      return;
    }
    int first = 0;
    while (first < words.size() && words.before(first) != '$' && words.before(first) != '#') {
      first++;
    }
    for (int word = first; word < words.size(); word++) {
      cashtag(word);
    }
    for (int word = first; word < words.size(); word++) {
      if (words.before(word) == '#') {
        hashtag(word, words.isUpper(word));
      }
    }
    for (int[] order : hits.orders()) {
      hashtag(order[1] + 1, true);
    }
  }

  private void revealed() {
    Reveals reveals = new Reveals(text, words, wording.opaque());
    for (int[] cue : hits.cues()) {
      reveals.behindCue(cue[1], this::announced);
    }
    for (int[] label : hits.labels()) {
      reveals.behindLabel(label[1], this::announced);
    }
    int last = words.hasMark('_') ? words.size() : 0;
    for (int word = 0; word < last; word++) {
      if (words.after(word) == '_' && words.length(word) == 1) {
        reveals.joined(word, this::announced);
      }
    }
  }

  private void announced(String coin, int first, int last) {
    add(coin, SymbolMention.Form.ANNOUNCED, words.start(first), words.end(last));
  }

  private void bare(int word) {
    add(words.text(word), SymbolMention.Form.BARE, words.start(word), words.end(word));
  }

  private void pair(int word) {
    int length = words.length(word);
    if (length > PAIR_MOST || !words.isAscii(word)) {
      return;
    }
    int quote = quote(word);
    if (quote > 0) {
      boolean tagged = words.before(word) == '$';
      boolean shown = tagged || words.isUpper(word) || words.after(word) == '_';
      if (shown && isPair(word, quote)) {
        add(words.text(word), SymbolMention.Form.PAIR, words.start(word), words.end(quote));
      }
    } else if (length >= GLUED_LEAST && isGlued(words.last(word)) && words.isUpper(word)) {
      gluedPair(word);
    }
  }

  /// The word that a base is joined to: by a slash, which may have blanks around it, or be between
  /// two tags (in `w/$SOL` it is no pair), or by a dash or an underscore; 0 where it is joined to
  /// none.
  private int quote(int base) {
    int next = base + 1;
    if (next >= words.size() || words.length(next) > PAIR_MOST) {
      return 0;
    }
    int from = words.end(base);
    int to = words.start(next);
    char mark = words.after(base);
    if (to == from + 1) {
      return mark == '/' || (words.length(base) > 1 && (mark == '-' || mark == '_')) ? next : 0;
    }
    if (to == from + 2 && mark == '/') {
      return words.before(base) == '$' && words.before(next) == '$' ? next : 0;
    }
    boolean apart = to == from + 3 && mark == ' ' && text.at(from + 1) == '/';
    return apart && text.at(from + 2) == ' ' ? next : 0;
  }

  /// Whether a word that ends so can end in a quote.
  private static boolean isGlued(char last) {
    return last == 'T' || last == 'C' || last == 'D';
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
    if (hits.exchange().isEmpty() || first < listedTo) {
      return;
    }
    int from = first;
    while (from > 0 && words.areNeighbours(from - 1, from)) {
      from--;
    }
    int word = from;
    for (; word <= last || isInLine(word); word++) {
      boolean bracketed = words.before(word) == '(' && words.after(word) == ')';
      if (bracketed && words.isUpper(word) && Tickers.isHashtag(words.text(word))) {
        add(words.text(word), SymbolMention.Form.LISTED, words.start(word), words.end(word));
      }
    }
    listedTo = word;
  }

  private boolean isInLine(int word) {
    return word < words.size() && words.areNeighbours(word - 1, word);
  }

  private boolean isPair(int base, int quote) {
    return Tickers.isQuote(ticker(quote)) && Tickers.isBase(ticker(base));
  }

  /// The word as a ticker is written: behind a tag it is one in any case.
  private String ticker(int word) {
    String said = words.text(word);
    return words.before(word) == '$' ? Tickers.upper(said) : said;
  }

  /// Whether it is what a pair is paid in, as the SOL of `$PEPE/$SOL`.
  private boolean isPaid(int word) {
    return word > 0 && quote(word - 1) == word && isPair(word - 1, word);
  }

  private void cashtag(int word) {
    if (!isTagged(word, '$') || isPaid(word)) {
      return;
    }
    if (!words.isAscii(word)) {
      foreign(word);
    } else if (isWhole(word) && Tickers.isCashtag(words.text(word))) {
      add(words.text(word), SymbolMention.Form.CASHTAG, words.start(word) - 1, words.end(word));
    }
  }

  private void hashtag(int word, boolean isShown) {
    boolean tag = word < words.size() && isTagged(word, '#') && isShown && isWhole(word);
    if (tag && Tickers.isHashtag(words.text(word))) {
      add(words.text(word), SymbolMention.Form.HASHTAG, words.start(word) - 1, words.end(word));
    }
  }

  private boolean isTagged(int word, char mark) {
    int before = words.start(word) - 2;
    return words.before(word) == mark
        && (before < 0 || (!Letters.isWord(text.at(before)) && text.at(before) != mark));
  }

  /// Whether the word is no part of a longer one: `$EPS_USDT` is a pair. Emoji may stick to it.
  private boolean isWhole(int word) {
    char after = words.after(word);
    if (after == '_' || after == '/') {
      return false;
    }
    int next = word + 1;
    return next >= words.size()
        || words.start(next) > words.end(word)
        || words.isEmoji(next)
        || words.length(next) == 1;
  }

  /// A cashtag in other letters than ASCII: all words that stick to each other, `$公平的鼹鼠`; or the
  /// emoji, `$🫰`.
  private void foreign(int first) {
    int last = first;
    while (last + 1 < words.size()
        && words.start(last + 1) == words.end(last)
        && words.isEmoji(last + 1) == words.isEmoji(first)) {
      last++;
    }
    int end = words.end(last);
    if (end - words.start(first) <= FOREIGN_MOST) {
      String symbol = text.text(words.start(first), end);
      add(symbol, SymbolMention.Form.CASHTAG, words.start(first) - 1, end);
    }
  }

  /// The one word of a message.
  private void alone() {
    int only = -1;
    for (int word = 0; word < words.size(); word++) {
      if (!words.isEmoji(word)) {
        if (only >= 0) {
          return;
        }
        only = word;
      }
    }
    if (only >= 0 && words.isAscii(only) && words.before(only) != '@' && !asks()) {
      String said = words.text(only);
      if (Tickers.isAlone(said, words.isUpper(only))) {
        add(said, SymbolMention.Form.ALONE, words.start(only), words.end(only));
      }
    }
  }

  private boolean asks() {
    return text.at(text.length() - 1) == '?';
  }
}
