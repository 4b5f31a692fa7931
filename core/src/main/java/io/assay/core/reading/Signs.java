package io.assay.core.reading;

import io.assay.core.mention.Mention;
import io.assay.core.mention.Role;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Opaque;
import io.assay.core.text.Words;
import java.util.List;

/// What a message is like, beside what its words mean: how long, how many prices, whether it names
/// a coin. Each sign has rules in the lexicon as a word has.
final class Signs {
  private static final long PRICES = Lexicon.sign("three prices");
  private static final long LADDER = Lexicon.sign("five prices");
  private static final long GAIN = Lexicon.sign("gain");
  private static final long CLOCK = Lexicon.sign("clock");
  private static final long LINK = Lexicon.sign("link");
  private static final long HANDLE = Lexicon.sign("handle");
  private static final long TO_SOMEBODY = Lexicon.sign("opens with a handle");
  private static final long COMMAND = Lexicon.sign("command");
  private static final long ASKS = Lexicon.sign("asks");
  private static final long BARE = Lexicon.sign("bare");
  private static final long TERSE = Lexicon.sign("terse");
  private static final long BRIEF = Lexicon.sign("brief");
  private static final long LONG = Lexicon.sign("long");
  private static final long ESSAY = Lexicon.sign("essay");
  private static final long LINES = Lexicon.sign("lines");
  private static final long TICKER = Lexicon.sign("ticker");
  private static final long OPENS_WITH_TICKER = Lexicon.sign("opens with a ticker");
  private static final long PAIR = Lexicon.sign("pair");
  private static final long CASHTAG = Lexicon.sign("cashtag");
  private static final long REVEAL = Lexicon.sign("reveal");
  private static final long MANY = Lexicon.sign("four assets");
  private static final long ADDRESS = Lexicon.sign("address");
  private static final long ORDER = Lexicon.sign("order");
  private static final long OUT = Lexicon.sign("out");
  private static final long PLAN = Lexicon.sign("plan");
  private static final long TICKED = Lexicon.sign("ticked");
  private static final List<String> SIDES = List.of("long", "short", "levers");

  private static final char ARABIC_QUESTION_MARK = '\u061F';
  private static final int FEW_PRICES = 3;
  private static final int MANY_PRICES = 5;
  private static final int TERSE_WORDS = 4;
  private static final int ORDER_WORDS = 8;
  private static final int BRIEF_WORDS = 12;
  private static final int LONG_WORDS = 50;
  private static final int ESSAY_WORDS = 120;
  private static final int MANY_LINES = 5;
  private static final int MANY_ASSETS = 4;
  private static final int LONGEST_NUMBER = 12;
  private static final double SURE = 0.5;

  private final Wording wording;
  private final Folded text;
  private final Words words;
  private final Opaque opaque;
  private int prices;
  private int gains;
  private int multiples;
  private int clocks;
  private int links;
  private int handles;
  private int plain;
  private int lines;
  private boolean reveals;

  private Signs(Wording wording) {
    this.wording = wording;
    text = wording.text();
    words = wording.words();
    opaque = wording.opaque();
    count();
  }

  static Signs tell(
      Wording wording, List<Mention> mentions, List<SymbolMention> symbols, Hits hits) {
    Signs signs = new Signs(wording);
    signs.tellOfShape(hits);
    signs.tellOfAddresses(mentions, symbols.size(), hits);
    signs.tellOfSymbols(symbols, hits);
    boolean order = signs.plain <= ORDER_WORDS && !symbols.isEmpty() && !signs.asks();
    hits.sign(ORDER, order && new Orders(wording, hits).beginLine(symbols));
    hits.sign(TICKED, !hits.goals().isEmpty() && new Goals(wording.words(), hits).areReached());
    return signs;
  }

  /// Tells of what the message wants.
  static void tellOf(Stance stance, Hits hits) {
    hits.sign(OUT, stance.out());
    hits.sign(PLAN, stance.plans());
  }

  /// Whether it is so short that each of its words is about what it wants.
  boolean isBrief() {
    return plain <= BRIEF_WORDS;
  }

  /// Whether it reveals a coin.
  boolean reveals() {
    return reveals;
  }

  /// Whether it has prices enough for a whole trade.
  boolean arePriced() {
    return prices >= FEW_PRICES;
  }

  private void count() {
    int hiddenTo = -1;
    for (int word = 0; word < words.size(); word++) {
      int start = words.start(word);
      lines += word == 0 || !words.areNeighbours(word - 1, word) ? 1 : 0;
      if (start < hiddenTo || words.isEmoji(word)) {
        continue;
      }
      if (opaque.isLink(word)) {
        links++;
        hiddenTo = opaque.end(word);
      } else if (words.before(word) == '@') {
        handles++;
        hiddenTo = opaque.end(word);
      } else {
        plain++;
        hiddenTo = opaque.end(word);
        if (Letters.isDigit(words.first(word)) && words.length(word) <= LONGEST_NUMBER) {
          number(word);
        }
      }
    }
  }

  private void number(int word) {
    char after = words.after(word);
    if (isMultiple(word)) {
      multiples++;
    } else if (after == '%') {
      gains++;
    } else if (after == ':') {
      clocks += isDigitAt(words.end(word) + 1) ? 1 : 0;
    } else if (words.before(word) != '.' || !isDigitAt(words.start(word) - 2)) {
      prices++;
    }
  }

  private boolean isMultiple(int word) {
    return (words.last(word) | 0x20) == 'x' && Letters.isDigit(words.first(word));
  }

  /// Whether it tells of a gain: a share, or a multiple that is no leverage.
  private boolean gains(Hits hits) {
    boolean levered = multiples > 0 && SIDES.stream().anyMatch(tag -> hits.weight(tag) > 0);
    int leverage = levered ? wording.terms().bet().leverage() : 0;
    return gains > 0 || (leverage == 0 ? multiples > 0 : hasMultipleBut(leverage));
  }

  private boolean hasMultipleBut(int leverage) {
    String lever = leverage + "x";
    for (int word = 0; word < words.size(); word++) {
      boolean counts = isMultiple(word) && !opaque.hides(word);
      if (counts && !words.text(word).equalsIgnoreCase(lever)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDigitAt(int index) {
    return index >= 0 && index < text.length() && Letters.isDigit(text.at(index));
  }

  private void tellOfShape(Hits hits) {
    hits.sign(PRICES, prices >= FEW_PRICES);
    hits.sign(LADDER, prices >= MANY_PRICES);
    hits.sign(GAIN, gains(hits));
    hits.sign(CLOCK, clocks > 0);
    hits.sign(HANDLE, handles > 0);
    hits.sign(COMMAND, text.length() > 0 && text.at(0) == '/');
    hits.sign(TO_SOMEBODY, words.size() > 0 && words.before(0) == '@');
    hits.sign(ASKS, asks());
    hits.sign(BARE, plain == 0);
    hits.sign(TERSE, plain <= TERSE_WORDS);
    hits.sign(BRIEF, plain <= BRIEF_WORDS);
    hits.sign(LONG, plain >= LONG_WORDS);
    hits.sign(ESSAY, plain >= ESSAY_WORDS);
    hits.sign(LINES, lines >= MANY_LINES);
  }

  private boolean asks() {
    for (int i = text.length() - 1; i >= 0 && i > text.length() - 8; i--) {
      if (text.at(i) == '?' || text.at(i) == ARABIC_QUESTION_MARK) {
        return !opaque.hidesAt(i);
      }
    }
    return false;
  }

  private void tellOfAddresses(List<Mention> mentions, int symbols, Hits hits) {
    int addresses = 0;
    for (Mention mention : mentions) {
      boolean traded = mention.role() == Role.TOKEN || mention.role() == Role.POOL;
      addresses += traded && mention.confidence() >= SURE ? 1 : 0;
    }
    hits.sign(ADDRESS, addresses > 0);
    hits.sign(LINK, links > 0 && addresses == 0);
    hits.sign(MANY, addresses + symbols >= MANY_ASSETS);
  }

  private void tellOfSymbols(List<SymbolMention> symbols, Hits hits) {
    boolean pair = false;
    boolean cashtag = false;
    boolean first = false;
    int firstWord = startOfWords();
    for (SymbolMention symbol : symbols) {
      pair |= symbol.form() == SymbolMention.Form.PAIR;
      reveals |= symbol.form() == SymbolMention.Form.ANNOUNCED;
      cashtag |= symbol.form() == SymbolMention.Form.CASHTAG;
      first |= symbol.start() <= firstWord;
    }
    hits.sign(TICKER, !symbols.isEmpty());
    hits.sign(OPENS_WITH_TICKER, first);
    hits.sign(PAIR, pair);
    hits.sign(CASHTAG, cashtag);
    hits.sign(REVEAL, reveals);
  }

  /// Where the first word stands that is no emoji.
  private int startOfWords() {
    int word = 0;
    while (word < words.size() && words.isEmoji(word)) {
      word++;
    }
    return word < words.size() ? text.origin(words.start(word)) : 0;
  }
}
