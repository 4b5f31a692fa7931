package io.assay.adapters.provider;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.AllTime;
import io.assay.core.market.Safety;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who knows prices. What it can do are the interfaces in here that it implements; what it
/// says of itself decides whom the engine asks.
public interface Provider {
  /// Who it is and how often it may be asked.
  Profile profile();

  /// The smallest request that shows whether it can be reached and lets us in.
  Ask<?> probe();

  /// Tells what assets are worth now.
  interface Quotes extends Provider {
    /// Whether it could know the price of this one.
    boolean prices(Asset asset);

    /// Most assets in one request.
    int batch();

    /// Assets with the same word can be asked for together: all tokens of one chain, and all that
    /// is on none.
    default String lot(Asset asset) {
      return asset instanceof Asset.Token token ? token.chain().word() : profile().name();
    }

    /// Asks for the price of something that everybody knows.
    @Override
    default Ask<?> probe() {
      return quotes(List.of(WellKnown.of(this)));
    }

    /// Asks for prices. What it does not list is not in the answer.
    ///
    /// @param lot at most a batch, all with the same word, each priced by this provider
    Ask<Map<Asset, Quote>> quotes(List<Asset> lot);
  }

  /// Finds tokens by an address or a symbol, on any chain.
  interface Search extends Provider {
    /// Asks for tokens that go by this, each with its price, deepest pool first. Whoever asks for
    /// an address gets only tokens that have it.
    Ask<List<Quote>> search(String text);
  }

  /// Knows where a token is traded.
  interface Pools extends Provider {
    /// Whether it could know the pools of this one.
    boolean pools(Asset.Token token);

    /// Asks for the pools of a token, deepest first.
    Ask<List<Pool>> poolsOf(Asset.Token token);
  }

  /// Knows which tokens a pool is of.
  interface Pairs extends Provider {
    /// Whether it could know pools of that chain; [Chain#EVM]: whether it finds one by its address
    /// alone.
    boolean pairs(Chain chain);

    /// Asks which token is traded in a pool: its base, or the other one where the base is money.
    /// Empty where it knows no such pool.
    Ask<Optional<Asset.Token>> tokenOf(Asset.Token pool);
  }

  /// Knows what prices were.
  interface History extends Provider {
    /// The candle lengths that it has of this asset, finest first; empty where it knows none.
    List<Duration> steps(Asset asset);

    /// Whether it asks for a pool, and not for a token.
    default boolean wantsPool() {
      return false;
    }

    /// Most candles in one answer.
    int most();

    /// Whether it has prices of that instant at all, under the plan that it is asked with.
    default boolean reaches(Instant from, Instant now) {
      return true;
    }

    /// How far back it goes, in words, for whoever asked for more; empty where nothing bounds it.
    default String reach() {
      return "";
    }

    /// Asks for the candles that open within the span, in any order.
    ///
    /// @param pool the pool to ask for; null where this one wants none
    /// @param span of at most [#most] candles of a length that it has
    Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span);

    /// Asks for prices a step apart where there are no candles: they go back further. Empty where
    /// it has none.
    ///
    /// @param span as for candles
    default Optional<Ask<List<Bar>>> points(Asset asset, Span span) {
      return Optional.empty();
    }
  }

  /// Knows what something was worth at single instants: the cheapest second opinion.
  interface Spots extends Provider {
    /// Whether it could know the price of this one at that instant.
    boolean recalls(Asset asset, Instant at);

    /// Asks for the prices at these instants. Each comes with the time that it is of, which may be
    /// some minutes from the instant; what it does not know is not in the answer.
    ///
    /// @param instants at least one, each of which it could know
    Ask<List<Bar>> spots(Asset asset, List<Instant> instants);
  }

  /// Tells more about a token than its price, one token in a request.
  interface Overviews extends Provider {
    /// Whether it could know this one.
    boolean describes(Asset.Token token);

    /// Asks for the price with all that is told beside it; empty where it does not know the token.
    Ask<Optional<Quote>> overview(Asset.Token token);
  }

  /// Knows what a contract allows and who holds the token.
  interface SafetyFacts extends Provider {
    /// Whether it could know this one.
    boolean examines(Asset.Token token);

    /// Asks about one token; empty where it knows nothing.
    Ask<Map<Asset.Token, Safety>> safety(Asset.Token token);
  }

  /// Knows how high and how low a price has ever been.
  interface Extremes extends Provider {
    /// Whether it could know those of this one.
    boolean remembers(Asset asset);

    /// Asks for them; empty where it knows none.
    Ask<Optional<AllTime>> extremes(Asset asset);
  }

  /// Lists the coins that exist.
  interface CoinList extends Provider {
    /// Asks for all of them.
    Ask<List<ListedCoin>> coins();
  }
}
