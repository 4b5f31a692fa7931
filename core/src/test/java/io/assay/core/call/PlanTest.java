package io.assay.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.reading.Side;
import io.assay.core.terms.Terms;
import io.assay.core.text.Folded;
import io.assay.core.text.Words;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a message says about getting out, as a follower's levels.
class PlanTest {
  private static Plan of(String text) {
    Folded folded = Folded.of(text);
    return Plan.of(Terms.of(folded, Words.of(folded)));
  }

  private static Plan.Fitted at(double entry, Side side, String text) {
    return of(text).at(entry, side);
  }

  @Test
  void of_nothingStated_isNone() {
    assertThat(of("Buy now, huge potential")).isEqualTo(Plan.NONE);
    assertThat(of("Buy now, huge potential").isEmpty()).isTrue();
  }

  @Test
  void of_pricesInDollars_areRatiosOfTheEntry() {
    Plan.Fitted fitted = at(2, Side.LONG, "Buy at $2. Target 1: $2.5 Target 2: $4 Stop loss: $1.5");
    assertThat(fitted.targets()).containsExactly(1.25, 2);
    assertThat(fitted.stop()).isEqualTo(0.75);
  }

  @Test
  void of_pricesOfAShort_areMirrored() {
    Plan.Fitted fitted = at(100, Side.SHORT, "Short. Targets: 90, 70 SL 120");
    assertThat(fitted.targets()).containsExactly(1.1, 1.3);
    assertThat(fitted.stop()).isEqualTo(0.8);
  }

  @Test
  void of_percents_areDistancesForEitherSide() {
    String text = "Targets: 20% 50% stop loss 10%";
    for (Side side : Side.values()) {
      assertThat(at(7, side, text).targets()).containsExactly(1.2, 1.5);
      assertThat(at(7, side, text).stop()).isEqualTo(0.9, within(1e-12));
    }
  }

  @Test
  void of_satoshis_areOfAPriceThatNobodyKnowsHere() {
    assertThat(of("Buy 200 sats, targets 250 sats 300 sats, stop 150 sats")).isEqualTo(Plan.NONE);
  }

  @Test
  void at_anEntryBeyondSomeTargets_theyFallAway() {
    String text = "Target 1: $2.5 Target 2: $4 Target 3: $4 Stop loss: $1.5";
    assertThat(at(3, Side.LONG, text).targets()).containsExactly(4 / 3.0);
    assertThat(at(1.4, Side.LONG, text).stop()).as("the stop is above the entry").isZero();
    assertThat(at(5, Side.LONG, text).targets()).isEmpty();
    assertThat(at(0.001, Side.LONG, text).isEmpty()).isTrue();
  }

  @Test
  void write_anyPlan_readsBackAndNeedsOneByteWhereThereIsNone() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder("Targets:");
      for (int i = random.nextInt(6); i > 0; i--) {
        text.append(" $").append(random.nextInt(100_000) / 1_000.0 + 0.001);
      }
      Plan plan = of(text + (random.nextBoolean() ? " Stop loss: 12.5%" : ""));
      CanonWriter out = new CanonWriter();
      plan.write(out);
      assertThat(CanonReader.whole(out.toBytes(), Plan::read)).isEqualTo(plan);
      assertThat(out.length()).isLessThanOrEqualTo(1 + 6 * 7);
    }
    CanonWriter none = new CanonWriter();
    Plan.NONE.write(none);
    assertThat(none.length()).isEqualTo(1);
  }
}
