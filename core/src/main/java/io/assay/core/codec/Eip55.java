package io.assay.core.codec;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// EVM addresses as people write them: `0x` and 40 hex digits, whose letters' case is a checksum
/// (EIP-55) where both cases occur.
public final class Eip55 {
  /// Characters of an address with its prefix.
  public static final int LENGTH = 42;

  private static final int DIGITS = 40;

  private Eip55() {}

  /// Whether the text has the form of an address and, where its letters are of both cases, the
  /// right checksum. An address of one case carries no checksum and is taken as it is.
  public static boolean isAddress(String text) {
    return isForm(text) && (isOneCase(text) || text.substring(2).equals(checksummed(text)));
  }

  /// Whether the text is `0x` and 40 hex digits.
  public static boolean isForm(String text) {
    if (text.length() != LENGTH || text.charAt(0) != '0' || text.charAt(1) != 'x') {
      return false;
    }
    for (int i = 2; i < LENGTH; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        return false;
      }
    }
    return true;
  }

  /// Whether the letters of an address are of one case, so that it carries no checksum.
  public static boolean isOneCase(String text) {
    String digits = text.substring(2);
    return digits.equals(digits.toLowerCase(Locale.ROOT))
        || digits.equals(digits.toUpperCase(Locale.ROOT));
  }

  private static String checksummed(String text) {
    String lower = text.substring(2).toLowerCase(Locale.ROOT);
    byte[] hash = Keccak.digest(lower.getBytes(StandardCharsets.US_ASCII));
    StringBuilder cased = new StringBuilder(DIGITS);
    for (int i = 0; i < DIGITS; i++) {
      int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xF;
      char digit = lower.charAt(i);
      cased.append(nibble >= 8 ? Character.toUpperCase(digit) : digit);
    }
    return cased.toString();
  }

  /// Whether it is an address at which nobody's token is: zero and its neighbours, the burn
  /// addresses, the stand-in for the native coin, or the same digits over and over, as in examples.
  ///
  /// @param address in lower case
  public static boolean isPlaceholder(String address) {
    String digits = address.substring(2);
    return digits.startsWith("000000000000000000000000000000000000")
        || digits.endsWith("000000000000000000000000dead")
        || digits.endsWith("dead0000")
        || digits.startsWith("1234567890")
        || isRepeated(digits);
  }

  private static boolean isRepeated(String digits) {
    for (int period = 1; period < DIGITS; period++) {
      boolean whole = DIGITS % period == 0;
      if (whole && digits.regionMatches(period, digits, 0, DIGITS - period)) {
        return true;
      }
    }
    return false;
  }
}
