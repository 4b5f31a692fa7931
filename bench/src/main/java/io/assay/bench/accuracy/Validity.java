package io.assay.bench.accuracy;

import io.assay.core.asset.Address;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Chain;
import io.assay.core.mention.Mention;
import io.assay.core.mention.Role;

/// Whether an address is one, asked anew of what a reading gives.
final class Validity {
  private Validity() {}

  /// Transactions and documents are no addresses, and need not be any.
  static boolean isValid(Mention mention) {
    boolean address = mention.role() != Role.TRANSACTION && mention.role() != Role.DOCUMENT;
    return !address
        || Addresses.check(mention.token().chain(), mention.token().address()) instanceof Address;
  }

  static boolean isEvm(String text) {
    return Addresses.check(Chain.EVM, text) instanceof Address;
  }
}
