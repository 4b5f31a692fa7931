package io.assay.core.asset;

import java.util.Locale;

/// A blockchain on which tokens have addresses. The order is part of the ledger's format: append
/// only.
public enum Chain {
  /// Some EVM chain, not known which: the address alone does not tell.
  EVM,
  ETHEREUM,
  BSC,
  BASE,
  ARBITRUM,
  POLYGON,
  AVALANCHE,
  OPTIMISM,
  FANTOM,
  CRONOS,
  LINEA,
  BLAST,
  SONIC,
  HYPEREVM,
  PULSECHAIN,
  SOLANA,
  BITCOIN,
  TRON,
  TON,
  SUI,
  APTOS,
  LITECOIN,
  DOGECOIN,
  XRP,
  CARDANO;

  /// The word that names the chain in files and on the command line: `ethereum`, `bsc`, `solana`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether addresses have the EVM form (0x and 40 hex).
  public boolean isEvm() {
    return compareTo(PULSECHAIN) <= 0;
  }
}
