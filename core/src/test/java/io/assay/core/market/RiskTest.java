package io.assay.core.market;

import static io.assay.core.market.Told.UNTOLD;
import static io.assay.core.market.Told.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.price.Facts;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTest {
  private static final Volatility USUAL = new Volatility(0.6, "48 candles");

  private static double part(Risk risk, Risk.Factor factor) {
    return risk.parts().stream()
        .filter(it -> it.factor() == factor)
        .findFirst()
        .orElseThrow()
        .risk()
        .orElse(UNTOLD);
  }

  private static double score(Risk risk) {
    return risk.score().orElse(UNTOLD);
  }

  @Test
  void of_everythingTold_isTheMeanByWeight() {
    Risk risk = Risk.of(facts(1e6, 1e5, 1e5, UNTOLD), USUAL);
    assertThat(part(risk, Risk.Factor.SIZE)).isEqualTo(87.5);
    assertThat(part(risk, Risk.Factor.LIQUIDITY)).isCloseTo(16.6667, within(1e-4));
    assertThat(part(risk, Risk.Factor.VOLUME)).isCloseTo(50, within(1e-9));
    assertThat(part(risk, Risk.Factor.VOLATILITY)).isCloseTo(62.731, within(1e-3));
    // 0.4 · 87.5 + 0.3 · 16.6667 + 0.2 · 50 + 0.1 · 62.731
    assertThat(score(risk)).isCloseTo(56.273, within(1e-3));
    assertThat(risk.level()).isEqualTo(Risk.Level.HIGH);
    assertThat(risk.completeness()).isEqualTo(1);
  }

  @Test
  void of_everythingTold_saysFromWhat() {
    assertThat(Risk.of(facts(1e6, 1e5, 25e3, UNTOLD), USUAL).parts())
        .extracting(Risk.Part::evidence)
        .containsExactly(
            "tier micro",
            "liquidity is 10.0 % of the market cap",
            "volume is 2.50 % of the market cap",
            "60.0 % a day by 48 candles");
  }

  @Test
  void of_noVolumeAndNoVolatility_weighsTheRestAnew() {
    Risk risk = Risk.of(facts(1e6, 1e5, UNTOLD, UNTOLD), null);
    // (0.4 · 87.5 + 0.3 · 16.6667) / 0.7
    assertThat(score(risk)).isCloseTo(57.142857, within(1e-6));
    assertThat(risk.completeness()).isEqualTo(0.7);
    assertThat(risk.parts())
        .extracting(Risk.Part::evidence)
        .endsWith("no volume told", "no volatility known");
  }

  @Test
  void of_noMarketCap_hasNoRatiosEither() {
    Risk risk = Risk.of(facts(UNTOLD, 1e5, 1e5, UNTOLD), USUAL);
    assertThat(score(risk)).isCloseTo(62.731, within(1e-3));
    assertThat(risk.completeness()).isEqualTo(0.1);
    assertThat(risk.parts().get(1).evidence()).isEqualTo("no market cap told");
  }

  @Test
  void of_nothingTold_isUnknownAndNotZero() {
    Risk risk = Risk.of(Facts.NONE, null);
    assertThat(risk.score()).isEmpty();
    assertThat(risk.level()).isEqualTo(Risk.Level.UNKNOWN);
    assertThat(risk.completeness()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"5e6, 87.5", "5e7, 62.5", "5e8, 37.5", "5e9, 12.5"})
  void of_aTier_isTheMiddleOfItsBand(double marketCap, double risk) {
    assertThat(part(Risk.of(facts(marketCap, UNTOLD, UNTOLD, UNTOLD), null), Risk.Factor.SIZE))
        .isEqualTo(risk);
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "1e3, 95.238", "1e4, 66.667", "1e6, 1.961"})
  void of_aPool_isWhatASaleOfOnePercentLoses(double liquidity, double risk) {
    assertThat(part(Risk.of(facts(1e6, liquidity, UNTOLD, UNTOLD), null), Risk.Factor.LIQUIDITY))
        .isCloseTo(risk, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "1e4, 90.909", "1e6, 9.091", "1e8, 0.100"})
  void of_aVolume_isHowLongASaleTakes(double volume, double risk) {
    assertThat(part(Risk.of(facts(1e6, UNTOLD, volume, UNTOLD), null), Risk.Factor.VOLUME))
        .isCloseTo(risk, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.03, 4.815", "5, 99.973"})
  void of_aVolatility_isTheLossOfOneDayInTwenty(double daily, double risk) {
    assertThat(part(Risk.of(Facts.NONE, new Volatility(daily, "")), Risk.Factor.VOLATILITY))
        .isCloseTo(risk, within(1e-3));
  }

  @Test
  void of_amountsThatAreNone_areNotKnown() {
    assertThat(Risk.of(facts(1e6, -1, Double.POSITIVE_INFINITY, UNTOLD), null).completeness())
        .isEqualTo(0.4);
  }

  @ParameterizedTest
  @CsvSource({"0, LOW", "24.99, LOW", "25, MEDIUM", "50, HIGH", "75, EXTREME", "100, EXTREME"})
  void level_ofAScore_isItsBand(double score, Risk.Level level) {
    Risk risk =
        new Risk(
            List.of(
                new Risk.Part(Risk.Factor.SIZE, OptionalDouble.of(score), ""),
                new Risk.Part(Risk.Factor.LIQUIDITY, OptionalDouble.empty(), ""),
                new Risk.Part(Risk.Factor.VOLUME, OptionalDouble.empty(), ""),
                new Risk.Part(Risk.Factor.VOLATILITY, OptionalDouble.empty(), "")));
    assertThat(risk.level()).isEqualTo(level);
  }

  @Test
  void construct_withoutAFactor_isRefused() {
    assertThatThrownBy(() -> new Risk(List.of())).hasMessageContaining("each factor once");
  }

  @Test
  void construct_aPartBeyondHundred_isRefused() {
    OptionalDouble beyond = OptionalDouble.of(100.1);
    assertThatThrownBy(() -> new Risk.Part(Risk.Factor.SIZE, beyond, ""))
        .hasMessageContaining("100.1");
  }
}
