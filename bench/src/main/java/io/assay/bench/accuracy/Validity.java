package io.assay.bench.accuracy;

import io.assay.core.asset.Address;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Chain;
import io.assay.core.mention.Mention;
import io.assay.core.mention.Role;

/// Whether what a reading gives is an address, asked of somebody else: [Outsider].
final class Validity {
  private Validity() {}

  /// Transactions and documents are no addresses, and need not be any; that an address is nobody's
  /// is said by its role, and so is that of a block.
  static boolean isValid(Mention mention) {
    if (isOfItsOwn(mention)) {
      return true;
    }
    String told = Outsider.chain(whole(mention));
    return told.equals(form(mention.token().chain()));
  }

  /// Whether it is told as something that need be no address.
  static boolean isOfItsOwn(Mention mention) {
    boolean block = mention.role() == Role.OTHER && mention.display().matches("(0x)?[0-9a-f]{64}");
    return mention.role() == Role.TRANSACTION || mention.role() == Role.DOCUMENT || block;
  }

  /// As it was written, put together; forty digits with the prefix that they lack.
  private static String whole(Mention mention) {
    String display = mention.display();
    boolean bare = mention.token().chain().isEvm() && !display.startsWith("0x");
    return bare ? "0x" + display : display;
  }

  /// What an outsider calls the chain, who goes by the form.
  static String form(Chain chain) {
    return switch (chain) {
      case SUI, APTOS -> "move";
      default -> chain.isEvm() ? "evm" : chain.word();
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
