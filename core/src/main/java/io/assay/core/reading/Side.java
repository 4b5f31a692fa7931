package io.assay.core.reading;

/// Which way a call bets. The order is part of the ledger's format.
public enum Side {
  LONG,
  SHORT
}
