package io.assay.core.asset;

import io.assay.core.text.Resource;
import java.util.HashSet;
import java.util.Set;

/// What tokens are bought with: the wrapped money of each chain, and dollars. Nobody calls it where
/// something else is named beside it.
public final class Money {
  private static final Set<String> ADDRESSES = addresses();

  private Money() {}

  /// Whether that is money on its chain.
  ///
  /// @param address in normal form
  public static boolean is(String address) {
    return ADDRESSES.contains(address);
  }

  /// The token that a pool is about: its base, and where that is money, the other one.
  public static Asset.Token traded(Asset.Token base, Asset.Token other) {
    return is(base.address()) && !is(other.address()) ? other : base;
  }

  private static Set<String> addresses() {
    Set<String> addresses = new HashSet<>();
    for (String line : Resource.text(Money.class, "money.txt").lines().toList()) {
      if (Resource.isRow(line)) {
        addresses.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return Set.copyOf(addresses);
  }
}
