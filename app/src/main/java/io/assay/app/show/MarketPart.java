package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.market.Costs;
import io.assay.core.price.MarketSeen;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What the market was when the call was made, and what a follower's round trip costs in it.
record MarketPart(Call call, CallRules rules) implements Part {
  @Override
  public void print(Page page) {
    MarketSeen market = call.track().market();
    Costs costs = call.costs(rules);
    page.title("market at the call");
    if (market.isUntold()) {
      page.line("nobody told; the size is unknown, and costs are the fee alone");
    } else {
      page.field("told by", market.told().source() + " at " + market.at());
      page.field("size", Figures.word(call.tier()) + ", market cap " + usd(market.marketCapUsd()));
      page.field("liquidity", usd(market.liquidityUsd()));
      page.field("volume 24 h", usd(market.volumeUsd()));
      Duration age = call.track().age(call.claim().at());
      page.field("token age", age == null ? Figures.UNKNOWN : age.toHours() + " h");
    }
    String trip = String.format(Locale.ROOT, "%.2f %%", 100 * (1 - costs.gross(1)));
    String ticket = String.format(Locale.ROOT, "%,.0f", rules.ticketUsd());
    page.field("costs", trip + " in and out again with " + ticket + " USD: " + costs.word());
  }

  private static String usd(OptionalDouble amount) {
    return amount.isPresent()
        ? String.format(Locale.ROOT, "%,.0f USD", amount.getAsDouble())
        : Figures.UNKNOWN;
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    MarketSeen market = call.track().market();
    Costs costs = call.costs(rules);
    Duration age = call.track().age(call.claim().at());
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("source", market.isUntold() ? null : market.told().source());
    one.put("at", market.isUntold() ? null : market.at().toString());
    one.put("size", Figures.word(call.tier()));
    one.put("marketCapUsd", Figures.number(market.marketCapUsd()));
    one.put("liquidityUsd", Figures.number(market.liquidityUsd()));
    one.put("volumeUsd", Figures.number(market.volumeUsd()));
    one.put("tokenAgeSeconds", age == null ? null : age.toSeconds());
    one.put("costs", costs.word());
    one.put("roundTrip", Figures.number(1 - costs.gross(1)));
    json.put("market", one);
  }
}
