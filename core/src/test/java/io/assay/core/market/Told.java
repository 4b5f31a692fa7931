package io.assay.core.market;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Candle;
import io.assay.core.price.Candles;
import io.assay.core.price.Facts;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What sources say in tests.
final class Told {
  static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  static final Asset TOKEN = new Asset.Token(Chain.BASE, "0x01");
  static final double UNTOLD = Double.NaN;

  private Told() {}

  static OptionalDouble maybe(double number) {
    return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  static Facts facts(double marketCap, double liquidity, double volume, double change) {
    return new Facts(
        "",
        "",
        maybe(liquidity),
        maybe(marketCap),
        OptionalDouble.empty(),
        maybe(volume),
        maybe(change),
        null);
  }

  static Quote quote(String source, String usd, Instant at, @Nullable Pool pool, Facts facts) {
    return new Quote(TOKEN, new BigDecimal(usd), source, at, pool, facts);
  }

  static Quote quote(String source, double liquidity, double volume) {
    return quote(source, "1", NOW, null, facts(UNTOLD, liquidity, volume, UNTOLD));
  }

  static Pool pool(String address, double liquidity) {
    return new Pool(Chain.BASE, address, "exchange", maybe(liquidity), null);
  }

  /// Hourly candles at a price of one whose volumes are given, the last closing at an instant.
  static Candles hours(Instant closeAt, double... volumes) {
    Instant openAt = closeAt.minus(Duration.ofHours(volumes.length));
    List<Candle> candles = new ArrayList<>();
    for (double volume : volumes) {
      candles.add(new Candle(openAt, 1, 1, 1, 1, volume));
      openAt = openAt.plus(Duration.ofHours(1));
    }
    return Candles.of(Duration.ofHours(1), candles);
  }

  /// Candles whose closes are given, each opening at the close before.
  static Candles closes(Duration step, Instant openAt, double... closes) {
    Instant at = openAt;
    List<Candle> candles = new ArrayList<>();
    for (double close : closes) {
      candles.add(new Candle(at, close, close, close, close, 1));
      at = at.plus(step);
    }
    return Candles.of(step, candles);
  }

  /// Nothing told.
  static Safety nothing(String source) {
    return new Safety(
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty());
  }

  /// Everything told, nothing bad.
  static Safety good(String source) {
    return safety(source, false, 0, 0.1, 1);
  }

  static Safety safety(
      String source, boolean flags, double taxes, double topHolders, double locked) {
    return new Safety(
        source,
        Optional.of(flags),
        Optional.of(flags),
        Optional.of(flags),
        OptionalDouble.of(taxes),
        OptionalDouble.of(taxes),
        OptionalDouble.of(topHolders),
        OptionalDouble.of(locked),
        OptionalInt.of(500));
  }
}
