package io.assay.core.price;

import io.assay.core.asset.Asset;
import java.time.Instant;
import java.util.Objects;

/// What the fold asks of the outside.
public sealed interface Question {
  /// The candles that open in `[from, to)`, of the finest length to be had.
  record CandlesOf(Asset asset, Instant from, Instant to) implements Question {
    public CandlesOf {
      Objects.requireNonNull(asset, "asset");
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("candles from " + from + " to " + to + " are none");
      }
    }
  }

  /// The chain on which an EVM address is a token.
  record ChainOf(Asset.Token token) implements Question {
    public ChainOf {
      Objects.requireNonNull(token, "token");
    }
  }
}
