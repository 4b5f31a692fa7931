package io.assay.core.lineage;

import io.assay.core.reading.Reader;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Opaque;
import io.assay.core.text.Words;
import java.util.Arrays;

/// The words of a text that stand beside each other in a line, or with one between them, each pair
/// as a hash in which the order of the two makes no difference. Pairs and not words, since all who
/// call use the same words; two in three words kept still leave half of the pairs.
final class WordPairs {
  /// Letters of a word that is hardly one: two such say nothing together (`to the`).
  private static final int SLIGHT = 3;

  private static final char IDEOGRAPHS = 0x2E80;
  private static final int NONE = -1;

  private final Words words;
  private int[] pairs = new int[64];
  private int[] figures = new int[8];
  private int pairCount;
  private int figureCount;

  private WordPairs(Words words) {
    this.words = words;
  }

  /// Takes a text as far as calls are read.
  static WordPairs in(String text) {
    boolean cut = text.length() > Reader.LONGEST;
    Folded folded = Folded.of(cut ? text.substring(0, Reader.LONGEST) : text);
    WordPairs found = new WordPairs(Words.of(folded));
    found.collect(Opaque.in(folded, found.words));
    return found;
  }

  private void collect(Opaque opaque) {
    int last = NONE;
    int beforeLast = NONE;
    boolean tag = false;
    for (int word = 0; word < words.size(); word++) {
      tag = isTag(word, tag);
      if (tag || opaque.hides(word) || words.isEmoji(word)) {
        continue;
      }
      boolean goesOn = last != NONE && words.areNeighbours(last, word);
      beforeLast = goesOn ? beforeLast : NONE;
      last = goesOn ? last : NONE;
      pair(last, word);
      pair(beforeLast, word);
      figure(word);
      beforeLast = last;
      last = word;
    }
  }

  /// Whether the word is a tag or a ticker that is marked as one, or goes on with one: `#low_cap`.
  private boolean isTag(int word, boolean before) {
    return switch (words.before(word)) {
      case '#' -> true;
      case '$' -> !Letters.isDigit(words.first(word));
      case '_' -> before && words.start(word) == words.end(word - 1) + 1;
      default -> false;
    };
  }

  private void pair(int one, int other) {
    if (one == NONE || (isSlight(one) && isSlight(other))) {
      return;
    }
    if (pairCount == pairs.length) {
      pairs = Arrays.copyOf(pairs, pairCount * 2);
    }
    long first = words.hash(one);
    long second = words.hash(other);
    pairs[pairCount++] = hash((first + second) * 0x9E3779B97F4A7C15L ^ (first ^ second));
  }

  private boolean isSlight(int word) {
    return words.length(word) <= SLIGHT
        && !isNumber(word)
        && !Letters.isDigit(words.last(word))
        && words.first(word) < IDEOGRAPHS;
  }

  private boolean isNumber(int word) {
    return Letters.isDigit(words.first(word));
  }

  /// Keeps a figure of two characters or more: single ones count points and targets.
  private void figure(int word) {
    if (!isNumber(word) || words.length(word) < 2) {
      return;
    }
    if (figureCount == figures.length) {
      figures = Arrays.copyOf(figures, figureCount * 2);
    }
    figures[figureCount++] = hash(words.hash(word));
  }

  /// The upper 31 bits of a mix in which every bit of the value counts (Stafford, "Better bit
  /// mixing", 2011, variant 13).
  private static int hash(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return (int) ((mixed ^ mixed >>> 31) >>> 33);
  }

  /// Hashes of pairs, the same one as often as it stands there.
  int[] pairs() {
    return Arrays.copyOf(pairs, pairCount);
  }

  /// Hashes of figures, the same one as often as it stands there.
  int[] figures() {
    return Arrays.copyOf(figures, figureCount);
  }
}
