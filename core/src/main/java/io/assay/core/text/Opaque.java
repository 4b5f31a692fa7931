package io.assay.core.text;

import java.util.Arrays;

/// Which words of a text are no words that somebody says: those of links, of names behind an `@`,
/// and of addresses. `?` and `!` in them are no marks either.
///
/// ```
/// buy here https://a.example/sell?ref=scam @pump_calls 0x2::pump::PUMP
///          ------------------------------- ----------- ---------------
/// ```
public final class Opaque {
  /// Endings by which a name with a dot is a host, though neither a scheme nor a path says so.
  /// Those that are words of a sentence are left out: who forgets a blank behind a full stop means
  /// no host.
  private static final long[] ENDINGS =
      hashes(
          "com org net io me fun is xyz app finance co ai gg exchange network money live pro info cc"
              + " tv ru cn ir tr us uk eu club site online tech trade tools world dev wtf lol vip top"
              + " space website store biz bot cash fi sh");

  /// That of no text.
  public static final Opaque NOTHING = new Opaque(Folded.of(""), Words.of(Folded.of("")));

  private static final long WWW = Words.hash("www");
  private static final int NOWHERE = -1;
  private static final int LEAST_ADDRESS = 32;
  private static final int LONGEST_ADDRESS = 256;
  private static final int MOST_NAMES = 6;
  private static final char BEYOND = 0x2000;

  private final Folded text;
  private final Words words;
  private int[] ends = {};

  private Opaque(Folded text, Words words) {
    this.text = text;
    this.words = words;
  }

  /// The words of a text that are none.
  public static Opaque in(Folded text, Words words) {
    Opaque opaque = new Opaque(text, words);
    if (!words.mayHide(LEAST_ADDRESS)) {
      return opaque;
    }
    int word = 0;
    while (word < words.size()) {
      int end = opaque.look(word);
      word = end == NOWHERE ? word + 1 : opaque.cover(word, end);
    }
    return opaque;
  }

  private static long[] hashes(String list) {
    return Arrays.stream(list.split(" ")).mapToLong(Words::hash).sorted().toArray();
  }

  /// Marks the words from there up to a position.
  ///
  /// @return the next word
  private int cover(int from, int end) {
    if (ends.length == 0) {
      ends = new int[words.size()];
    }
    int word = from;
    while (word < words.size() && words.start(word) < end) {
      ends[word++] = end;
    }
    return word;
  }

  /// Where what begins with the word ends; [#NOWHERE] where the word is one.
  private int look(int word) {
    if (words.before(word) == '@' && Letters.isLetter(words.first(word))) {
      return nameEnd(word);
    }
    if (words.length(word) >= LEAST_ADDRESS && words.isAscii(word)) {
      return runEnd(word);
    }
    return switch (words.after(word)) {
      case ':', '_', '-' -> isScheme(word) ? linkEnd(words.end(word)) : joinedEnd(word);
      case '.' -> isHost(word) ? linkEnd(words.end(word)) : NOWHERE;
      default -> NOWHERE;
    };
  }

  private boolean isScheme(int word) {
    int end = words.end(word);
    return end + 2 < text.length()
        && text.at(end) == ':'
        && text.at(end + 1) == '/'
        && text.at(end + 2) == '/';
  }

  /// Whether names that dots join begin there, and are a host: a path is behind them, `www` before,
  /// or the last is one that hosts end in.
  private boolean isHost(int first) {
    int last = first;
    while (last - first < MOST_NAMES && isDotted(last)) {
      last++;
    }
    if (last == first || !words.isAscii(first) || !words.isAscii(last)) {
      return false;
    }
    boolean www = words.hash(first) == WWW;
    boolean small = words.last(last) >= 'a';
    boolean path = small && words.after(last) == '/';
    return www || path || (small && Arrays.binarySearch(ENDINGS, words.hash(last)) >= 0);
  }

  /// Whether a dot and nothing else is between the word and the next one, which has a letter first.
  private boolean isDotted(int word) {
    return words.after(word) == '.'
        && word + 1 < words.size()
        && words.start(word + 1) == words.end(word) + 1
        && Letters.isLetter(words.first(word + 1));
  }

  private int linkEnd(int from) {
    int end = from;
    while (end < text.length() && !isOutside(text.at(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOutside(char letter) {
    return switch (letter) {
      case '<', '>', '"', '(', ')', '[', ']' -> true;
      default -> letter <= ' ' || letter > BEYOND;
    };
  }

  /// The end of a name such as `@pump_calls`.
  private int nameEnd(int word) {
    int end = words.end(word);
    while (end < text.length() && (Letters.isWord(text.at(end)) || text.at(end) == '_')) {
      end++;
    }
    return end;
  }

  /// The end of an address that other marks part, if it is one: `0x2::pump::PUMP`, `EQA-_…`.
  private int joinedEnd(int word) {
    if (!words.isAscii(word)) {
      return NOWHERE;
    }
    int start = words.start(word);
    int end = runEnd(word);
    boolean module = start + 1 < end && text.at(start) == '0' && (text.at(start + 1) | 0x20) == 'x';
    return module || (end - start >= LEAST_ADDRESS && isMixed(start, end)) ? end : NOWHERE;
  }

  private int runEnd(int word) {
    int end = words.end(word);
    int most = Math.min(text.length(), end + LONGEST_ADDRESS);
    while (end < most && isJoined(text.at(end))) {
      end++;
    }
    return end;
  }

  private static boolean isJoined(char letter) {
    return Letters.isWord(letter) || letter == '_' || letter == '-' || letter == ':';
  }

  /// Whether digits and both cases are in it, as in no words that dashes join.
  private boolean isMixed(int from, int to) {
    boolean digit = false;
    boolean upper = false;
    boolean lower = false;
    for (int i = from; i < to; i++) {
      digit |= Letters.isDigit(text.at(i));
      upper |= Letters.isUpper(text.at(i));
      lower |= text.at(i) >= 'a';
    }
    return digit && upper && lower;
  }

  /// Whether any word is none.
  public boolean isAny() {
    return ends.length > 0;
  }

  /// Whether a link begins with the word.
  public boolean isLink(int word) {
    return hides(word) && isScheme(word);
  }

  /// Whether the word is none.
  public boolean hides(int word) {
    return word >= 0 && ends.length > 0 && ends[word] > 0;
  }

  /// Where what hides the word ends; where the word itself ends if nothing hides it.
  public int end(int word) {
    return hides(word) ? ends[word] : words.end(word);
  }

  /// Whether the position is hidden.
  public boolean hidesAt(int position) {
    int word = ends.length - 1;
    while (word >= 0 && words.start(word) > position) {
      word--;
    }
    return hides(word) && ends[word] > position;
  }
}
