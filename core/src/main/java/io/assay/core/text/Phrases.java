package io.assay.core.text;

import java.util.Arrays;
import java.util.List;

/// Lists of phrases, several a row: `2.4: good, well done`, `more 0.29: very, really`, `stop: stop
/// loss, sl`. What is before the colon is a tag, a weight, or both, and goes for every phrase
/// behind it; `#` begins a comment.
public final class Phrases implements Lexicon.Match {
  /// The tag of rows with nothing but a weight.
  public static final String WEIGHED = "weighed";

  private static final int LONGEST = 4;

  private final int[] rules;
  private final int[] firsts;

  private Phrases(int words) {
    rules = new int[words];
    firsts = new int[words];
  }

  /// The phrases of a lexicon that stand in the words.
  public static Phrases in(Words words, Lexicon lexicon) {
    Phrases phrases = new Phrases(words.size());
    lexicon.match(words, phrases);
    return phrases;
  }

  /// The rule of the phrase that ends at the word; -1 where none does.
  public int rule(int word) {
    return rules[word] - 1;
  }

  /// The first word of the phrase that ends at the word.
  public int first(int word) {
    return firsts[word];
  }

  @Override
  public void at(int rule, int first, int last) {
    if (rules[last] != 0 && firsts[last] <= first) {
      return;
    }
    for (int word = first; word < last; word++) {
      if (rules[word] != 0 && firsts[word] < first) {
        return;
      }
    }
    Arrays.fill(rules, first, last, 0);
    rules[last] = rule + 1;
    firsts[last] = first;
  }

  /// The lists of those names that lie beside a class, as one lexicon.
  public static Lexicon shipped(Class<?> beside, String... names) {
    StringBuilder rules = new StringBuilder(1 << 16);
    for (String name : names) {
      rules.append(rules(Resource.text(beside, name), name));
    }
    return Lexicon.parse(rules.toString(), String.join(", ", names));
  }

  /// The rows of a list as a lexicon's rules, one a line.
  ///
  /// @throws IllegalArgumentException if a row is none, naming it
  public static String rules(String text, String name) {
    StringBuilder rules = new StringBuilder();
    List<String> rows = text.lines().toList();
    for (int i = 0; i < rows.size(); i++) {
      String row = rows.get(i).strip();
      if (Resource.isRow(row)) {
        addRow(row, name + ", line " + (i + 1), rules);
      }
    }
    return rules.toString();
  }

  private static void addRow(String row, String where, StringBuilder rules) {
    int colon = row.indexOf(':');
    String head = head(colon < 0 ? "" : row.substring(0, colon), where);
    for (String phrase : row.substring(colon + 1).split(",", -1)) {
      int size = Words.of(Folded.of(phrase)).size();
      if (size == 0 || size > LONGEST) {
        throw new IllegalArgumentException(where + ": one to four words wanted:" + phrase);
      }
      rules.append(head).append(phrase).append('\n');
    }
  }

  /// The tag and the weight of a row; the weight is 0 where there is none.
  private static String head(String head, String where) {
    int blank = head.indexOf(' ');
    boolean weighed = isNumber(blank < 0 ? head : head.substring(blank + 1));
    if (head.isEmpty() || (blank > 0 && !weighed)) {
      throw new IllegalArgumentException(where + ": no tag or weight: " + head);
    }
    if (blank > 0) {
      return head;
    }
    return weighed ? WEIGHED + " " + head : head + " 0";
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && Letters.isDigit(part.charAt(part.length() - 1));
  }
}
