package io.assay.core.output;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.call.Call;
import io.assay.core.reputation.DayKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Which calls a report is about. Channels are compared within pools of chain and size, so a part
/// is made of whole pools.
///
/// @param market the word of a chain such as `solana`, `coin` or `listing`; empty for all
public record Scope(String market) {
  /// Every call.
  public static final Scope ALL = new Scope("");

  private static final String COIN = "coin";
  private static final String LISTING = "listing";

  public Scope {
    Objects.requireNonNull(market, "market");
    if (!market.isEmpty() && !markets().contains(market)) {
      throw new IllegalArgumentException("there is no market " + market);
    }
  }

  /// The words of all markets.
  public static List<String> markets() {
    List<String> words = new ArrayList<>();
    for (Chain chain : Chain.values()) {
      words.add(chain.word());
    }
    words.add(COIN);
    words.add(LISTING);
    return words;
  }

  /// Whether it is about every call.
  public boolean isAll() {
    return market.isEmpty();
  }

  boolean holds(Call call) {
    return isAll() || market.equals(marketOf(call.claim().asset()));
  }

  boolean holds(DayKey day) {
    return isAll() || day.pool().startsWith(market + "/");
  }

  private static String marketOf(Asset asset) {
    return switch (asset) {
      case Asset.Token token -> token.chain().word();
      case Asset.Coin _ -> COIN;
      case Asset.Listing _ -> LISTING;
    };
  }
}
