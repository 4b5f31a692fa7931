package io.assay.core.market;

import static io.assay.core.market.Told.NOW;
import static io.assay.core.market.Told.UNTOLD;
import static io.assay.core.market.Told.pool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.asset.Chain;
import io.assay.core.price.Facts;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolPinTest {
  private static final Instant ENTRY = Instant.parse("2026-02-20T00:00:00Z");
  private static final PoolPin PIN = PoolPin.at(pool("0xaa", 9000), ENTRY);
  private static final Pool OLD = pool("0xaa", 500);
  private static final Pool NEW = pool("0xbb", 20_000);

  private static Quote quote(String usd, @Nullable Pool pool, int seconds) {
    return Told.quote("a", usd, NOW.plusSeconds(seconds), pool, Facts.NONE);
  }

  private static Migration meet(String here, String there) {
    return PIN.meet(quote(here, OLD, 0), quote(there, NEW, 60));
  }

  @Test
  void meet_theSamePool_stays() {
    assertThat(PIN.meet(quote("1", OLD, 0), quote("5", pool("0xAA", 1), 0)))
        .isEqualTo(new Migration.Stayed("base:0xaa is the deepest still"));
  }

  @Test
  void meet_aDeeperPool_movesByTheRatioOfTheirPrices() {
    assertThat(meet("0.50", "0.60"))
        .isEqualTo(
            new Migration.Moved(
                new PoolPin(NEW, NOW.plusSeconds(60), 1.2),
                1.2,
                "base:0xaa at 0.50 USD, base:0xbb at 0.60 USD"));
  }

  @Test
  void meet_pricesAQuarterApart_movesStillAndBeyondIsRefused() {
    assertThat(meet("0.4", "0.5")).isInstanceOf(Migration.Moved.class);
    assertThat(meet("0.5", "0.4")).isInstanceOf(Migration.Moved.class);
    assertThat(meet("0.4", "0.501"))
        .isEqualTo(
            new Migration.Refused(
                1.2525, "base:0xaa at 0.4 USD, base:0xbb at 0.501 USD: no prices of one market"));
    assertThat(meet("0.501", "0.4")).isInstanceOf(Migration.Refused.class);
  }

  @Test
  void meet_aPoolThatIsNoDeeper_stays() {
    assertThat(PIN.meet(quote("1", OLD, 0), quote("1", pool("0xbb", 500), 0)))
        .isEqualTo(new Migration.Stayed("base:0xbb is no deeper than base:0xaa"));
  }

  @Test
  void meet_aLiquidityThatIsNotTold_isUndecided() {
    assertThat(PIN.meet(quote("1", OLD, 0), quote("1", pool("0xbb", UNTOLD), 0)))
        .isEqualTo(new Migration.Undecided("the liquidity of a pool is not told"));
    assertThat(PIN.meet(quote("1", pool("0xaa", UNTOLD), 0), quote("1", NEW, 0)))
        .isInstanceOf(Migration.Undecided.class);
  }

  @Test
  void meet_pricesOfDifferentTimes_isUndecided() {
    assertThat(PIN.meet(quote("1", OLD, 0), quote("1", NEW, 61)))
        .isEqualTo(new Migration.Undecided("the two prices were seen 61 s apart"));
  }

  @Test
  void meet_aQuoteWithoutAPoolOrOfAThird_isUndecided() {
    assertThat(PIN.meet(quote("1", null, 0), quote("1", NEW, 0)))
        .isInstanceOf(Migration.Undecided.class);
    assertThat(PIN.meet(quote("1", pool("0xcc", 1), 0), quote("1", NEW, 0)))
        .isInstanceOf(Migration.Undecided.class);
    assertThat(PIN.meet(quote("1", OLD, 0), quote("1", null, 0)))
        .isInstanceOf(Migration.Undecided.class);
  }

  @Test
  void meet_aPoolOfAnotherChain_isUndecided() {
    Pool elsewhere = new Pool(Chain.SOLANA, "Bb", "", OptionalDouble.of(1e6), null);
    assertThat(PIN.meet(quote("1", OLD, 0), quote("1", elsewhere, 0)))
        .isEqualTo(new Migration.Undecided("solana:Bb is no pool of the same token"));
  }

  @Test
  void comparable_afterTwoMoves_continuesTheFirstPool() {
    PoolPin second = ((Migration.Moved) meet("1", "1.25")).to();
    Quote here = quote("2.5", NEW, 100);
    Quote there = quote("2", pool("0xcc", 1e6), 100);
    PoolPin third = ((Migration.Moved) second.meet(here, there)).to();
    assertThat(second.comparable(2.5)).isEqualTo(2);
    assertThat(third.splice()).isEqualTo(1);
    assertThat(third.comparable(2)).isEqualTo(2);
  }

  @Test
  void construct_withoutASplice_isRefused() {
    assertThatThrownBy(() -> new PoolPin(OLD, ENTRY, 0)).hasMessageContaining("joins nothing");
  }
}
