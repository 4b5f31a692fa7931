package io.assay.adapters.provider;

import io.assay.core.asset.Address;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.codec.Crc16;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Addresses of tokens as vendors write them: in any case of letters, TON in its friendly form, Sui
/// short. Only in normal form can an answer be told to be about what was asked.
public final class Contracts {
  private static final int TON_BOUNCEABLE = 0x11;
  private static final int TON_BODY = 34;
  private static final int TON_HASH_DIGITS = 64;

  private Contracts() {}

  /// The token that a vendor means; one with the text itself as its address where the chain knows
  /// no such address, which equals nothing that anybody asks for. Null for no text.
  public static Asset.@Nullable Token token(Chain chain, String text) {
    Asset.Token known = known(chain, text);
    return known == null && !text.isEmpty() ? new Asset.Token(chain, text) : known;
  }

  /// The token that a vendor means; null where the chain knows no such address.
  public static Asset.@Nullable Token known(Chain chain, String text) {
    // A vendor's capitals need not be the checksum's.
    String written = chain.isEvm() ? text.toLowerCase(Locale.ROOT) : text;
    return !text.isEmpty() && Addresses.check(chain, written) instanceof Address address
        ? new Asset.Token(chain, address.normal())
        : null;
  }

  /// The address as vendors want to be asked for it: that of TON in friendly form, any other in
  /// normal form.
  public static String written(Asset.Token token) {
    String address = token.address();
    int colon = address.indexOf(':');
    if (token.chain() != Chain.TON || address.length() - colon - 1 != TON_HASH_DIGITS) {
      return address;
    }
    byte[] bytes = new byte[TON_BODY + 2];
    bytes[0] = TON_BOUNCEABLE;
    bytes[1] = Byte.parseByte(address.substring(0, colon));
    byte[] hash = HexFormat.of().parseHex(address, colon + 1, address.length());
    System.arraycopy(hash, 0, bytes, 2, hash.length);
    int sum = Crc16.of(bytes, TON_BODY);
    bytes[TON_BODY] = (byte) (sum >> 8);
    bytes[TON_BODY + 1] = (byte) sum;
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
