package io.assay.adapters.dexscreener;

import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Contracts;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.Money;
import io.assay.core.price.Facts;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads pairs. A pair's price is that of its base token; that of the other one follows from the
/// two, and counts only where no pair has the token as its base. Of several pairs the one with the
/// most liquidity counts; one that tells no liquidity comes last. A pool of billions of its own
/// token against a few dollars of another is as deep as those dollars.
final class PairReading {
  private static final String WHO = DexScreener.NAME;
  private static final Comparator<Pair> DEEPEST_FIRST =
      Comparator.comparingDouble(Pair::depth).reversed();

  /// Share of what lies in a pool below which its other side makes the pool a show.
  private static final double ONE_SIDED = 0.01;

  private final Map<String, Chain> chains = new HashMap<>();

  PairReading(Map<Chain, String> words) {
    words.forEach((chain, word) -> chains.put(word, chain));
  }

  /// The quotes of these tokens, each from its deepest pair.
  Map<Asset, Quote> quotes(JsonNode body, List<Asset.Token> wanted, Instant at) {
    Map<Asset, Quote> quotes = new LinkedHashMap<>();
    List<Pair> pairs = pairs(body);
    for (Asset.Token token : wanted) {
      List<Quote> found = of(pairs, token, at);
      if (!found.isEmpty()) {
        quotes.put(token, found.getFirst());
      }
    }
    return quotes;
  }

  /// The pools of a token, deepest first.
  List<Pool> pools(JsonNode body, Asset.Token token, Instant at) {
    return of(pairs(body), token, at).stream()
        .map(quote -> Objects.requireNonNull(quote.pool(), "every pair is a pool"))
        .toList();
  }

  /// One quote a token, deepest first, of the tokens that have this address or symbol. A name that
  /// merely resembles it is none.
  List<Quote> found(JsonNode body, String text, Instant at) {
    Map<Asset, Quote> deepest = new LinkedHashMap<>();
    pairs(body).stream()
        .filter(pair -> pair.base.goesBy(text))
        .map(pair -> pair.quote(at))
        .filter(Objects::nonNull)
        .forEach(quote -> deepest.putIfAbsent(quote.asset(), quote));
    return List.copyOf(deepest.values());
  }

  /// The token that is traded in that pool, of the deepest where several chains have it.
  Optional<Asset.Token> traded(JsonNode body, Asset.Token pool) {
    return pairs(body).stream()
        .filter(pair -> pair.isAt(pool))
        .map(pair -> Money.traded(pair.base.token, pair.other.token))
        .findFirst();
  }

  private static List<Quote> of(List<Pair> pairs, Asset.Token token, Instant at) {
    List<Quote> found =
        quoted(pairs, pair -> pair.base.token.equals(token) ? pair.quote(at) : null);
    return found.isEmpty()
        ? quoted(pairs, pair -> pair.other.token.equals(token) ? pair.otherQuote(at) : null)
        : found;
  }

  private interface Quoting {
    @Nullable Quote quote(Pair pair);
  }

  private static List<Quote> quoted(List<Pair> pairs, Quoting quoting) {
    return pairs.stream().map(quoting::quote).filter(Objects::nonNull).toList();
  }

  /// The pairs of a body, deepest first: a list, or a list in `pairs`, which is null where there is
  /// none. Those on chains that we do not know are left out.
  private List<Pair> pairs(JsonNode body) {
    JsonNode list = body.isArray() ? body : body.path("pairs");
    if (!list.isArray() && !(body.isObject() && list.isNull())) {
      throw Body.unread(WHO, "no list of pairs");
    }
    List<Pair> pairs = new ArrayList<>();
    boolean odd = !list.isEmpty();
    for (JsonNode node : list) {
      odd &= !node.has("baseToken");
      Chain chain = chains.get(Body.text(node, "chainId"));
      Side base = chain == null ? null : side(chain, node.path("baseToken"));
      Side other = chain == null ? null : side(chain, node.path("quoteToken"));
      String address = Body.text(node, "pairAddress");
      if (base != null && other != null && !address.isEmpty()) {
        pairs.add(new Pair(base, other, pool(node, base.token.chain(), address), node));
      }
    }
    if (odd) {
      throw Body.unread(WHO, "no pair in the list");
    }
    pairs.sort(DEEPEST_FIRST);
    return pairs;
  }

  private static @Nullable Side side(Chain chain, JsonNode node) {
    Asset.Token token = Contracts.token(chain, Body.text(node, "address"));
    return token == null
        ? null
        : new Side(token, Body.text(node, "symbol"), Body.text(node, "name"));
  }

  private static Pool pool(JsonNode node, Chain chain, String address) {
    return new Pool(
        chain,
        address,
        Body.text(node, "dexId"),
        Body.amount(node.path("liquidity"), "usd"),
        Body.instant(node, "pairCreatedAt"));
  }

  /// One of the two tokens of a pair.
  private record Side(Asset.Token token, String symbol, String name) {
    boolean goesBy(String text) {
      return token.equals(Contracts.token(token.chain(), text)) || symbol.equalsIgnoreCase(text);
    }
  }

  private record Pair(Side base, Side other, Pool pool, JsonNode node) {
    /// Whether its address is that one, on that chain where it is known.
    boolean isAt(Asset.Token wanted) {
      Asset.Token here = Contracts.token(pool.chain(), pool.address());
      return wanted.isChainUnknown()
          ? pool.chain().isEvm() && wanted.address().equals(pool.address())
          : wanted.equals(here);
    }

    /// What its liquidity is worth to whoever sells, USD; below zero where it tells none.
    double depth() {
      double told = pool.liquidityUsd().orElse(-1);
      OptionalDouble held = Body.amount(node.path("liquidity"), "quote");
      BigDecimal usd = Body.price(node, "priceUsd");
      BigDecimal inOther = Body.price(node, "priceNative");
      if (held.isEmpty() || usd == null || inOther == null) {
        return told;
      }
      double side = held.getAsDouble() * usd.doubleValue() / inOther.doubleValue();
      return side < ONE_SIDED * told ? 2 * side : told;
    }

    @Nullable Quote quote(Instant at) {
      BigDecimal usd = Body.price(node, "priceUsd");
      Facts facts =
          new Facts(
              base.symbol,
              base.name,
              pool.liquidityUsd(),
              Body.amount(node, "marketCap"),
              Body.amount(node, "fdv"),
              Body.amount(node.path("volume"), "h24"),
              Body.number(node.path("priceChange"), "h24"),
              pool.createdAt());
      return usd == null ? null : new Quote(base.token, usd, WHO, at, pool, facts);
    }

    /// Of the other token: its price is that of the base over how many of it the base costs.
    @Nullable Quote otherQuote(Instant at) {
      BigDecimal usd = Body.price(node, "priceUsd");
      BigDecimal inOther = Body.price(node, "priceNative");
      if (usd == null || inOther == null) {
        return null;
      }
      OptionalDouble untold = OptionalDouble.empty();
      Facts facts =
          new Facts(
              other.symbol,
              other.name,
              pool.liquidityUsd(),
              untold,
              untold,
              untold,
              untold,
              pool.createdAt());
      BigDecimal price = usd.divide(inOther, MathContext.DECIMAL64);
      return new Quote(other.token, price, WHO, at, pool, facts);
    }
  }
}
