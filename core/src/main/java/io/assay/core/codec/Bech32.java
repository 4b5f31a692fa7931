package io.assay.core.codec;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A text in Bech32 (BIP-173) or Bech32m (BIP-350): a readable prefix, a 1, and values of five bits
/// of which the last six are a checksum over both. All in one case.
public final class Bech32 {
  /// Characters of the longest text for which the checksum promises to find four errors.
  public static final int LONGEST = 90;

  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final byte[] VALUES = new byte[128];
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKSUM = 6;

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private final String prefix;
  private final byte[] values;
  private final Variant variant;

  /// Which of the two checksums holds.
  public enum Variant {
    BECH32(1),
    BECH32M(0x2bc830a3);

    private final int residue;

    Variant(int residue) {
      this.residue = residue;
    }
  }

  private Bech32(String prefix, byte[] values, Variant variant) {
    this.prefix = prefix;
    this.values = values;
    this.variant = variant;
  }

  /// Reads a text.
  ///
  /// @param longest characters that a text may have; [#LONGEST] by the standard, more where a chain
  ///   chose to
  /// @return null where it is none, or the checksum is wrong
  public static @Nullable Bech32 decode(String text, int longest) {
    int one = text.lastIndexOf('1');
    boolean sized = text.length() <= longest && one >= 1 && text.length() - one > CHECKSUM;
    if (!sized || !isOneCase(text)) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    byte[] values = new byte[lower.length() - one - 1];
    for (int i = 0; i < values.length; i++) {
      char letter = lower.charAt(one + 1 + i);
      values[i] = letter < VALUES.length ? VALUES[letter] : -1;
      if (values[i] < 0) {
        return null;
      }
    }
    String prefix = lower.substring(0, one);
    int residue = residue(prefix, values);
    for (Variant variant : Variant.values()) {
      if (variant.residue == residue) {
        return new Bech32(prefix, Arrays.copyOf(values, values.length - CHECKSUM), variant);
      }
    }
    return null;
  }

  /// Whether all characters are visible ASCII, and not of both cases.
  private static boolean isOneCase(String text) {
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < '!' || letter > '~') {
        return false;
      }
      upper |= letter >= 'A' && letter <= 'Z';
      lower |= letter >= 'a' && letter <= 'z';
    }
    return !(upper && lower);
  }

  private static int residue(String prefix, byte[] values) {
    int sum = 1;
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) >> 5);
    }
    sum = step(sum, 0);
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) & 31);
    }
    for (byte value : values) {
      sum = step(sum, value);
    }
    return sum;
  }

  private static int step(int sum, int value) {
    int top = sum >>> 25;
    int next = (sum & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) != 0 ? GENERATOR[i] : 0;
    }
    return next;
  }

  /// The readable prefix, in lower case.
  public String prefix() {
    return prefix;
  }

  public Variant variant() {
    return variant;
  }

  /// How many values there are, without the checksum.
  public int size() {
    return values.length;
  }

  /// A value, 0 to 31.
  public int value(int index) {
    return values[index];
  }

  /// The values from an index on as bytes.
  ///
  /// @return null where bits are left over that are not zero, or are too many to be padding
  public byte @Nullable [] bytes(int from) {
    byte[] bytes = new byte[(values.length - from) * 5 / 8];
    int held = 0;
    int bits = 0;
    int size = 0;
    for (int i = from; i < values.length; i++) {
      held = (held << 5 | values[i]) & 0xFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[size++] = (byte) (held >> bits);
      }
    }
    boolean padded = bits < 5 && (held & (1 << bits) - 1) == 0;
    return padded ? bytes : null;
  }

  /// The witness program of a segregated-witness address (BIP-141): its version, then its bytes.
  ///
  /// @param prefix of the network, in lower case
  /// @return null where the text is no such address
  public static byte @Nullable [] witnessProgram(String text, String prefix) {
    Bech32 read = decode(text, LONGEST);
    if (read == null || !read.prefix.equals(prefix) || read.size() == 0 || read.value(0) > 16) {
      return null;
    }
    byte[] program = read.bytes(1);
    if (program == null || program.length < 2 || program.length > 40) {
      return null;
    }
    boolean first = read.value(0) == 0;
    boolean sized = !first || program.length == 20 || program.length == 32;
    if (!sized || read.variant != (first ? Variant.BECH32 : Variant.BECH32M)) {
      return null;
    }
    byte[] all = new byte[program.length + 1];
    all[0] = (byte) read.value(0);
    System.arraycopy(program, 0, all, 1, program.length);
    return all;
  }
}
