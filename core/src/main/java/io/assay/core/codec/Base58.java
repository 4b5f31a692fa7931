package io.assay.core.codec;

import java.util.Arrays;

/// Base58 in the alphabet of Bitcoin and Solana. Case is part of the value.
public final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final byte[] VALUES = new byte[128];
  private static final int SHORTEST_KEY = 32;
  private static final int LONGEST_KEY = 44;
  private static final int KEY_WORDS = 8;

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private Base58() {}

  /// Whether the character is in the alphabet.
  public static boolean isDigit(char letter) {
    return letter < VALUES.length && VALUES[letter] >= 0;
  }

  /// Whether the text is exactly 32 bytes: the form of a Solana account, and of any other key.
  public static boolean is32Bytes(CharSequence text) {
    int length = text.length();
    if (length < SHORTEST_KEY || length > LONGEST_KEY) {
      return false;
    }
    long[] words = new long[KEY_WORDS];
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(i);
      if (!isDigit(letter)) {
        return false;
      }
      long carry = VALUES[letter];
      for (int w = 0; w < KEY_WORDS; w++) {
        carry += words[w] * 58;
        words[w] = carry & 0xFFFFFFFFL;
        carry >>>= 32;
      }
      if (carry != 0) {
        return false;
      }
    }
    return leadingOnes(text) == leadingZeroBytes(words);
  }

  /// Each leading 1 stands for one leading zero byte, neither more nor fewer.
  private static int leadingOnes(CharSequence text) {
    int ones = 0;
    while (ones < text.length() && text.charAt(ones) == '1') {
      ones++;
    }
    return ones;
  }

  private static int leadingZeroBytes(long[] words) {
    int zeros = 0;
    for (int w = KEY_WORDS - 1; w >= 0; w--) {
      if (words[w] != 0) {
        return zeros + (Long.numberOfLeadingZeros(words[w]) - 32) / 8;
      }
      zeros += 4;
    }
    return zeros;
  }
}
