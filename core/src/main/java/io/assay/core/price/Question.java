package io.assay.core.price;

import io.assay.core.asset.Asset;
import java.time.Instant;
import java.util.Objects;

/// What the fold asks of the outside.
public sealed interface Question {
  /// The candles that open in `[from, to)`, of the finest length to be had.
  ///
  /// @param pinned whose prices have counted so far: those of its pool are wanted, where it has one
  record CandlesOf(Asset asset, Instant from, Instant to, Provenance pinned) implements Question {
    public CandlesOf {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(pinned, "pinned");
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("candles from " + from + " to " + to + " are none");
      }
    }

    /// The same of anybody's.
    public CandlesOf(Asset asset, Instant from, Instant to) {
      this(asset, from, to, Provenance.UNTOLD);
    }
  }

  /// The chain on which an EVM address is a token.
  record ChainOf(Asset.Token token) implements Question {
    public ChainOf {
      Objects.requireNonNull(token, "token");
    }
  }

  /// What a token's market is at an instant: how liquid, how large, how old.
  ///
  /// @param at the instant of a call; what the market is much later is no answer
  record MarketOf(Asset asset, Instant at) implements Question {
    public MarketOf {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(at, "at");
    }
  }

  /// The token that is traded in a pool.
  ///
  /// @param pool its address; its chain may be unknown
  record TokenOf(Asset.Token pool) implements Question {
    public TokenOf {
      Objects.requireNonNull(pool, "pool");
    }
  }
}
