package io.assay.adapters.provider;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.market.AllTime;
import io.assay.core.market.Safety;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.time.Duration;
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

    /// Assets with the same word can be asked for together, such as all of one chain.
    String lot(Asset asset);

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

    /// Asks for the candles that open within the span, in any order.
    ///
    /// @param pool the pool to ask for; null where this one wants none
    /// @param span of at most [#most] candles of a length that it has
    Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span);
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
