package io.assay.core.reading;

/// What an address is for.
public enum Role {
  TOKEN,
  POOL,
  WALLET,
  DEPLOYER,
  DEPOSIT,
  TRANSACTION,
  DOCUMENT
}
