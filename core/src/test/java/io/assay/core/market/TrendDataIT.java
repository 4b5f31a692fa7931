package io.assay.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.price.Candle;
import io.assay.core.price.Candles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What the rule says of the market as it was: Bitcoin and Ether by day, 2016 to 2026.
@Tag("data")
class TrendDataIT {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant FIRST = Instant.parse("2017-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2026-03-01T00:00:00Z");

  private static List<Candles> bitcoin = List.of();
  private static List<Candles> ether = List.of();

  @BeforeAll
  static void read() throws IOException {
    List<Candle> bars = new ArrayList<>();
    for (JsonNode bar :
        json("TradingView-INDEX_BTCUSD-PT1D-20091005_20260306.json").path("candles")) {
      Instant openAt = Instant.ofEpochSecond(Long.parseLong(bar.path("start").asString()));
      bars.add(flat(openAt, Double.parseDouble(bar.path("close").asString())));
    }
    bitcoin = List.of(Candles.of(DAY, bars));
    bars.clear();
    for (JsonNode bar : json("Coinbase-ETH-USD-PT1D-20160517_20260310.json").path("ohlc")) {
      Instant closeAt = Instant.ofEpochMilli(bar.path("endTime").asLong());
      bars.add(flat(closeAt.minus(DAY), bar.path("closePrice").asDouble()));
    }
    ether = List.of(Candles.of(DAY, bars));
  }

  private static JsonNode json(String name) throws IOException {
    String folder = Objects.requireNonNull(System.getenv("ASSAY_DATA"), "ASSAY_DATA");
    return new ObjectMapper().readTree(Files.readString(Path.of(folder, "prices/ta4j", name)));
  }

  private static Candle flat(Instant openAt, double close) {
    return new Candle(openAt, close, close, close, close, Double.NaN);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-12-15, BULL", // the rise to 20,000
    "2018-12-15, BEAR", // its end
    "2019-06-15, BULL", // the recovery of that spring
    "2021-02-15, BULL",
    "2022-06-15, BEAR",
    "2022-12-15, BEAR",
    "2023-09-15, FLAT", // under averages that rose still
    "2024-03-01, BULL"
  })
  void market_atTimesThatEverybodyRemembers_isWhatItWas(String day, Regime regime) {
    assertThat(at(Instant.parse(day + "T00:00:00Z"))).isEqualTo(regime);
  }

  private static Regime at(Instant known) {
    return Trend.USUAL.market(bitcoin, ether, known);
  }

  @Test
  void market_overNineYears_changesSeldomAndIsAlwaysKnown() {
    Map<Regime, Integer> days = new EnumMap<>(Regime.class);
    int changes = 0;
    Regime before = at(FIRST);
    for (Instant day = FIRST; day.isBefore(LAST); day = day.plus(DAY)) {
      Regime now = at(day);
      changes += now == before ? 0 : 1;
      before = now;
      days.merge(now, 1, Integer::sum);
    }
    assertThat(days).doesNotContainKey(Regime.UNKNOWN).hasSize(3);
    assertThat(changes).isLessThan(60);
  }
}
