package io.assay.core.ledger;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.canon.Sha256;
import io.assay.core.price.MarketSeen;
import io.assay.core.price.Provenance;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the outside said, as the journal keeps it: bulk evidence by its name in the archive.
public sealed interface RecordedAnswer {
  /// These archived candle blocks.
  ///
  /// @param market what was seen of the market beside them; null where nobody looked
  record CandlesCited(List<Sha256> blocks, Provenance told, @Nullable MarketSeen market)
      implements RecordedAnswer {
    public CandlesCited {
      Objects.requireNonNull(told, "told");
      blocks = List.copyOf(blocks);
    }

    /// Candles alone.
    public CandlesCited(List<Sha256> blocks, Provenance told) {
      this(blocks, told, null);
    }
  }

  /// What the market was.
  record MarketTold(MarketSeen market) implements RecordedAnswer {
    public MarketTold {
      Objects.requireNonNull(market, "market");
    }
  }

  /// The chain on which the address is a token.
  record ChainTold(Chain chain) implements RecordedAnswer {
    public ChainTold {
      Objects.requireNonNull(chain, "chain");
    }
  }

  /// The token that is traded in a pool.
  record TokenTold(Asset.Token token) implements RecordedAnswer {
    public TokenTold {
      Objects.requireNonNull(token, "token");
    }
  }

  /// Nobody has an answer, for good.
  record NoAnswer(String cause) implements RecordedAnswer {
    public NoAnswer {
      Objects.requireNonNull(cause, "cause");
    }
  }
}
