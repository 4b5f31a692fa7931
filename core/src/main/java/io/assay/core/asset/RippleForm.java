package io.assay.core.asset;

import io.assay.core.asset.AddressCheck.Fault;
import io.assay.core.codec.Base58;
import java.util.Arrays;

/// The form of the XRP ledger: an account in base58 with a checksum (`r…`), or an X-address
/// (XLS-5d), which holds an account and a destination tag; or a token, [RippleToken].
final class RippleForm {
  private static final int ACCOUNT = 20;
  private static final int EXTENDED = 2 + ACCOUNT + 1 + 8;
  private static final int MAIN = 0x0544;
  private static final int TEST = 0x0493;

  private RippleForm() {}

  static AddressCheck check(String text) {
    AddressCheck account = account(text);
    return account instanceof Address ? account : token(text, account);
  }

  private static AddressCheck token(String text, AddressCheck otherwise) {
    return RippleToken.check(text) instanceof Address token ? token : otherwise;
  }

  static AddressCheck account(String text) {
    byte[] bytes = Base58.RIPPLE.decode(text);
    if (bytes == null) {
      return AddressCheck.rejected(Fault.LETTER);
    }
    byte[] payload = Base58.RIPPLE.decodeChecked(text);
    if (payload == null) {
      return AddressCheck.rejected(Fault.CHECKSUM);
    }
    if (payload.length == ACCOUNT + 1) {
      return payload[0] == 0
          ? new Address(Chain.XRP, text, text, true)
          : AddressCheck.rejected(Fault.KIND);
    }
    return payload.length == EXTENDED
        ? extended(payload, text)
        : AddressCheck.rejected(Fault.LENGTH);
  }

  private static AddressCheck extended(byte[] payload, String text) {
    int network = (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
    if (network == TEST) {
      return AddressCheck.rejected(Fault.NETWORK);
    }
    if (network != MAIN || !isTag(payload)) {
      return AddressCheck.rejected(Fault.KIND);
    }
    byte[] account = new byte[ACCOUNT + 1];
    System.arraycopy(payload, 2, account, 1, ACCOUNT);
    return new Address(Chain.XRP, Base58.RIPPLE.encodeChecked(account), text, true);
  }

  /// No tag and zero, or one of 32 bits: its upper half is kept for later and must be zero.
  private static boolean isTag(byte[] payload) {
    int flag = payload[2 + ACCOUNT];
    int from = 2 + ACCOUNT + 1 + (flag == 0 ? 0 : 4);
    byte[] zero = new byte[EXTENDED - from];
    return (flag == 0 || flag == 1) && Arrays.equals(zero, 0, zero.length, payload, from, EXTENDED);
  }
}
