package io.assay.core.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules of the reader's trade: words and phrases of up to four words, or an emoji, each with a
/// tag and a weight. From texts with a rule a line, `tag weight phrase`; `#` begins a comment. A
/// phrase is split into words as messages are: each Chinese character is one. A number stands for
/// every number: `sell 0` is met by `sell 215`. `<sign>` is met by what a message is like rather
/// than by its words.
public final class Lexicon {
  private static final int LONGEST_PHRASE = 4;
  private static final int SLOTS_PER_LINE = 4;
  private static final int SIEVE_BITS = 1 << 16;
  private static final int NOWHERE = -1;
  private static final long NUMBER = Words.hash("0");

  private final List<Rule> rules = new ArrayList<>();
  private final int[] before;
  private final Map<String, Integer> tags = new HashMap<>();
  private final long[] keys;
  private final int[] found;
  private final boolean[] begins;

  /// A bit for each key: most words are in no lexicon, and a few kB are always at hand.
  private final long[] sieve = new long[SIEVE_BITS / Long.SIZE];

  /// A rule.
  ///
  /// @param tag what it speaks for: a class, a chain, an exchange
  /// @param number of the tag
  /// @param why the rule in words
  public record Rule(String tag, int number, double weight, String why, Use use) {}

  /// What a rule does where it is met.
  public enum Use {
    /// Adds its weight to its tag.
    WEIGH,
    /// Takes back what the next words say.
    NEGATE,
    /// Says that a coin is revealed behind it.
    CUE,
    /// Says that what follows is a coin, where a mark parts it, as in `Coin: ABC`; without a
    /// weight, only that what is tagged is one, as in `buy #abc`.
    LABEL,
    /// Tells of a coin's listing by an exchange.
    LISTING,
    /// Gives something up, and adds its weight to its tag.
    PART,
    /// Names a target of a trade.
    GOAL,
    /// Names a chain or an exchange.
    NAME;

    static Use of(String tag) {
      return switch (tag) {
        case "not" -> NEGATE;
        case "cue" -> CUE;
        case "label" -> LABEL;
        case "listing" -> LISTING;
        case "goal" -> GOAL;
        case "sells", "leaves" -> PART;
        default -> tag.indexOf('.') > 0 ? NAME : WEIGH;
      };
    }
  }

  private record Line(String text, String where) {}

  private Lexicon(List<Line> lines) {
    int slots = Integer.highestOneBit(lines.size() * SLOTS_PER_LINE + 1) * 2;
    keys = new long[slots];
    found = new int[slots];
    begins = new boolean[slots];
    before = new int[lines.size()];
    for (Line line : lines) {
      add(line.text(), line.where());
    }
  }

  /// The lexicon that a text holds.
  ///
  /// @param name what errors call the text
  /// @throws IllegalArgumentException if a line is no rule, naming it
  public static Lexicon parse(String text, String name) {
    return new Lexicon(lines(text, name));
  }

  /// One lexicon of the texts of those names that lie beside a class.
  public static Lexicon shipped(Class<?> beside, String... names) {
    List<Line> lines = new ArrayList<>();
    for (String name : names) {
      lines.addAll(lines(Resource.text(beside, name), name));
    }
    return new Lexicon(lines);
  }

  private static List<Line> lines(String text, String name) {
    List<Line> rules = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      number++;
      if (Resource.isRow(line)) {
        rules.add(new Line(line, name + ", line " + number));
      }
    }
    return rules;
  }

  private void add(String line, String where) {
    String[] parts = line.split("\\s+", 3);
    if (parts.length == 3 && parts[2].startsWith("<") && parts[2].endsWith(">")) {
      put(Words.hash(parts[2]), rule(parts, where));
      return;
    }
    Words words = Words.of(Folded.of(parts.length < 3 ? "" : parts[2]));
    if (words.size() == 0 || words.size() > LONGEST_PHRASE || hidesEmoji(words)) {
      throw new IllegalArgumentException(
          where + ": a rule is a tag, a weight, and one to four words or an emoji: " + line);
    }
    long key = hash(words, 0);
    for (int word = 1; word < words.size(); word++) {
      begins[take(key)] = true;
      key = Words.join(key, hash(words, word));
    }
    put(key, rule(parts, where));
  }

  private void put(long key, Rule rule) {
    int slot = take(key);
    before[rules.size()] = found[slot];
    rules.add(rule);
    found[slot] = rules.size();
  }

  private int take(long key) {
    int slot = slot(key);
    keys[slot] = key;
    sieve[bit(key) / Long.SIZE] |= 1L << bit(key);
    return slot;
  }

  private Rule rule(String[] parts, String where) {
    int number = tags.getOrDefault(parts[0], tags.size());
    tags.put(parts[0], number);
    try {
      double weight = Double.parseDouble(parts[1]);
      return new Rule(parts[0], number, weight, parts[0] + ": " + parts[2], Use.of(parts[0]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(where + ": no weight: " + parts[1], e);
    }
  }

  /// Whether an emoji is among other words, where [#match] would pass over it.
  private static boolean hidesEmoji(Words words) {
    for (int word = 0; word < words.size(); word++) {
      if (words.isEmoji(word) && words.size() > 1) {
        return true;
      }
    }
    return false;
  }

  /// The word's hash; of a number, that of all numbers.
  private static long hash(Words words, int word) {
    return Letters.isDigit(words.first(word)) && Letters.isDigit(words.last(word))
        ? NUMBER
        : words.hash(word);
  }

  private static int bit(long key) {
    return (int) (key ^ key >>> 29 ^ key >>> 47) & (SIEVE_BITS - 1);
  }

  private int slot(long key) {
    int slot = (int) (key ^ key >>> 29 ^ key >>> 47) & (found.length - 1);
    while (keys[slot] != key && (found[slot] != 0 || begins[slot])) {
      slot = (slot + 1) & (found.length - 1);
    }
    return slot;
  }

  public int size() {
    return rules.size();
  }

  /// How many tags there are.
  public int tags() {
    return tags.size();
  }

  /// Number of a tag; -1 if no rule has it.
  public int number(String tag) {
    return tags.getOrDefault(tag, -1);
  }

  public Rule rule(int index) {
    return rules.get(index);
  }

  /// Who is told where a rule's phrase stands.
  public interface Match {
    /// The phrase stands at the words `[first, last]`.
    void at(int rule, int first, int last);
  }

  /// Tells of every phrase in the words, in the order of their last words. Emoji between the words
  /// of a phrase do not part them, and a word that is spelled out is one: `H O D L`.
  public void match(Words words, Match match) {
    long[] begun = new long[LONGEST_PHRASE];
    int[] firsts = new int[LONGEST_PHRASE];
    int open = 0;
    int spelled = -1;
    for (int word = 0; word < words.size(); word++) {
      long hash = hash(words, word);
      int slot = tell(hash, word, word, match);
      if (!words.isEmoji(word)) {
        int kept = 0;
        for (int phrase = 0; phrase < open; phrase++) {
          long key = Words.join(begun[phrase], hash);
          if (isBegun(tell(key, firsts[phrase], word, match))) {
            begun[kept] = key;
            firsts[kept++] = firsts[phrase];
          }
        }
        begun[kept] = hash;
        firsts[kept] = word;
        open = kept + (isBegun(slot) ? 1 : 0);
      }
      if (words.length(word) == 1 && word > spelled) {
        spelled = words.spelledTo(word);
        if (spelled > word) {
          tell(words.spelled(word, spelled), word, spelled, match);
        }
      }
    }
  }

  private boolean isBegun(int slot) {
    return slot != NOWHERE && begins[slot];
  }

  /// What [#tell(long, Match)] finds a sign's rules by.
  public static long sign(String name) {
    return Words.hash("<" + name + ">");
  }

  /// Tells of every rule of a sign, as if it stood behind no word.
  public void tell(long sign, Match match) {
    tell(sign, -1, -1, match);
  }

  /// @return the key's slot, or [#NOWHERE]
  private int tell(long key, int first, int last, Match match) {
    if ((sieve[bit(key) / Long.SIZE] & 1L << bit(key)) == 0) {
      return NOWHERE;
    }
    int slot = slot(key);
    for (int rule = found[slot]; rule != 0; rule = before[rule - 1]) {
      match.at(rule - 1, first, last);
    }
    return slot;
  }
}
