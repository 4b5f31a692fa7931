package io.assay.core.mention;

import io.assay.core.text.Lexicon;
import io.assay.core.text.Words;

/// What the words of a message say of the addresses in it: at each word the longest phrase of
/// `roles.txt` and `chains.txt` that ends there. A phrase within, or across, a longer one is none
/// of its own.
final class Said {
  /// Words of so many characters are addresses, or as good as.
  private static final int ADDRESS = 25;

  private static final Lexicon ROLES = Lexicon.shipped(Said.class, "roles.txt", "chains.txt");

  private final Words words;
  private final int[] endings;
  private final int[] spans;

  Said(Words words) {
    this.words = words;
    endings = new int[words.size()];
    spans = new int[words.size()];
    int[] covered = new int[words.size()];
    ROLES.match(
        words,
        (rule, first, last) -> {
          if (last - first >= spans[last]) {
            endings[last] = rule + 1;
            spans[last] = last - first;
          }
          for (int word = first; word <= last; word++) {
            covered[word] = Math.max(covered[word], last - first);
          }
        });
    dropInner(covered);
  }

  private void dropInner(int[] covered) {
    for (int last = 0; last < endings.length; last++) {
      for (int word = last - spans[last]; endings[last] != 0 && word <= last; word++) {
        endings[last] = covered[word] > spans[last] ? 0 : endings[last];
      }
    }
  }

  Words words() {
    return words;
  }

  int size() {
    return endings.length;
  }

  /// Whether a phrase ends at the word.
  boolean ends(int word) {
    return endings[word] != 0;
  }

  /// The rule of the phrase that ends at the word, where one does.
  Lexicon.Rule rule(int word) {
    return ROLES.rule(endings[word] - 1);
  }

  /// The first word of the phrase that ends at the word.
  int first(int word) {
    return word - spans[word];
  }

  /// Whether a phrase with that tag ends at the word; false beyond the text.
  boolean is(int word, String tag) {
    return word >= 0 && word < endings.length && ends(word) && rule(word).tag().equals(tag);
  }

  /// Whether the word is as long as addresses are.
  boolean isAddress(int word) {
    return words.length(word) >= ADDRESS;
  }

  /// The first word that begins at or behind a position of the text.
  int firstFrom(int position) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.start(middle) < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
