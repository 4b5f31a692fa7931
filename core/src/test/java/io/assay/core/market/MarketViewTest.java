package io.assay.core.market;

import static io.assay.core.market.Told.NOW;
import static io.assay.core.market.Told.UNTOLD;
import static io.assay.core.market.Told.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.asset.Chain;
import io.assay.core.price.Candles;
import io.assay.core.price.Facts;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarketViewTest {
  private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));
  private static final AllTime RANGE =
      new AllTime(new BigDecimal("4"), MONTH_AGO, new BigDecimal("0.5"), MONTH_AGO, "coingecko");

  private static Quote quote(Facts facts, Instant created) {
    Pool pool = new Pool(Chain.BASE, "0xaa", "", OptionalDouble.of(1e5), created);
    return Told.quote("a", "1", NOW, pool, facts);
  }

  private static MarketView view(Quote quote, Safety safety, Candles... runs) {
    return MarketView.of(
        new MarketView.Evidence(List.of(quote), List.of(safety), null, List.of(runs)), NOW);
  }

  @Test
  void of_everythingTold_missesNothing() {
    Quote quote = quote(facts(1e6, 1e5, 2e4, 100), MONTH_AGO);
    MarketView view =
        MarketView.of(
            new MarketView.Evidence(List.of(quote), List.of(Told.good("b")), RANGE, List.of()),
            NOW);
    assertThat(view.missing()).isEmpty();
    assertThat(view.tier()).isEqualTo(SizeTier.MICRO);
    assertThat(view.age()).isEqualTo(Duration.ofDays(30));
    assertThat(view.liquidityRatio()).hasValue(0.1);
    assertThat(view.volumeRatio()).hasValue(0.02);
    assertThat(view.risk().completeness()).isEqualTo(1);
    assertThat(view.fromHigh()).hasValue(-0.75);
    assertThat(view.fromLow()).hasValue(1);
    assertThat(view.life()).isInstanceOf(Life.Alive.class);
    assertThat(view.safety().word()).isEqualTo(SafetyVerdict.Word.CLEAN);
  }

  @Test
  void of_nothingButAPrice_namesAllThatIsMissing() {
    Quote bare = Told.quote("a", "1", NOW, null, Facts.NONE);
    MarketView view = view(bare, Told.nothing("b"));
    assertThat(view.missing())
        .startsWith(
            "market cap", "liquidity", "volume", "volatility", "age", "all-time high and low")
        .contains("honeypot")
        .hasSize(13);
    assertThat(view.riskLevel()).isEqualTo(Risk.Level.UNKNOWN);
    assertThat(view.fromHigh()).isEmpty();
    assertThat(view.fromLow()).isEmpty();
    assertThat(view.liquidityRatio()).isEmpty();
  }

  @Test
  void of_noProviderOfExtremes_takesTheCandlesAndMarksIt() {
    Candles held = Told.closes(Duration.ofDays(1), MONTH_AGO, 2, 0.25);
    MarketView view = view(quote(Facts.NONE, MONTH_AGO), Told.nothing("b"), held);
    assertThat(view.allTime())
        .satisfies(it -> assertThat(it.source()).isEqualTo(AllTime.FROM_CANDLES));
    assertThat(view.fromHigh()).hasValue(-0.5);
  }

  @Test
  void of_enoughCandles_takesVolatilityFromThemAndNotFromTheDay() {
    double[] still = new double[25];
    Arrays.fill(still, 1);
    Candles held = Told.closes(Duration.ofHours(1), MONTH_AGO, still);
    MarketView view = view(quote(facts(1e6, 1e5, 2e4, 100), MONTH_AGO), Told.good("b"), held);
    assertThat(view.risk().parts().getLast().risk().orElse(UNTOLD)).isCloseTo(0, within(1e-12));
  }

  @Test
  void age_isSinceTheEarliestToldAndNeverOfTheFuture() {
    Instant dayAgo = NOW.minus(Duration.ofDays(1));
    Quote young = quote(Facts.NONE, dayAgo);
    Quote old = quote(Facts.NONE, MONTH_AGO);
    Quote odd = quote(Facts.NONE, NOW.plusSeconds(1));
    assertThat(aged(young, old, odd)).isEqualTo(Duration.ofDays(30));
    assertThat(aged(odd, young)).isEqualTo(Duration.ofDays(1));
    assertThat(aged(odd)).isNull();
  }

  private static @Nullable Duration aged(Quote... quotes) {
    return MarketView.of(new MarketView.Evidence(List.of(quotes), List.of(), null, List.of()), NOW)
        .age();
  }

  @Test
  void riskLevel_ofWhatCannotBeSold_isExtremeWhateverTheScore() {
    Facts large = facts(5e9, 1e9, 1e9, 1);
    Quote quote = quote(large, MONTH_AGO);
    assertThat(view(quote, Told.good("b")).riskLevel()).isEqualTo(Risk.Level.LOW);
    Safety trap = Told.safety("b", true, 0, 0, 1);
    assertThat(view(quote, trap).riskLevel()).isEqualTo(Risk.Level.EXTREME);
    assertThat(view(quote(facts(5e9, 20, 1e9, 1), MONTH_AGO), Told.good("b")).riskLevel())
        .isEqualTo(Risk.Level.EXTREME);
  }

  @Test
  void construct_withoutAQuote_isRefused() {
    assertThatThrownBy(() -> new MarketView.Evidence(List.of(), List.of(), null, List.of()))
        .hasMessageContaining("without a quote");
  }
}
