package io.assay.core.market;

import static io.assay.core.market.Told.NOW;
import static io.assay.core.market.Told.UNTOLD;
import static io.assay.core.market.Told.facts;
import static io.assay.core.market.Told.hours;
import static io.assay.core.market.Told.quote;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.price.Candles;
import io.assay.core.price.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeSignsTest {
  private static final Candles SILENT = hours(NOW, new double[72]);

  private static Life life(List<Quote> quotes, Candles... runs) {
    return LifeSigns.of(quotes, List.of(runs), NOW).at(NOW);
  }

  private static Quote seen(Instant at, double liquidity) {
    return quote("a", "1", at, null, facts(UNTOLD, liquidity, UNTOLD, UNTOLD));
  }

  @Test
  void at_aPriceBesideNextToNoLiquidity_isDead() {
    assertThat(life(List.of(quote("a", 3e-11, 500))))
        .isEqualTo(
            new Life.Dead(
                Life.Cause.NO_LIQUIDITY, NOW, "a says that 3.00e-11 USD of liquidity are left"));
    assertThat(life(List.of(quote("a", 99.99, UNTOLD)))).isInstanceOf(Life.Dead.class);
    assertThat(life(List.of(quote("a", 0, UNTOLD)))).isInstanceOf(Life.Dead.class);
  }

  @Test
  void at_aHundredOfLiquidity_isAlive() {
    assertThat(life(List.of(quote("a", 100, UNTOLD)))).isEqualTo(new Life.Alive("a has a price"));
  }

  @Test
  void at_noLiquidityTold_isNoEvidence() {
    assertThat(life(List.of(quote("a", UNTOLD, UNTOLD)))).isInstanceOf(Life.Alive.class);
  }

  @Test
  void at_aLiquidityThatIsNoAmount_isNoEvidence() {
    assertThat(life(List.of(quote("a", -1, UNTOLD)))).isInstanceOf(Life.Alive.class);
    assertThat(life(List.of(quote("a", -1, UNTOLD), quote("b", 3, UNTOLD))))
        .isInstanceOf(Life.Dead.class);
  }

  @Test
  void at_oneEmptyPoolBesideADeepOne_isAlive() {
    assertThat(life(List.of(quote("a", 3, UNTOLD), quote("b", 9000, UNTOLD))))
        .isInstanceOf(Life.Alive.class);
  }

  @Test
  void at_oneEmptyPoolBesideOneThatIsNotTold_isDead() {
    assertThat(life(List.of(quote("a", 3, UNTOLD), quote("b", UNTOLD, UNTOLD))))
        .isInstanceOf(Life.Dead.class);
  }

  @Test
  void at_aFallByNineTenths_isNoDeath() {
    Quote fallen = quote("a", "0.1", NOW, null, facts(UNTOLD, 5000, 10, -99));
    assertThat(life(List.of(fallen))).isInstanceOf(Life.Alive.class);
  }

  @Test
  void at_theNewestOfASource_counts() {
    Instant hourAgo = NOW.minus(Duration.ofHours(1));
    assertThat(life(List.of(seen(NOW, 3), seen(hourAgo, 9000)))).isInstanceOf(Life.Dead.class);
    assertThat(life(List.of(seen(hourAgo, 3), seen(NOW, 9000)))).isInstanceOf(Life.Alive.class);
  }

  @Test
  void at_72SilentHours_isDeadSinceTheyWereFull() {
    assertThat(life(List.of(), SILENT))
        .isEqualTo(
            new Life.Dead(
                Life.Cause.NO_VOLUME,
                NOW,
                "candles from 2026-02-26T00:00:00Z to 2026-03-01T00:00:00Z without a trade"));
    assertThat(life(List.of(quote("a", 5000, 0)), SILENT)).isInstanceOf(Life.Dead.class);
  }

  @Test
  void at_71SilentHours_isNoDeath() {
    Candles shorter = hours(NOW, new double[71]);
    assertThat(life(List.of(quote("a", 5000, 0)), shorter)).isInstanceOf(Life.Alive.class);
    assertThat(life(List.of(), shorter)).isInstanceOf(Life.Unpriceable.class);
  }

  @Test
  void at_72SilentHoursWithAGap_isNoDeath() {
    Candles before = hours(NOW.minus(Duration.ofHours(40)), new double[60]);
    Candles after = hours(NOW, new double[39]);
    assertThat(life(List.of(), before, after)).isInstanceOf(Life.Unpriceable.class);
  }

  @Test
  void at_silentCandlesOfOnePoolWhileAnotherTrades_isAlive() {
    assertThat(life(List.of(quote("a", 5000, 12)), SILENT)).isInstanceOf(Life.Alive.class);
  }

  @Test
  void at_aVolumeOfTheDayBeforeTheSilence_isNoSignOfLife() {
    Quote early =
        quote("a", "1", NOW.minus(Duration.ofHours(60)), null, facts(UNTOLD, 5000, 12, UNTOLD));
    assertThat(life(List.of(early), SILENT)).isInstanceOf(Life.Dead.class);
  }

  @Test
  void at_nothingKnown_isUnpriceableAndNotDead() {
    assertThat(life(List.of()))
        .isEqualTo(new Life.Unpriceable("nobody has a price, nobody has evidence of death"))
        .satisfies(it -> assertThat(it.word()).isEqualTo("UNPRICEABLE"));
  }

  @Test
  void at_aPriceOfLastWeek_tellsNothingOfNow() {
    Instant lastWeek = NOW.minus(Duration.ofDays(7));
    assertThat(life(List.of(seen(lastWeek, 9000))))
        .isEqualTo(new Life.Unpriceable("the last price is of 2026-02-22T00:00:00Z"));
    assertThat(life(List.of(seen(lastWeek, 9000), quote("b", UNTOLD, UNTOLD))))
        .isEqualTo(new Life.Alive("b has a price"));
  }

  @Test
  void at_noLiquidityBesideAPriceAsOldAsTheLastTrade_isDead() {
    Instant lastTrade = NOW.minus(Duration.ofDays(40));
    assertThat(life(List.of(seen(lastTrade, 3e-11))))
        .isInstanceOfSatisfying(Life.Dead.class, it -> assertThat(it.at()).isEqualTo(lastTrade));
  }

  @Test
  void of_whatWasSeenLater_isLeftOut() {
    Instant later = NOW.plus(Duration.ofHours(1));
    assertThat(LifeSigns.of(List.of(seen(later, 3)), List.of(SILENT), later).at(NOW))
        .isInstanceOfSatisfying(
            Life.Dead.class, it -> assertThat(it.cause()).isEqualTo(Life.Cause.NO_VOLUME));
    assertThat(LifeSigns.of(List.of(seen(later, 3)), List.of(), NOW).quotes()).isEmpty();
  }
}
