package io.assay.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SafetyTest {
  private static final Safety GOOD = Told.good("a");
  private static final Safety BAD = Told.safety("b", true, 0.6, 0.7, 0.01);

  private static Safety named(Safety safety, String source) {
    return new Safety(
        source,
        safety.honeypot(),
        safety.mintable(),
        safety.freezable(),
        safety.buyTax(),
        safety.sellTax(),
        safety.topHolders(),
        safety.lockedLiquidity(),
        safety.holders());
  }

  @Test
  void and_oneSaysBad_isBadWhicheverItIs() {
    assertThat(GOOD.and(BAD)).isEqualTo(named(BAD, "a+b"));
    assertThat(BAD.and(GOOD)).isEqualTo(named(BAD, "b+a"));
  }

  @Test
  void and_oneTellsNothing_isWhatTheOtherTells() {
    assertThat(GOOD.and(Told.nothing("b"))).isEqualTo(named(GOOD, "a+b"));
    assertThat(Told.nothing("b").and(GOOD)).isEqualTo(named(GOOD, "b+a"));
  }

  @Test
  void and_neitherTells_staysUntold() {
    assertThat(Told.nothing("a").and(Told.nothing("b"))).isEqualTo(Told.nothing("a+b"));
  }

  @Test
  void and_twoSources_comeToTheSameVerdictAsBoth() {
    for (Safety other : List.of(GOOD, BAD, Told.nothing("c"))) {
      assertThat(SafetyVerdict.of(List.of(GOOD.and(other))).word())
          .isEqualTo(SafetyVerdict.of(List.of(GOOD, other)).word());
    }
  }
}
