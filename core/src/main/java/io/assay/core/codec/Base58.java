package io.assay.core.codec;

import io.assay.core.canon.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Numbers in base 58: an alphabet without the digits and letters that look alike. Case is part of
/// the value, and each leading zero byte is one leading first letter.
public final class Base58 {
  /// The alphabet of Bitcoin, Solana, Tron and most others.
  public static final Base58 BITCOIN =
      new Base58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");

  /// The same letters in the order of the XRP ledger.
  public static final Base58 RIPPLE =
      new Base58("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

  private static final int RADIX = 58;
  private static final int LONGEST = 128;
  private static final int CHECKSUM = 4;
  private static final int SHORTEST_KEY = 32;
  private static final int LONGEST_KEY = 44;
  private static final int KEY_WORDS = 8;

  private final String alphabet;
  private final byte[] values = new byte[128];

  private Base58(String alphabet) {
    this.alphabet = alphabet;
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < RADIX; i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
  }

  /// Whether the character is in the alphabets, which have the same characters.
  public static boolean isDigit(char letter) {
    return BITCOIN.value(letter) >= 0;
  }

  private int value(char letter) {
    return letter < values.length ? values[letter] : -1;
  }

  /// The bytes that the text stands for.
  ///
  /// @return null where a character is not of the alphabet, or there are more than 128
  public byte @Nullable [] decode(CharSequence text) {
    int length = text.length();
    if (length > LONGEST) {
      return null;
    }
    byte[] number = new byte[length];
    int least = length;
    for (int i = 0; i < length; i++) {
      int carry = value(text.charAt(i));
      if (carry < 0) {
        return null;
      }
      int at = length - 1;
      for (; at >= least || carry != 0; at--) {
        carry += (number[at] & 0xFF) * RADIX;
        number[at] = (byte) carry;
        carry >>>= 8;
      }
      least = at + 1;
    }
    return Arrays.copyOfRange(number, least - leadingZeros(text), length);
  }

  private int leadingZeros(CharSequence text) {
    int zeros = 0;
    while (zeros < text.length() && text.charAt(zeros) == alphabet.charAt(0)) {
      zeros++;
    }
    return zeros;
  }

  /// The text that stands for the bytes.
  public String encode(byte[] bytes) {
    byte[] digits = new byte[bytes.length * 2];
    int size = 0;
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    for (byte next : bytes) {
      int carry = next & 0xFF;
      int at = 0;
      for (; at < size || carry != 0; at++) {
        carry += digits[at] << 8;
        digits[at] = (byte) (carry % RADIX);
        carry /= RADIX;
      }
      size = at;
    }
    StringBuilder text = new StringBuilder(alphabet.substring(0, 1).repeat(zeros));
    for (int i = size - 1; i >= 0; i--) {
      text.append(alphabet.charAt(digits[i]));
    }
    return text.toString();
  }

  /// The bytes of a text whose last four are a checksum (Base58Check: the beginning of the double
  /// SHA-256 of what stands before), without it.
  ///
  /// @return null where the text is none, or the checksum is wrong
  public byte @Nullable [] decodeChecked(CharSequence text) {
    byte[] bytes = decode(text);
    if (bytes == null || bytes.length <= CHECKSUM) {
      return null;
    }
    int end = bytes.length - CHECKSUM;
    byte[] payload = Arrays.copyOf(bytes, end);
    boolean right = Arrays.equals(checksum(payload), 0, CHECKSUM, bytes, end, bytes.length);
    return right ? payload : null;
  }

  /// The text that stands for the bytes and their checksum.
  public String encodeChecked(byte[] payload) {
    byte[] bytes = Arrays.copyOf(payload, payload.length + CHECKSUM);
    System.arraycopy(checksum(payload), 0, bytes, payload.length, CHECKSUM);
    return encode(bytes);
  }

  private static byte[] checksum(byte[] payload) {
    MessageDigest digest = Sha256.shared();
    return digest.digest(digest.digest(payload));
  }

  /// Whether the text is exactly 32 bytes: the form of a Solana account, and of any other key.
  public static boolean is32Bytes(CharSequence text) {
    int length = text.length();
    if (length < SHORTEST_KEY || length > LONGEST_KEY) {
      return false;
    }
    long[] words = new long[KEY_WORDS];
    for (int i = 0; i < length; i++) {
      long carry = BITCOIN.value(text.charAt(i));
      if (carry < 0) {
        return false;
      }
      for (int w = 0; w < KEY_WORDS; w++) {
        carry += words[w] * RADIX;
        words[w] = carry & 0xFFFFFFFFL;
        carry >>>= 32;
      }
      if (carry != 0) {
        return false;
      }
    }
    return BITCOIN.leadingZeros(text) == leadingZeroBytes(words);
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
