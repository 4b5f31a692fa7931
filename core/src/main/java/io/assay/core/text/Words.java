package io.assay.core.text;

import java.util.Arrays;

/// The words of a folded text, each with a hash of its lower case: runs of letters of one alphabet
/// and digits; and by themselves the characters of what is written without blanks (Chinese, Korean
/// syllables) and each emoji.
public final class Words {
  private static final byte ASCII = 0;
  private static final int WIDEST_GAP = 3;
  private static final int LEAST_SPELLED = 3;
  private static final int PLANE = 64;
  private static final String MARKS = ":|•·-,;/()[]{}<>=：，、；（）【】";

  private final Folded text;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private long[] hashes = new long[32];
  private byte[] kinds = new byte[32];
  private int size;

  // what is between words, seen on the way

  /// A bit for each mark of ASCII, from blanks to `?` and from `@` on.
  private long lowMarks;

  private long highMarks;

  /// Length of the longest run of ASCII letters, digits, `_`, `-` and `:`.
  private int longestRun;

  /// Whether something begins like a host, a scheme or a number in hexadecimal.
  private boolean linked;

  private Words(Folded text) {
    this.text = text;
  }

  public static Words of(Folded text) {
    Words words = new Words(text);
    int length = text.length();
    int at = 0;
    int run = 0;
    while (at < length) {
      byte kind = Scripts.kind(text.at(at));
      if (kind == Scripts.NONE) {
        run = words.mark(at, run);
        at++;
      } else {
        at = words.add(at, kind);
        run = words.runStart(run, at);
      }
    }
    return words;
  }

  /// Notes a mark.
  ///
  /// @param run where the run before it began
  /// @return where the one begins that goes on behind it
  private int mark(int at, int run) {
    char mark = text.at(at);
    char next = at + 1 < text.length() ? text.at(at + 1) : ' ';
    if (mark < PLANE) {
      lowMarks |= 1L << mark;
    } else if (mark < 2 * PLANE) {
      highMarks |= 1L << mark;
    }
    linked |= (mark == '.' && Letters.isLetter(next)) || (mark == ':' && next == '/');
    if (mark == ':' || mark == '_' || mark == '-') {
      longestRun = Math.max(longestRun, at + 1 - run);
      return run;
    }
    return at + 1;
  }

  /// Where the run begins that goes on behind the word that was added last, up to there.
  private int runStart(int run, int end) {
    longestRun = Math.max(longestRun, end - run);
    if (size == 0 || ends[size - 1] != end || kinds[size - 1] != ASCII) {
      return end;
    }
    int start = starts[size - 1];
    linked |= text.at(start) == '0' && start + 1 < end && (text.at(start + 1) | 0x20) == 'x';
    return run;
  }

  /// Whether that mark of ASCII stands anywhere between words.
  public boolean hasMark(char mark) {
    return ((mark < PLANE ? lowMarks : highMarks) & 1L << mark) != 0;
  }

  /// Whether names, links or addresses could be among the words.
  boolean mayHide(int leastAddress) {
    return linked || hasMark('@') || longestRun >= leastAddress;
  }

  private int add(int start, byte kind) {
    return switch (kind) {
      case Scripts.ALONE, Scripts.EMOJI -> alone(start, start + 1, kind);
      case Scripts.PAIRED -> paired(start);
      default -> run(start);
    };
  }

  private int paired(int start) {
    int end = start + 2;
    if (end > text.length() || !Character.isLowSurrogate(text.at(start + 1))) {
      return start + 1;
    }
    byte kind = Scripts.kind(Character.toCodePoint(text.at(start), text.at(start + 1)));
    return kind == Scripts.NONE ? end : alone(start, end, kind);
  }

  private int alone(int start, int end, byte kind) {
    long hash = step(0, text.at(start));
    return put(start, end, end - start == 1 ? hash : step(hash, text.at(start + 1)), kind);
  }

  /// Takes letters of the alphabet of the first one, and digits.
  private int run(int start) {
    byte alphabet = Scripts.DIGIT;
    boolean ascii = true;
    long hash = 0;
    int at = start;
    for (; at < text.length(); at++) {
      char letter = text.at(at);
      byte kind = Scripts.kind(letter);
      if (kind != alphabet && kind != Scripts.DIGIT) {
        if (alphabet != Scripts.DIGIT || !Scripts.isAlphabet(kind)) {
          break;
        }
        alphabet = kind;
      }
      ascii &= letter < 0x80;
      hash = step(hash, letter);
    }
    return put(start, at, hash, ascii ? ASCII : alphabet);
  }

  private int put(int start, int end, long hash, byte kind) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    kinds[size] = kind;
    hashes[size++] = hash;
    return end;
  }

  private static long step(long hash, char letter) {
    return (hash ^ Scripts.lower(letter)) * 0x100000001b3L + 0x9E3779B97F4A7C15L;
  }

  /// The hash of a word, in whatever case.
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

  /// The character of the text at an index, between words or in one.
  public char letter(int index) {
    return text.at(index);
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

  /// Whether the word is of ASCII letters and digits alone, as addresses and most tickers are.
  public boolean isAscii(int word) {
    return kinds[word] == ASCII;
  }

  public boolean isEmoji(int word) {
    return kinds[word] == Scripts.EMOJI;
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

  /// Whether the letter is the next one of a word that is spelled out: each by itself, with the
  /// same blanks before it as behind it, as in `H O D L`.
  ///
  /// @param first the letter before the previous one; the previous one itself where that begins it
  private boolean isSpelledOn(int first, int previous) {
    int letter = previous + 1;
    return letter < size
        && isLetter(letter)
        && gap(previous) <= WIDEST_GAP
        && gap(first) == gap(previous)
        && areBlank(ends[previous], starts[letter]);
  }

  private int gap(int word) {
    return starts[word + 1] - ends[word];
  }

  private boolean isLetter(int word) {
    return ends[word] - starts[word] == 1 && Scripts.isAlphabet(Scripts.kind(first(word)));
  }

  private boolean areBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.at(i) != ' ') {
        return false;
      }
    }
    return from < to;
  }

  /// The last letter of the word that is spelled out from here on, as in `H O D L`; the same word
  /// where none is.
  public int spelledTo(int word) {
    if (!isLetter(word) || !isSpelledOn(word, word)) {
      return word;
    }
    int last = word + 1;
    while (isSpelledOn(last - 1, last)) {
      last++;
    }
    return last - word + 1 < LEAST_SPELLED ? word : last;
  }

  /// The hash of the words `[first, last]` as one.
  public long spelled(int first, int last) {
    long hash = 0;
    for (int word = first; word <= last; word++) {
      hash = step(hash, first(word));
    }
    return hash;
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

  /// Whether a mark that parts labels from what they label, or points of a list, stands between the
  /// words.
  public boolean areMarked(int first, int second) {
    for (int i = ends[first]; i < starts[second]; i++) {
      if (MARKS.indexOf(text.at(i)) >= 0) {
        return true;
      }
    }
    return false;
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
