package io.assay.bench.accuracy;

import io.assay.core.asset.Address;
import io.assay.core.asset.AddressCheck;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Chain;
import io.assay.core.mention.Mention;
import io.assay.core.mention.Role;

/// Whether an address is one, asked anew of what a reading gives.
final class Validity {
  private Validity() {}

  /// Transactions and documents are no addresses, and need not be any; that an address is nobody's
  /// is said by its role, and so is that of a block.
  static boolean isValid(Mention mention) {
    boolean block = mention.role() == Role.OTHER && mention.display().matches("(0x)?[0-9a-f]{64}");
    if (mention.role() == Role.TRANSACTION || mention.role() == Role.DOCUMENT || block) {
      return true;
    }
    return switch (Addresses.check(mention.token().chain(), mention.token().address())) {
      case Address _ -> true;
      case AddressCheck.Rejected(AddressCheck.Fault fault) ->
          fault == AddressCheck.Fault.PLACEHOLDER && mention.role() == Role.OTHER;
    };
  }

  /// Whether some chain that Assay knows could write it like that, address or hash.
  static boolean isOurs(String text) {
    return text.matches("(0x)?[0-9a-fA-F]{40}([0-9a-fA-F]{24})?")
        || Addresses.recognise(text) instanceof Address;
  }

  static boolean isEvm(String text) {
    return Addresses.check(Chain.EVM, text) instanceof Address;
  }
}
