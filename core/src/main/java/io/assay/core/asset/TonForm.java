package io.assay.core.asset;

import io.assay.core.asset.AddressCheck.Fault;
import io.assay.core.codec.Crc16;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// The forms of TON: raw (`workchain:` and 64 hex digits), and friendly (36 bytes in 48 characters
/// of base64 or base64url: flags, workchain, 32 bytes, CRC-16).
final class TonForm {
  private static final int FRIENDLY = 48;
  private static final int HASH = 32;
  private static final int BOUNCEABLE = 0x11;
  private static final int NON_BOUNCEABLE = 0x51;
  private static final int TEST_ONLY = 0x80;

  private TonForm() {}

  /// Whether the text could be meant as one.
  static boolean isForm(String text) {
    if (text.length() == FRIENDLY) {
      return isFriendlyBeginning(text.charAt(0), text.charAt(1));
    }
    int colon = text.indexOf(':');
    return colon > 0 && text.length() - colon - 1 == 2 * HASH;
  }

  /// The flags and the workchain, 0 or -1, come first and show in the first two characters.
  static boolean isFriendlyBeginning(char first, char second) {
    boolean flags = first == 'E' || first == 'U' || first == 'k' || first == '0';
    return flags && (second == 'Q' || second == 'f');
  }

  static AddressCheck check(String text) {
    return text.indexOf(':') >= 0 ? raw(text) : friendly(text);
  }

  private static AddressCheck raw(String text) {
    int colon = text.indexOf(':');
    String workchain = text.substring(0, colon);
    if (!workchain.equals("0") && !workchain.equals("-1")) {
      return AddressCheck.rejected(Fault.KIND);
    }
    if (text.length() - colon - 1 != 2 * HASH) {
      return AddressCheck.rejected(Fault.LENGTH);
    }
    boolean zero = true;
    for (int i = colon + 1; i < text.length(); i++) {
      if (!Letters.isHex(text.charAt(i))) {
        return AddressCheck.rejected(Fault.LETTER);
      }
      zero &= text.charAt(i) == '0';
    }
    return zero
        ? AddressCheck.rejected(Fault.PLACEHOLDER)
        : new Address(Chain.TON, text.toLowerCase(Locale.ROOT), text, false);
  }

  private static AddressCheck friendly(String text) {
    if (text.length() != FRIENDLY) {
      return AddressCheck.rejected(Fault.LENGTH);
    }
    boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    for (int i = 0; i < FRIENDLY; i++) {
      char letter = text.charAt(i);
      boolean sign = url ? letter == '-' || letter == '_' : letter == '+' || letter == '/';
      if (!Letters.isWord(letter) && !sign) {
        return AddressCheck.rejected(Fault.LETTER);
      }
    }
    byte[] bytes = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
    int sum = (bytes[34] & 0xFF) << 8 | (bytes[35] & 0xFF);
    if (Crc16.of(bytes, 34) != sum) {
      return AddressCheck.rejected(Fault.CHECKSUM);
    }
    return flagged(bytes, text);
  }

  private static AddressCheck flagged(byte[] bytes, String text) {
    int flags = bytes[0] & 0x7F;
    if ((flags != BOUNCEABLE && flags != NON_BOUNCEABLE) || (bytes[1] != 0 && bytes[1] != -1)) {
      return AddressCheck.rejected(Fault.KIND);
    }
    if ((bytes[0] & TEST_ONLY) != 0) {
      return AddressCheck.rejected(Fault.NETWORK);
    }
    String raw = bytes[1] + ":" + HexFormat.of().formatHex(bytes, 2, 2 + HASH);
    return raw.endsWith("0".repeat(2 * HASH))
        ? AddressCheck.rejected(Fault.PLACEHOLDER)
        : new Address(Chain.TON, raw, text, true);
  }

  /// Where `0:` or `-1:` before the digits begins; where they begin themselves if there is none.
  static int workchain(Folded text, int start) {
    if (start < 2 || text.at(start - 1) != ':') {
      return start;
    }
    if (text.at(start - 2) == '0') {
      return start - 2;
    }
    return start > 2 && text.at(start - 2) == '1' && text.at(start - 3) == '-' ? start - 3 : start;
  }
}
