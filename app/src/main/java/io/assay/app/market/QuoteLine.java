package io.assay.app.market;

import io.assay.core.asset.Asset;
import io.assay.core.market.MarketView;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What came of asking for one price, for people and as JSON.
///
/// @param asked in the words of whoever asked
/// @param at the instant that was asked for; null: now
/// @param market what the market looks like; null where nobody asked
public record QuoteLine(
    String asked, @Nullable Instant at, Quoted quoted, @Nullable MarketView market) {
  private static final double THOUSAND = 1_000;

  /// One JSON object in one line; prices are plain decimals in quotes, so that none is rounded.
  public String json() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    Quote quote = quoted instanceof Quoted.Priced priced ? priced.quote() : null;
    all.put("asset", quote == null ? asked : quote.asset().id());
    all.put("result", quoted.word());
    all.put("usd", quote == null ? null : quote.usd().toPlainString());
    all.put("source", quote == null ? null : quote.source());
    Pool pool = quote == null ? null : quote.pool();
    all.put("pool", pool == null ? null : pool.id());
    all.put("observedAt", quote == null ? null : quote.observedAt().toString());
    all.put("liquidityUsd", quote == null ? null : number(quote.facts().liquidityUsd()));
    all.put("why", quoted.why());
    switch (quoted) {
      case Quoted.Priced priced when priced.stale() -> all.put("stale", true);
      case Quoted.Ambiguous ambiguous ->
          all.put("candidates", ambiguous.candidates().stream().map(Asset::id).toList());
      case Quoted.Throttled throttled -> all.put("until", throttled.until().toString());
      case Quoted.Priced _, Quoted.Unlisted _, Quoted.Failed _ -> {}
    }
    if (market != null) {
      all.put("market", MarketLines.json(market));
    }
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  /// One line for a terminal.
  public String text() {
    return switch (quoted) {
      case Quoted.Priced priced -> priced(priced);
      case Quoted.Ambiguous ambiguous ->
          asked
              + "  ambiguous: "
              + String.join(", ", ambiguous.candidates().stream().map(Asset::id).toList())
              + " ("
              + ambiguous.why()
              + ")";
      case Quoted.Unlisted _ -> asked + "  unlisted: " + quoted.why();
      case Quoted.Throttled throttled ->
          asked + "  wait until " + throttled.until() + ": " + quoted.why();
      case Quoted.Failed _ -> asked + "  failed: " + quoted.why();
    };
  }

  private String priced(Quoted.Priced priced) {
    Quote quote = priced.quote();
    StringBuilder line = new StringBuilder(quote.asset().id());
    if (!quote.facts().symbol().isEmpty()) {
      line.append("  ").append(quote.facts().symbol());
    }
    line.append("  ").append(quote.usd().toPlainString()).append(" USD");
    line.append("  ").append(quote.source());
    Pool pool = quote.pool();
    if (pool != null && !pool.exchange().isEmpty()) {
      line.append('/').append(pool.exchange());
    }
    OptionalDouble liquidity = quote.facts().liquidityUsd();
    if (liquidity.isPresent()) {
      line.append("  liquidity ").append(amount(liquidity.getAsDouble())).append(" USD");
    }
    if (at != null) {
      line.append("  at ").append(quote.observedAt());
    }
    line.append("  (").append(priced.stale() ? "stale: " : "").append(priced.why()).append(')');
    return market == null ? line.toString() : "%s%n%s".formatted(line, MarketLines.text(market));
  }

  /// An amount as it is said: 950, 12.3k, 4.56M, 7.89B.
  static String amount(double usd) {
    String[] units = {"", "k", "M", "B", "T"};
    double rest = usd;
    int unit = 0;
    while (rest >= THOUSAND && unit < units.length - 1) {
      rest /= THOUSAND;
      unit++;
    }
    String form = rest < 10 ? "%.2f%s" : rest < 100 ? "%.1f%s" : "%.0f%s";
    return form.formatted(rest, units[unit]);
  }
}
