package io.assay.core.mention;

import io.assay.core.asset.Address;
import io.assay.core.asset.AddressCheck;
import io.assay.core.asset.AddressScanner;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;

/// An address of a message: where it was seen first, and what speaks for each role.
record Sighted(AddressScanner.Found found, Mention.Span span, Votes votes) {
  private static final double CERTAIN = 4;
  private static final double A_HASH = 2;
  private static final double A_LABEL = 2;
  private static final double NO_TOKENS = 1.5;
  private static final double AMONG_WALLETS = 1.2;
  private static final double WALLET_FORM = 0.9;
  private static final double OF_A_SELLER = 2;

  String normal() {
    return found.address().normal();
  }

  /// Whether its chain has coins but no tokens that are called, so that it is somebody's wallet.
  boolean isMoney() {
    return switch (found.address().chain()) {
      case BITCOIN, LITECOIN, DOGECOIN -> true;
      case XRP, CARDANO -> !found.address().isTokenOnly();
      default -> false;
    };
  }

  /// Adds what the address itself says.
  ///
  /// @param amongWallets whether the message has wallets of other chains
  /// @param selling whether the message sells something
  void weigh(boolean amongWallets, boolean selling) {
    switch (found.kind()) {
      case HASH -> hash();
      case NOBODYS -> votes.add(Role.OTHER, CERTAIN, "nobody's address");
      case ADDRESS -> address(amongWallets);
      case BARE -> {
        address(amongWallets);
        votes.quality(-0.1, "without its 0x");
      }
    }
    switch (found.make()) {
      case WHOLE -> {}
      case SPLIT -> votes.quality(-0.1, "put together of pieces");
      case GLUED -> votes.quality(-0.1, "cut out of a longer word");
    }
    if (selling && (isMoney() || hasWalletForm() || amongWallets)) {
      votes.add(Role.DEPOSIT, OF_A_SELLER, "the message sells something");
    }
    if (found.address().proven()) {
      votes.quality(0.1, "its checksum holds");
    }
    if (votes.isTorn() && (found.kind() == AddressScanner.Kind.HASH || isOfEither())) {
      votes.doubt("Sui and Aptos are both said of it");
    }
  }

  /// Whether it is written as both Sui and Aptos may write it: only Sui wants the type of a coin to
  /// be named as its module.
  private boolean isOfEither() {
    return found.address().chain() == Chain.SUI;
  }

  /// 64 digits: an address only where Sui or Aptos is said, else the hash of something.
  private void hash() {
    if (isMove() || isCardano()) {
      votes.never(votes.isLinked(Role.TRANSACTION) ? Role.TOKEN : Role.TRANSACTION);
    } else if (!votes.isLinked(Role.POOL)) {
      votes.never(Role.TOKEN, Role.POOL, Role.WALLET, Role.DEPLOYER, Role.DEPOSIT);
      votes.add(Role.TRANSACTION, A_HASH, "the length of a hash");
    }
  }

  /// A policy and a name of four letters, where Cardano or a token is spoken of.
  private boolean isCardano() {
    boolean said = votes.isOn(Chain.CARDANO) || votes.of(Role.TOKEN) >= A_LABEL;
    return said && Addresses.check(Chain.CARDANO, found.address().display()) instanceof Address;
  }

  private boolean isMove() {
    return found.address().chain() == Chain.EVM && votes.move() != Chain.EVM;
  }

  private void address(boolean amongWallets) {
    if (!votes.isLinked(Role.TRANSACTION)) {
      votes.never(Role.TRANSACTION);
    }
    if (isMoney()) {
      votes.never(Role.TOKEN, Role.POOL, Role.DEPLOYER);
      votes.add(Role.WALLET, NO_TOKENS, "its chain has no tokens to call");
    } else if (hasWalletForm()) {
      votes.add(Role.WALLET, WALLET_FORM, "the form of a wallet");
    } else if (amongWallets && span.place() != Place.URL) {
      votes.add(Role.WALLET, AMONG_WALLETS, "among wallets of other chains");
    }
  }

  /// Tron's are mostly those that money is sent to; TON's that must not bounce are.
  private boolean hasWalletForm() {
    Address address = found.address();
    boolean unbounced = address.chain() == Chain.TON && address.display().startsWith("U");
    return address.chain() == Chain.TRON || unbounced;
  }

  /// The mention.
  ///
  /// @param said the chain that the whole message names; [Chain#EVM] where none
  Mention mention(Chain said) {
    Address address = found.address();
    Chain chain = votes.chain(address.chain());
    if (chain == Chain.EVM && said.isEvm()) {
      chain = said;
    }
    String normal = normal();
    boolean hash = found.kind() == AddressScanner.Kind.HASH;
    Chain other = !hash ? chain : isMove() ? votes.move() : isCardano() ? Chain.CARDANO : chain;
    if (other != address.chain() && !other.isEvm() && inFull(other) instanceof Address real) {
      chain = other;
      normal = real.normal();
    }
    return new Mention(
        new Asset.Token(chain, normal),
        address.display(),
        span,
        votes.role(),
        votes.confidence(),
        votes.why());
  }

  /// As Sui or Aptos write it in full.
  private AddressCheck inFull(Chain chain) {
    String display = found.address().display();
    if (chain == Chain.CARDANO) {
      return Addresses.check(chain, display);
    }
    return Addresses.check(chain, display.startsWith("0x") ? display : "0x" + display);
  }
}
