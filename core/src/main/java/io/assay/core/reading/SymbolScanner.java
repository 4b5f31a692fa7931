package io.assay.core.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds tickers: cashtags, hashtags in upper case, pairs, and coins that an announcement reveals.
final class SymbolScanner {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;
  private static final int REVEAL_WORDS = 14;
  private static final int SPACED_LEAST = 3;
  private static final List<String> QUOTES =
      List.of("USDT", "BUSD", "USDC", "BTC", "ETH", "BNB", "USD");
  private static final List<String> GLUED_QUOTES = List.of("USDT", "BUSD", "USDC", "BTC");
  private static final Set<String> MONEY =
      Set.of(
          "USD", "USDT", "USDC", "BUSD", "DAI", "TUSD", "FDUSD", "USDD", "EUR", "GBP", "INR", "AUD",
          "CAD", "JPY", "CNY", "RUB", "TRY", "NGN");
  private static final Set<String> NO_SYMBOLS =
      Set.of(
          "BUY",
          "SELL",
          "CALL",
          "CALLS",
          "PUMP",
          "PUMPS",
          "SIGNAL",
          "SIGNALS",
          "SCALP",
          "SCALPING",
          "SPOT",
          "LONG",
          "SHORT",
          "HOLD",
          "HODL",
          "FREE",
          "VIP",
          "NEWS",
          "CRYPTO",
          "DEFI",
          "NFT",
          "NFTS",
          "ALTCOIN",
          "ALTCOINS",
          "TRADING",
          "TRADE",
          "BINANCE",
          "KUCOIN",
          "YOBIT",
          "BITTREX",
          "HUOBI",
          "BYBIT",
          "FUTURES",
          "TARGET",
          "TARGETS",
          "STOP",
          "STOPLOSS",
          "PROFIT",
          "PROFITS",
          "DONE",
          "UPDATE",
          "ENTRY",
          "TP",
          "SL",
          "TA",
          "DYOR",
          "ICO",
          "IDO",
          "AIRDROP",
          "GEM",
          "GEMS",
          "MOON",
          "ATH",
          "FOMO",
          "NEW",
          "HOT",
          "COIN",
          "COINS",
          "TOKEN",
          "NEXT",
          "THE",
          "IS",
          "AND",
          "FOR",
          "TODAY",
          "LINK",
          "VOLUME",
          "MARKET",
          "MC",
          "SCAM",
          "BREAKING",
          "BSC",
          "ERC20",
          "BEP20",
          "LEVERAGE",
          "MARGIN",
          "BULLISH",
          "BEARISH",
          "READY",
          "PREMIUM",
          "GIVEAWAY",
          "LIVE",
          "CHART",
          "SUPPORT",
          "RESISTANCE");
  private static final Set<String> FILLERS =
      Set.of(
          "THE",
          "IS",
          "ARE",
          "WE",
          "HAVE",
          "PICKED",
          "CHOSEN",
          "TODAY",
          "TODAYS",
          "S",
          "OUR",
          "COIN",
          "NAME",
          "TO",
          "PUMP",
          "FOR",
          "THIS",
          "OF",
          "BE",
          "WILL",
          "GOING",
          "BUY",
          "AND",
          "NOW",
          "LINK",
          "HERE",
          "ON",
          "BINANCE",
          "KUCOIN",
          "YOBIT",
          "HOTBIT",
          "BITTREX",
          "IN",
          "HTTPS",
          "HTTP",
          "WWW",
          "COM",
          "MINUTES",
          "MINUTE",
          "SECONDS",
          "A",
          "AT",
          "IT",
          "NEXT",
          "MESSAGE",
          "POSTED",
          "ANNOUNCED",
          "RELEASED",
          "WHICH",
          "THAT",
          "SIGNAL",
          "READY",
          "GET",
          "TIME",
          "UP",
          "CALLED",
          "PLEASE",
          "WITH",
          "AS",
          "AN",
          "IMAGE",
          "PICTURE");

  private final Folded text;
  private final Words words;
  private final Hits hits;
  private final Map<String, SymbolMention> found = new LinkedHashMap<>();

  private SymbolScanner(Folded text, Words words, Hits hits) {
    this.text = text;
    this.words = words;
    this.hits = hits;
  }

  /// The tickers of a message: what is announced before pairs, pairs before cashtags, those before
  /// hashtags; each symbol once.
  static List<SymbolMention> scan(Folded text, Words words, Hits hits) {
    SymbolScanner scanner = new SymbolScanner(text, words, hits);
    for (int[] cue : hits.cues()) {
      scanner.reveal(cue[1] + 1);
    }
    for (int word = 0; word < words.size(); word++) {
      scanner.pair(word);
    }
    scanner.tagged('$', SymbolMention.Form.CASHTAG);
    scanner.tagged('#', SymbolMention.Form.HASHTAG);
    return new ArrayList<>(scanner.found.values());
  }

  private void add(String symbol, SymbolMention.Form form, int from, int to) {
    String upper = symbol.toUpperCase(Locale.ROOT);
    boolean named = form == SymbolMention.Form.PAIR || form == SymbolMention.Form.ANNOUNCED;
    String exchange = named ? hits.exchange() : "";
    int start = text.origin(from);
    int end = text.origin(to - 1) + 1;
    found.putIfAbsent(upper, new SymbolMention(upper, form, exchange, start, end));
  }

  /// Looks behind an announcement's words for the coin: spelled out, tagged, or in upper case.
  private void reveal(int from) {
    int end = Math.min(words.size(), from + REVEAL_WORDS);
    for (int word = from; word < end; word++) {
      if (revealSpaced(word)) {
        return;
      }
      String said = words.text(word).toUpperCase(Locale.ROOT);
      char before = words.before(word);
      boolean tagged = before == '#' || before == '$';
      boolean candidate = tagged || words.isUpper(word) || isPlacedAlone(word);
      if (candidate && isTicker(said) && !FILLERS.contains(said) && !MONEY.contains(said)) {
        add(base(said), SymbolMention.Form.ANNOUNCED, words.start(word), words.end(word));
        return;
      }
    }
  }

  /// A base glued to its quote is the base.
  private static String base(String said) {
    for (String quote : GLUED_QUOTES) {
      if (said.endsWith(quote) && said.length() >= quote.length() + SHORTEST) {
        return said.substring(0, said.length() - quote.length());
      }
    }
    return said;
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
        && (last == first || words.areNeighbours(last - 1, last))) {
      letters.append(words.text(last));
      last++;
    }
    if (letters.length() < SPACED_LEAST || letters.length() > LONGEST) {
      return false;
    }
    add(letters.toString(), SymbolMention.Form.ANNOUNCED, words.start(first), words.end(last - 1));
    return true;
  }

  private void pair(int word) {
    int length = words.length(word);
    if (length < SHORTEST || length > LONGEST + 4) {
      return;
    }
    char after = words.after(word);
    boolean joined = after == '/' || after == '-' || after == '_';
    if (joined && word + 1 < words.size() && words.start(word + 1) == words.end(word) + 1) {
      String base = words.text(word);
      String quote = words.text(word + 1);
      boolean shown = words.isUpper(word) || after == '_';
      if (shown && QUOTES.contains(quote) && isTicker(base) && !MONEY.contains(base)) {
        add(base, SymbolMention.Form.PAIR, words.start(word), words.end(word + 1));
      }
    } else if (words.isUpper(word) && length >= 5) {
      gluedPair(word);
    }
  }

  private void gluedPair(int word) {
    String said = words.text(word);
    String base = base(said);
    if (base.length() < said.length() && isTicker(base) && !MONEY.contains(base)) {
      add(base, SymbolMention.Form.PAIR, words.start(word), words.end(word));
    }
  }

  private void tagged(char mark, SymbolMention.Form form) {
    for (int word = 0; word < words.size(); word++) {
      if (words.before(word) == mark && isFree(words.start(word) - 2)) {
        String said = words.text(word);
        boolean cased = mark == '$' || words.isUpper(word);
        char after = words.after(word);
        boolean whole = after != '_' && after != '/' && after < 0x80;
        if (cased && whole && isTicker(said) && !MONEY.contains(said.toUpperCase(Locale.ROOT))) {
          add(said, form, words.start(word) - 1, words.end(word));
        }
      }
    }
  }

  private boolean isFree(int before) {
    return before < 0 || !Letters.isWord(text.at(before));
  }

  private static boolean isTicker(String said) {
    return said.length() >= SHORTEST
        && said.length() <= LONGEST
        && hasLetters(said)
        && !NO_SYMBOLS.contains(said.toUpperCase(Locale.ROOT));
  }

  /// At least two letters, or one and a leading digit as in 1INCH: no amounts.
  private static boolean hasLetters(String said) {
    int letters = 0;
    for (int i = 0; i < said.length(); i++) {
      letters += Letters.isLetter(said.charAt(i)) ? 1 : 0;
    }
    return letters >= (Letters.isLetter(said.charAt(0)) ? 1 : 3);
  }
}
