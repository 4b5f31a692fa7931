package io.assay.core.mention;

/// What an address is for. In the order in which equal evidence decides.
public enum Role {
  /// A token's contract or mint.
  TOKEN,
  /// A pair or a pool, in which a token is traded.
  POOL,
  /// A person's, an exchange's, a winner's, a referrer's; where gifts and tips are sent, whatever
  /// words ask for them.
  WALLET,
  /// Who made a token.
  DEPLOYER,
  /// Where one is asked to send money: a presale, a payment.
  DEPOSIT,
  /// No address, but the hash of a transaction.
  TRANSACTION,
  /// No address, but the id of a document that reads like one; or an address that stands in a
  /// document about it, such as the certificate of a lock, which calls nothing.
  DOCUMENT,
  /// A contract that is no token (a router, a stake, a collection), a block, a burn address.
  OTHER
}
