package io.assay.core.asset;

import io.assay.core.asset.AddressCheck.Fault;
import io.assay.core.codec.Base58;
import io.assay.core.codec.Bech32;
import java.util.Locale;

/// The form of Bitcoin and those that took after it: a version byte and the hash of a key or a
/// script in base58 with a checksum, or a witness program in bech32.
final class ClassicForm {
  private static final int PAYLOAD = 21;

  private ClassicForm() {}

  /// The versions of a chain: of keys, and of scripts; 0x32 alone is Litecoin's script, since its
  /// older 5 reads as Bitcoin's.
  private static boolean isVersion(Chain chain, int version) {
    return switch (chain) {
      case BITCOIN -> version == 0 || version == 5;
      case LITECOIN -> version == 0x30 || version == 0x32;
      case DOGECOIN -> version == 0x1E || version == 0x16;
      case TRON -> version == 0x41;
      default -> throw new IllegalArgumentException(chain + " has another form");
    };
  }

  private static boolean isTestVersion(int version) {
    return version == 0x6F || version == 0xC4 || version == 0x71 || version == 0x3A;
  }

  static AddressCheck check(Chain chain, String text) {
    String prefix = chain == Chain.BITCOIN ? "bc" : chain == Chain.LITECOIN ? "ltc" : "";
    boolean bech32 =
        !prefix.isEmpty()
            && text.length() > prefix.length()
            && text.charAt(prefix.length()) == '1'
            && text.regionMatches(true, 0, prefix, 0, prefix.length());
    return bech32 ? witness(chain, text, prefix) : hash(chain, text);
  }

  private static AddressCheck witness(Chain chain, String text, String prefix) {
    return Bech32.witnessProgram(text, prefix) == null
        ? AddressCheck.rejected(Fault.CHECKSUM)
        : new Address(chain, text.toLowerCase(Locale.ROOT), text, true);
  }

  private static AddressCheck hash(Chain chain, String text) {
    byte[] bytes = Base58.BITCOIN.decode(text);
    if (bytes == null) {
      return AddressCheck.rejected(Fault.LETTER);
    }
    byte[] payload = Base58.BITCOIN.decodeChecked(text);
    if (bytes.length != PAYLOAD + 4) {
      return AddressCheck.rejected(Fault.LENGTH);
    }
    if (payload == null) {
      return AddressCheck.rejected(Fault.CHECKSUM);
    }
    int version = payload[0] & 0xFF;
    if (!isVersion(chain, version)) {
      return AddressCheck.rejected(isTestVersion(version) ? Fault.NETWORK : Fault.KIND);
    }
    return new Address(chain, text, text, true);
  }
}
