package io.assay.core.asset;

import java.util.Objects;

/// An address that its chain accepts.
///
/// @param chain [Chain#EVM] where the form fits many chains
/// @param normal the one writing by which the address is known: EVM and bech32 in lower case,
///   base58 with its case, TON raw (`0:` and hex), Sui and Aptos in full length, an X-address as
///   the account in it, a token of XRP as `issuer/currency`
/// @param display as it was written
/// @param proven whether a checksum in the text holds, so that it was not mistyped
public record Address(Chain chain, String normal, String display, boolean proven)
    implements AddressCheck {
  public Address {
    Objects.requireNonNull(chain, "chain");
    Objects.requireNonNull(normal, "normal");
    Objects.requireNonNull(display, "display");
  }

  /// Whether it is one of a token and can be nobody's account, on a chain on which the two differ.
  public boolean isTokenOnly() {
    return switch (chain) {
      case XRP -> normal.indexOf('/') > 0;
      case CARDANO -> normal.startsWith("asset1") || CardanoToken.isForm(normal);
      default -> false;
    };
  }
}
