package io.assay.core.text;

import java.util.Arrays;

/// The words of a folded text: its runs of ASCII letters and digits, each with a hash of its lower
/// case.
public final class Words {
  private final Folded text;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private long[] hashes = new long[32];
  private int size;

  private Words(Folded text) {
    this.text = text;
  }

  public static Words of(Folded text) {
    Words words = new Words(text);
    int length = text.length();
    int at = 0;
    while (at < length) {
      if (Letters.isWord(text.at(at))) {
        at = words.add(at);
      } else {
        at++;
      }
    }
    return words;
  }

  private int add(int start) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    long hash = 0;
    int at = start;
    while (at < text.length() && Letters.isWord(text.at(at))) {
      hash = step(hash, text.at(at));
      at++;
    }
    starts[size] = start;
    ends[size] = at;
    hashes[size++] = hash;
    return at;
  }

  private static long step(long hash, char letter) {
    return (hash ^ (letter | 0x20)) * 0x100000001b3L + 0x9E3779B97F4A7C15L;
  }

  /// The hash of a word as a lexicon writes it.
  public static long hash(String word) {
    long hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = step(hash, word.charAt(i));
    }
    return hash;
  }

  /// The hash of words that follow each other.
  public static long join(long before, long next) {
    return Long.rotateLeft(before, 23) * 0x9E3779B97F4A7C15L ^ next;
  }

  public int size() {
    return size;
  }

  public int start(int word) {
    return starts[word];
  }

  public int end(int word) {
    return ends[word];
  }

  public int length(int word) {
    return ends[word] - starts[word];
  }

  public long hash(int word) {
    return hashes[word];
  }

  public char first(int word) {
    return text.at(starts[word]);
  }

  public char last(int word) {
    return text.at(ends[word] - 1);
  }

  public String text(int word) {
    return text.text(starts[word], ends[word]);
  }

  /// Whether the word is of upper-case letters and digits alone, with at least one letter.
  public boolean isUpper(int word) {
    boolean letter = false;
    for (int i = starts[word]; i < ends[word]; i++) {
      if (!Letters.isUpper(text.at(i)) && !Letters.isDigit(text.at(i))) {
        return false;
      }
      letter |= Letters.isUpper(text.at(i));
    }
    return letter;
  }

  /// Whether both words stand in one line with nothing but blanks and marks between them.
  public boolean areNeighbours(int first, int second) {
    for (int i = ends[first]; i < starts[second]; i++) {
      if (text.at(i) == '\n') {
        return false;
      }
    }
    return true;
  }

  /// The character before the word; a blank where there is none.
  public char before(int word) {
    return starts[word] == 0 ? ' ' : text.at(starts[word] - 1);
  }

  /// The character after the word; a blank where there is none.
  public char after(int word) {
    return ends[word] < text.length() ? text.at(ends[word]) : ' ';
  }
}
