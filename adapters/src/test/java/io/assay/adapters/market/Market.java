package io.assay.adapters.market;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Facts;
import io.assay.core.price.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A made-up market for tests of what decides: tokens, providers that are never sent anything, and
/// their quotes.
final class Market {
  static final long BEGIN = Instant.parse("2026-01-02T03:04:05Z").toEpochMilli();

  private Market() {}

  static Asset.Token token(int number) {
    return new Asset.Token(Chain.BASE, "0x%040x".formatted(number + 1));
  }

  static Quote quote(Asset asset, String source, String usd, long at) {
    OptionalDouble untold = OptionalDouble.empty();
    Facts facts = new Facts("", "", OptionalDouble.of(1000), untold, untold, untold, untold, null);
    return new Quote(asset, new BigDecimal(usd), source, Instant.ofEpochMilli(at), null, facts);
  }

  static Counter counter(String name, int perMinute, int rank, Clock clock) {
    Provider provider = new Silent(new Profile(name, "http://127.0.0.1:1", perMinute, null));
    Turnstile turnstile = new Turnstile(name, Budget.inMemory(perMinute), () -> clock.now);
    return new Counter(provider, turnstile, rank);
  }

  /// The time, as a test says it is.
  static final class Clock {
    long now = BEGIN;

    void pass(long millis) {
      now += millis;
    }
  }

  /// A provider of tokens' prices, thirty at once, by chain.
  private record Silent(Profile profile) implements Provider.Quotes {
    @Override
    public Ask<?> probe() {
      return new Ask<>("/", (_, _) -> "");
    }

    @Override
    public boolean prices(Asset asset) {
      return asset instanceof Asset.Token;
    }

    @Override
    public int batch() {
      return 30;
    }

    @Override
    public String lot(Asset asset) {
      return ((Asset.Token) asset).chain().word();
    }

    @Override
    public Ask<Map<Asset, Quote>> quotes(List<Asset> lot) {
      return new Ask<>("/", (_, _) -> Map.of());
    }
  }
}
