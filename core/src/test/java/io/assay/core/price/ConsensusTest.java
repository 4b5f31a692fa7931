package io.assay.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Asset TOKEN = new Asset.Token(Chain.SOLANA, "So1");

  @Test
  void of_oneSource_isThatOne() {
    assertThat(agreed(quote("a", "1.5", 10))).isEqualTo("a 1.5 one source");
  }

  @Test
  void of_twoThatAgree_isTheDeeperAndNoMean() {
    assertThat(agreed(quote("a", "1.00", 10), quote("b", "1.10", 9000)))
        .isEqualTo("b 1.10 2 sources agree");
  }

  @Test
  void of_twoThatContradict_isNone() {
    Quoted quoted = of(null, quote("a", "1", 10), quote("b", "10", 9000));
    assertThat(quoted)
        .isEqualTo(new Quoted.Failed(true, "sources contradict each other: b says 10, a says 1"));
  }

  @Test
  void of_twoThatContradict_isWhatAgreesWithThePriceBefore() {
    Quoted quoted = of(quote("c", "1.1", 5), quote("a", "1", 10), quote("b", "10", 9000));
    assertThat(quoted)
        .isInstanceOfSatisfying(
            Quoted.Priced.class,
            it -> {
              assertThat(it.quote().source()).isEqualTo("a");
              assertThat(it.quarantined())
                  .extracting(Quoted.Quarantined::why)
                  .containsExactly("b says 10, an outlier");
            });
  }

  @Test
  void of_three_isWhatMostSay() {
    assertThat(agreed(quote("a", "1", 10), quote("b", "10", 9000), quote("c", "1.2", 1)))
        .isEqualTo("a 1 2 sources agree");
  }

  @Test
  void of_threeThatAllContradict_isNone() {
    assertThat(of(null, quote("a", "1", 10), quote("b", "10", 9), quote("c", "100", 1)))
        .isInstanceOf(Quoted.Failed.class);
  }

  @Test
  void of_anOldPrice_isNoPriceOfNow() {
    Quote old = at(NOW.minus(Duration.ofHours(3)));
    assertThat(Consensus.USUAL.of(List.of(old), null, NOW))
        .isEqualTo(
            new Quoted.Failed(true, "no price of now: old saw its price at 2026-01-02T00:04:05Z"));
    assertThat(Consensus.USUAL.of(List.of(old, quote("a", "7", 1)), null, NOW))
        .isInstanceOfSatisfying(
            Quoted.Priced.class,
            it -> {
              assertThat(it.quote().source()).isEqualTo("a");
              assertThat(it.quarantined()).hasSize(1);
            });
  }

  @Test
  void of_aPriceOfTomorrow_isNoPriceOfNow() {
    assertThat(Consensus.USUAL.of(List.of(at(NOW.plus(Duration.ofHours(3)))), null, NOW))
        .isInstanceOf(Quoted.Failed.class);
  }

  private static String agreed(Quote... quotes) {
    Quoted.Priced priced = (Quoted.Priced) of(null, quotes);
    return priced.quote().source() + " " + priced.quote().usd() + " " + priced.why();
  }

  private static Quoted of(@org.jspecify.annotations.Nullable Quote before, Quote... quotes) {
    return Consensus.USUAL.of(List.of(quotes), before, NOW);
  }

  private static Quote at(Instant instant) {
    return new Quote(TOKEN, new BigDecimal("1"), "old", instant, null, Facts.NONE);
  }

  private static Quote quote(String source, String usd, double liquidity) {
    OptionalDouble untold = OptionalDouble.empty();
    Facts facts =
        new Facts("", "", OptionalDouble.of(liquidity), untold, untold, untold, untold, null);
    return new Quote(TOKEN, new BigDecimal(usd), source, NOW, null, facts);
  }
}
