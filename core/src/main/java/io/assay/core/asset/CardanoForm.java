package io.assay.core.asset;

import io.assay.core.asset.AddressCheck.Fault;
import io.assay.core.codec.Base58;
import io.assay.core.codec.Bech32;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// The forms of Cardano: since Shelley bech32 of any length (CIP-19: a header byte, then hashes of
/// keys or scripts), a token's fingerprint (CIP-14), and Byron's base58 of CBOR with a CRC-32.
final class CardanoForm {
  private static final int LONGEST = 128;
  private static final int HASH = 28;
  private static final int MAIN_NETWORK = 1;

  private CardanoForm() {}

  static AddressCheck check(String text) {
    if (CardanoToken.isForm(text)) {
      return CardanoToken.check(text);
    }
    int one = text.lastIndexOf('1');
    String prefix = one < 0 ? "" : text.substring(0, one).toLowerCase(Locale.ROOT);
    return switch (prefix) {
      case "addr", "stake" -> shelley(text, prefix);
      case "asset" -> fingerprint(text);
      case "addr_test", "stake_test" -> AddressCheck.rejected(Fault.NETWORK);
      default -> byron(text);
    };
  }

  private static AddressCheck shelley(String text, String prefix) {
    byte[] bytes = bytes(text);
    if (bytes == null || bytes.length == 0) {
      return AddressCheck.rejected(Fault.CHECKSUM);
    }
    int kind = bytes[0] >> 4 & 0xF;
    if (prefix.equals("stake") != (kind >= 14) || (kind >= 8 && kind < 14)) {
      return AddressCheck.rejected(Fault.KIND);
    }
    if ((bytes[0] & 0xF) != MAIN_NETWORK) {
      return AddressCheck.rejected(Fault.NETWORK);
    }
    return isLength(kind, bytes.length - 1)
        ? new Address(Chain.CARDANO, text.toLowerCase(Locale.ROOT), text, true)
        : AddressCheck.rejected(Fault.LENGTH);
  }

  /// Two hashes, a hash and a pointer of three numbers, or one hash.
  private static boolean isLength(int kind, int length) {
    return switch (kind) {
      case 0, 1, 2, 3 -> length == 2 * HASH;
      case 4, 5 -> length >= HASH + 3 && length <= HASH + 30;
      default -> length == HASH;
    };
  }

  private static AddressCheck fingerprint(String text) {
    byte[] bytes = bytes(text);
    return bytes != null && bytes.length == 20
        ? new Address(Chain.CARDANO, text.toLowerCase(Locale.ROOT), text, true)
        : AddressCheck.rejected(Fault.CHECKSUM);
  }

  private static byte @Nullable [] bytes(String text) {
    Bech32 read = Bech32.decode(text, LONGEST);
    return read == null || read.variant() != Bech32.Variant.BECH32 ? null : read.bytes(0);
  }

  /// CBOR: a list of two, the address as bytes that hold CBOR (tag 24), and their CRC-32.
  private static AddressCheck byron(String text) {
    byte[] bytes = Base58.BITCOIN.decode(text);
    if (bytes == null) {
      return AddressCheck.rejected(Fault.LETTER);
    }
    Cbor list = new Cbor(bytes);
    if (list.head(4) != 2 || list.head(6) != 24) {
      return AddressCheck.rejected(Fault.FORM);
    }
    long length = list.head(2);
    int from = list.at();
    if (!list.skip(length)) {
      return AddressCheck.rejected(Fault.LENGTH);
    }
    CRC32 sum = new CRC32();
    sum.update(bytes, from, (int) length);
    if (list.head(0) != sum.getValue() || list.at() != bytes.length) {
      return AddressCheck.rejected(Fault.CHECKSUM);
    }
    return isMainNetwork(new Cbor(bytes, from))
        ? new Address(Chain.CARDANO, text, text, true)
        : AddressCheck.rejected(Fault.NETWORK);
  }

  /// A list of the root's hash, attributes, and the kind; attribute 2 names a network other than
  /// the main one.
  private static boolean isMainNetwork(Cbor address) {
    if (address.head(4) != 3 || address.head(2) != HASH || !address.skip(HASH)) {
      return false;
    }
    long attributes = address.head(5);
    for (long i = 0; i < attributes; i++) {
      if (address.head(0) == 2 || !address.skip(address.head(2))) {
        return false;
      }
    }
    return attributes >= 0;
  }

  /// The heads of CBOR items (RFC 8949), one after the other.
  private static final class Cbor {
    private final byte[] bytes;
    private int at;

    Cbor(byte[] bytes) {
      this(bytes, 0);
    }

    Cbor(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int at() {
      return at;
    }

    /// Number of the next item, which must be of that major type; -1 where it is not.
    long head(int type) {
      if (at >= bytes.length || (bytes[at] & 0xFF) >> 5 != type) {
        return -1;
      }
      int small = bytes[at++] & 31;
      if (small < 24) {
        return small;
      }
      int width = small <= 26 ? 1 << (small - 24) : bytes.length;
      if (at + width > bytes.length) {
        return -1;
      }
      long number = 0;
      for (int i = 0; i < width; i++) {
        number = number << 8 | (bytes[at++] & 0xFF);
      }
      return number;
    }

    boolean skip(long length) {
      boolean there = length >= 0 && length <= bytes.length - at;
      at += there ? (int) length : 0;
      return there;
    }
  }
}
