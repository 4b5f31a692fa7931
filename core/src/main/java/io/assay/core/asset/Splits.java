package io.assay.core.asset;

import io.assay.core.codec.Base58;
import io.assay.core.codec.Eip55;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an address ends that blanks or a line break part into pieces, and where one begins that a
/// name is glued to. Pieces must look like pieces: words that happen to follow a broken address are
/// none.
final class Splits {
  /// Characters of the shortest piece that is not of hex digits.
  static final int SHORTEST_PIECE = 8;

  private static final int MOST_PIECES = 12;
  private static final int WIDEST_GAP = 4;
  private static final int LEAST_HEX = 4;
  private static final int LONGEST_KEY = 64;
  private static final int SHORTEST_WHOLE = 33;
  private static final int SHORTEST_MINT = 42;
  private static final int LONGEST_MINT = 44;

  /// What launch pads let the mints of their tokens end with.
  private static final List<String> ENDINGS = List.of("pump", "bonk");

  private Splits() {}

  /// The end of the pieces that begin with the word; 0 where they are none.
  static int end(Folded text, Words words, int word) {
    int start = words.start(word);
    boolean prefixed =
        words.length(word) >= 2 && text.at(start) == '0' && text.at(start + 1) == 'x';
    return prefixed ? hexEnd(text, words, word) : keyEnd(text, words, word);
  }

  /// Pieces of hex digits that make 40 exactly.
  private static int hexEnd(Folded text, Words words, int first) {
    if (!isHex(text, words.start(first) + 2, words.end(first))) {
      return 0;
    }
    int length = words.length(first);
    for (int word = first + 1; word < words.size() && word - first < MOST_PIECES; word++) {
      boolean piece =
          isGap(text, words.end(word - 1), words.start(word))
              && isHex(text, words.start(word), words.end(word))
              && words.length(word) >= LEAST_HEX;
      length += words.length(word);
      if (!piece || length > Eip55.LENGTH) {
        return 0;
      }
      if (length == Eip55.LENGTH) {
        return words.end(word);
      }
    }
    return 0;
  }

  private static boolean isHex(Folded text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Letters.isHex(text.at(i))) {
        return false;
      }
    }
    return true;
  }

  /// Two pieces of base 58 or bech32, each of which looks drawn by lot.
  private static int keyEnd(Folded text, Words words, int first) {
    int next = first + 1;
    if (words.length(first) < SHORTEST_PIECE
        || next == words.size()
        || words.length(next) < SHORTEST_PIECE
        || words.length(first) + words.length(next) > LONGEST_KEY
        || words.length(first) + words.length(next) < SHORTEST_WHOLE) {
      return 0;
    }
    boolean pieces =
        isGap(text, words.end(first), words.start(next))
            && isDrawn(text, words.start(first), words.end(first))
            && isDrawn(text, words.start(next), words.end(next));
    return pieces ? words.end(next) : 0;
  }

  /// Whether digits and letters are mixed as in no word.
  private static boolean isDrawn(Folded text, int from, int to) {
    int digits = 0;
    int letters = 0;
    int turns = 0;
    for (int i = from; i < to; i++) {
      char letter = text.at(i);
      if (!Base58.isDigit(letter) && !Letters.isWord(letter)) {
        return false;
      }
      boolean digit = Letters.isDigit(letter);
      digits += digit ? 1 : 0;
      letters += digit ? 0 : 1;
      turns += i > from && digit != Letters.isDigit(text.at(i - 1)) ? 1 : 0;
    }
    return digits > 0 && letters > 0 && turns > 1;
  }

  private static boolean isGap(Folded text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Letters.isBlank(text.at(i))) {
        return false;
      }
    }
    return to > from && to - from <= WIDEST_GAP;
  }

  /// The pieces without what parts them.
  static String joined(Folded text, int start, int end) {
    StringBuilder joined = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (!Letters.isBlank(text.at(i))) {
        joined.append(text.at(i));
      }
    }
    return joined.toString();
  }

  /// The mint at the end of a run of letters and digits. Several of its ends are 32 bytes, so only
  /// a launch pad's ending tells where the mint ends, and only one length must do.
  static @Nullable Address mintAtEnd(String run) {
    if (ENDINGS.stream().noneMatch(run::endsWith)) {
      return null;
    }
    Address only = null;
    for (int length = SHORTEST_MINT; length <= LONGEST_MINT; length++) {
      String tail = run.substring(run.length() - length);
      if (Addresses.check(Chain.SOLANA, tail) instanceof Address address) {
        if (only != null) {
          return null;
        }
        only = address;
      }
    }
    return only;
  }
}
