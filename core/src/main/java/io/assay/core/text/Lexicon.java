package io.assay.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The rules of the reader's trade: words and phrases of up to four words, each with a tag and a
/// weight. From a text with a rule a line, `tag weight phrase`; `#` begins a comment.
public final class Lexicon {
  private static final int LONGEST_PHRASE = 4;
  private static final int SLOTS = 4096;

  private final List<Rule> rules = new ArrayList<>();
  private final List<Integer> before = new ArrayList<>();
  private final Map<String, Integer> tags = new HashMap<>();
  private final long[] keys = new long[SLOTS];
  private final int[] found = new int[SLOTS];
  private final int longest;

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
    /// Tells of a coin's listing by an exchange.
    LISTING,
    /// Names a chain or an exchange.
    NAME;

    static Use of(String tag) {
      return switch (tag) {
        case "not" -> NEGATE;
        case "cue" -> CUE;
        case "listing" -> LISTING;
        default -> tag.indexOf('.') > 0 ? NAME : WEIGH;
      };
    }
  }

  private Lexicon(String text) {
    int most = 1;
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        most = Math.max(most, add(line.strip()));
      }
    }
    longest = most;
  }

  public static Lexicon parse(String text) {
    return new Lexicon(text);
  }

  /// The lexicon of that name that lies beside a class.
  public static Lexicon shipped(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own " + name);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int add(String line) {
    String[] parts = line.split("\\s+", 3);
    String[] words =
        parts.length < 3 ? new String[0] : parts[2].toLowerCase(Locale.ROOT).split("\\s+");
    if (words.length == 0 || words.length > LONGEST_PHRASE) {
      throw new IllegalArgumentException("no rule: " + line);
    }
    long key = Words.hash(words[0]);
    for (int i = 1; i < words.length; i++) {
      key = Words.join(key, Words.hash(words[i]));
    }
    int slot = slot(key);
    keys[slot] = key;
    int number = tags.getOrDefault(parts[0], tags.size());
    tags.put(parts[0], number);
    double weight = Double.parseDouble(parts[1]);
    rules.add(new Rule(parts[0], number, weight, parts[0] + ": " + parts[2], Use.of(parts[0])));
    before.add(found[slot]);
    found[slot] = rules.size();
    return words.length;
  }

  private int slot(long key) {
    int slot = (int) (key ^ key >>> 29 ^ key >>> 47) & (SLOTS - 1);
    while (found[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (SLOTS - 1);
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

  /// Tells of every phrase in the words, in the order of their last words.
  public void match(Words words, Match match) {
    for (int last = 0; last < words.size(); last++) {
      long key = words.hash(last);
      tell(key, last, last, match);
      for (int length = 2; length <= longest && length <= last + 1; length++) {
        tell(phrase(words, last - length + 1, last), last - length + 1, last, match);
      }
    }
  }

  private static long phrase(Words words, int first, int last) {
    long key = words.hash(first);
    for (int i = first + 1; i <= last; i++) {
      key = Words.join(key, words.hash(i));
    }
    return key;
  }

  private void tell(long key, int first, int last, Match match) {
    for (int rule = found[slot(key)]; rule != 0; rule = before.get(rule - 1)) {
      match.at(rule - 1, first, last);
    }
  }
}
