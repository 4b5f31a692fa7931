package io.assay.core.reading;

import io.assay.core.asset.Majors;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.text.Letters;
import io.assay.core.text.Resource;
import io.assay.core.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which words can be tickers: that depends on how plainly they are marked as ones. What is marked
/// is looked up in a directory later; here a word is only kept from being taken for a ticker.
final class Tickers {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;
  private static final int LONGEST_NAME = 5;
  private static final Map<String, Set<String>> GROUPS =
      groups(Resource.text(Tickers.class, "tickers.txt"), "tickers.txt");
  private static final Set<String> QUOTES = group("quote");
  private static final List<String> GLUED_QUOTES = List.copyOf(group("glued"));
  private static final Set<String> MONEY = group("money");

  /// Coins whose symbols are words of the trade: coins where they are marked, words where not.
  private static final Set<String> COINS_AND_WORDS = group("both");

  private static final Set<String> WORDS = group("word");

  /// Words between an announcement and the coin that it reveals.
  private static final Set<String> FILLERS = group("filler");

  private static final Set<String> TALK = group("talk");

  /// Coins that everybody knows and whose symbols are words that people write in small letters.
  private static final Set<String> SAID = group("said");

  private static final TokenDirectory KNOWN = Majors.parse(Majors.shippedText());

  /// The hashes of all symbols that everybody knows, sorted: most words are none of them.
  private static final long[] KNOWN_WORDS = knownWords();

  private Tickers() {}

  private static long[] knownWords() {
    String rows = new String(Majors.shippedText(), StandardCharsets.UTF_8);
    return rows.lines()
        .skip(1)
        .mapToLong(row -> Words.hash(row.split(",", 3)[1]))
        .sorted()
        .toArray();
  }

  /// Whether a word of that hash may be a coin that everybody knows.
  static boolean mayBeKnown(long hash) {
    return Arrays.binarySearch(KNOWN_WORDS, hash) >= 0;
  }

  /// The words of each group, from a text with a group and its words a line.
  ///
  /// @param name what errors call the text
  /// @throws IllegalArgumentException if a line is none, naming it
  static Map<String, Set<String>> groups(String text, String name) {
    Map<String, Set<String>> groups = new HashMap<>();
    int number = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      number++;
      if (Resource.isRow(line)) {
        List<String> words = List.of(line.split("\\s+"));
        List<String> members = words.subList(1, words.size());
        if (members.isEmpty() || !members.stream().allMatch(word -> word.equals(upper(word)))) {
          throw new IllegalArgumentException(
              name + ", line " + number + ": a row is a group and words in upper case: " + line);
        }
        groups.computeIfAbsent(words.getFirst(), _ -> new HashSet<>()).addAll(members);
      }
    }
    return groups;
  }

  private static Set<String> group(String name) {
    return Set.copyOf(GROUPS.getOrDefault(name, Set.of()));
  }

  /// Whether the word behind a `$` is a ticker: any but money and amounts.
  static boolean isCashtag(String said) {
    return (isOneLetter(said) || isLong(said)) && !isMoney(said);
  }

  /// Whether the word behind a `#` is a ticker.
  static boolean isHashtag(String said) {
    return isLong(said) && !WORDS.contains(upper(said)) && !isMoney(said);
  }

  /// Whether the word is a ticker where it is a pair's base.
  static boolean isBase(String said) {
    return isOneLetter(said) || isHashtag(said);
  }

  /// Whether an announcement may reveal the word where it is marked with a `#`.
  static boolean isRevealed(String said) {
    return isHashtag(said) && (isCoinAndWord(said) || !FILLERS.contains(upper(said)));
  }

  /// Whether an announcement may reveal the word where nothing marks it.
  static boolean isBare(String said) {
    return isRevealed(said) && !isCoinAndWord(said);
  }

  /// Whether the word is a ticker where it is all that a message says: in upper case, or a short
  /// name, and nothing that people say in one word.
  static boolean isAlone(String said, boolean upperCase) {
    boolean name = said.length() <= LONGEST_NAME && Letters.isUpper(said.charAt(0));
    return (upperCase || name) && isBare(said) && !TALK.contains(upper(said));
  }

  /// Whether everybody knows the word as a coin's ticker, where it stands beside a trade's side.
  static boolean isKnown(String said, boolean upperCase) {
    return isHashtag(said)
        && !KNOWN.candidates(said).isEmpty()
        && (upperCase || !SAID.contains(upper(said)));
  }

  private static boolean isCoinAndWord(String said) {
    return COINS_AND_WORDS.contains(upper(said));
  }

  static boolean isQuote(String said) {
    return QUOTES.contains(said);
  }

  /// The base that is glued to its quote, as in BTCUSDT; the word itself where there is no quote.
  static String base(String said) {
    for (String quote : GLUED_QUOTES) {
      if (said.endsWith(quote) && said.length() >= quote.length() + SHORTEST) {
        return said.substring(0, said.length() - quote.length());
      }
    }
    return said;
  }

  static String upper(String said) {
    return said.toUpperCase(Locale.ROOT);
  }

  private static boolean isMoney(String said) {
    return MONEY.contains(upper(said));
  }

  /// One capital letter, as in $W: a coin's ticker where it is marked as one.
  private static boolean isOneLetter(String said) {
    return said.length() == 1 && Letters.isUpper(said.charAt(0));
  }

  private static boolean isLong(String said) {
    return said.length() >= SHORTEST && said.length() <= LONGEST && hasLetters(said);
  }

  /// At least a letter in front, or three behind a leading digit as in 1INCH: no amounts.
  private static boolean hasLetters(String said) {
    int letters = 0;
    for (int i = 0; i < said.length(); i++) {
      letters += Letters.isLetter(said.charAt(i)) ? 1 : 0;
    }
    return letters >= (Letters.isLetter(said.charAt(0)) ? 1 : 3);
  }
}
