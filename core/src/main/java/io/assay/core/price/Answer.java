package io.assay.core.price;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the outside says to a [Question].
public sealed interface Answer {
  /// The blocks that hold the candles asked for, in time order, all of one length. They may hold
  /// more than was asked: only what the question's range covers counts. They may end early: what is
  /// missing is not there.
  ///
  /// @param market what was seen of the market when they were asked for; null where nobody looked
  record CandlesFound(List<CandleBlock> blocks, Provenance told, @Nullable MarketSeen market)
      implements Answer {
    public CandlesFound {
      Objects.requireNonNull(told, "told");
      blocks = List.copyOf(blocks);
    }

    /// Candles alone.
    public CandlesFound(List<CandleBlock> blocks, Provenance told) {
      this(blocks, told, null);
    }

    /// The same candles, and what was seen of the market beside them.
    public CandlesFound with(@Nullable MarketSeen seen) {
      return new CandlesFound(blocks, told, seen);
    }
  }

  /// What the market is.
  record MarketFound(MarketSeen market) implements Answer {
    public MarketFound {
      if (market.isUntold()) {
        throw new IllegalArgumentException("a market that was found was told by somebody");
      }
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
