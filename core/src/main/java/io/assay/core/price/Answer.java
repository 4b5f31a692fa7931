package io.assay.core.price;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import java.util.List;
import java.util.Objects;

/// What the outside says to a [Question].
public sealed interface Answer {
  /// The blocks that hold the candles asked for, in time order, all of one length. They may hold
  /// more than was asked: only what the question's range covers counts. They may end early: what is
  /// missing is not there.
  record CandlesFound(List<CandleBlock> blocks, Provenance told) implements Answer {
    public CandlesFound {
      Objects.requireNonNull(told, "told");
      blocks = List.copyOf(blocks);
    }
  }

  /// The chain on which the address is a token.
  record ChainFound(Chain chain) implements Answer {
    public ChainFound {
      Objects.requireNonNull(chain, "chain");
    }
  }

  /// The token that is traded in a pool, on a chain that is known.
  record TokenFound(Asset.Token token) implements Answer {
    public TokenFound {
      if (token.isChainUnknown()) {
        throw new IllegalArgumentException("a token that was found has a chain");
      }
    }
  }

  /// Nobody has an answer, for good.
  ///
  /// @param cause one line: why not
  record Unanswerable(String cause) implements Answer {
    public Unanswerable {
      Objects.requireNonNull(cause, "cause");
    }
  }
}
