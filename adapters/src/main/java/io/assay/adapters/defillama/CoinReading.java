package io.assay.adapters.defillama;

import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Rows;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.price.Facts;
import io.assay.core.price.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/// Reads answers about coins. Their keys repeat the request's, in its case or another.
final class CoinReading {
  private static final String WHO = DefiLlama.NAME;

  /// Below this it says itself that it is not sure: of a pool with next to nothing in it.
  private static final double LEAST_CONFIDENCE = 0.5;

  private static final OptionalDouble UNTOLD = OptionalDouble.empty();

  private final Map<String, Asset> byKey;

  CoinReading(Map<String, Asset> byKey) {
    this.byKey = byKey;
  }

  /// A key by which an asset is found again: addresses of EVM chains in any case of letters, those
  /// of others with their own.
  static String plain(String key) {
    int colon = key.indexOf(':');
    boolean hex = colon > 0 && key.startsWith("0x", colon + 1) && key.indexOf("::") < 0;
    return hex ? key.toLowerCase(Locale.ROOT) : key;
  }

  Map<Asset, Quote> quotes(JsonNode body, Instant at) {
    Map<Asset, Quote> quotes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : Body.object(WHO, body, "coins").properties()) {
      Asset asset = byKey.get(plain(entry.getKey()));
      JsonNode told = entry.getValue();
      BigDecimal usd = Body.toldPrice(WHO, told, "price");
      boolean sure = Body.number(told, "confidence").orElse(1) >= LEAST_CONFIDENCE;
      if (asset != null && usd != null && sure) {
        Instant observed = Body.instant(told, "timestamp");
        Facts facts =
            new Facts(Body.text(told, "symbol"), "", UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD, null);
        quotes.put(
            asset, new Quote(asset, usd, WHO, observed == null ? at : observed, null, facts));
      }
    }
    return quotes;
  }

  Map<Asset, List<Bar>> points(JsonNode body, Span span) {
    Map<Asset, List<Bar>> points = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : Body.object(WHO, body, "coins").properties()) {
      Asset asset = byKey.get(plain(entry.getKey()));
      if (asset != null) {
        JsonNode rows = Body.array(WHO, entry.getValue(), "prices");
        points.put(asset, Rows.read(WHO, rows, span, "timestamp", "price"));
      }
    }
    return points;
  }
}
