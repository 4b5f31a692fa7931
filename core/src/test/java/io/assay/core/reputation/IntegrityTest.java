package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.reputation.Integrity.Calls;
import io.assay.core.reputation.Integrity.Conduct;
import io.assay.core.reputation.Integrity.Scored;
import org.junit.jupiter.api.Test;

class IntegrityTest {
  private static final Calls NONE = new Calls(0, 0);

  private static Scored scored(Conduct conduct) {
    if (Integrity.of(conduct) instanceof Scored scored) {
      return scored;
    }
    throw new AssertionError("not scored");
  }

  @Test
  void of_everythingLeftStanding_isWhole() {
    assertThat(Integrity.of(new Conduct(500, 0, new Calls(0, 40), new Calls(0, 20))))
        .isEqualTo(new Scored(100, 0, 0, 1));
  }

  @Test
  void of_fewMessages_isUnknown() {
    assertThat(Integrity.of(new Conduct(9, 9, new Calls(9, 0), NONE)))
        .isEqualTo(new Integrity.Unknown());
    assertThat(Integrity.of(new Conduct(0, 0, NONE, NONE))).isEqualTo(new Integrity.Unknown());
  }

  @Test
  void of_noDecidedCalls_goesByEditsAlone() {
    assertThat(Integrity.of(new Conduct(10, 4, NONE, NONE))).isEqualTo(new Scored(80, 0.4, 0, 1));
  }

  /// Six of ten losers gone, none of ten winners: p = (10 over 6)/(20 over 6) = 210/38,760.
  @Test
  void of_losersGoneAndWinnersKept_isToldAndCostsMore() {
    Scored hiding = scored(new Conduct(100, 10, new Calls(6, 4), new Calls(0, 10)));
    Scored tidying = scored(new Conduct(100, 10, new Calls(3, 7), new Calls(3, 7)));

    assertThat(hiding.selective()).isCloseTo(210 / 38_760.0, within(1e-12));
    assertThat(hiding.hidesLosers()).isTrue();
    double weight = Math.log10(0.05 * 38_760 / 210) / 2;
    assertThat(hiding.score()).isCloseTo(100 * 0.7 * 0.95 * (1 - weight / 2), within(1e-9));
    assertThat(tidying.hidesLosers()).isFalse();
    assertThat(tidying.score()).isCloseTo(100 * 0.7 * 0.95, within(1e-9));
  }

  @Test
  void of_winnersGoneAndLosersKept_hidesNothing() {
    assertThat(scored(new Conduct(50, 0, new Calls(0, 10), new Calls(6, 4))).selective())
        .isEqualTo(1);
  }

  @Test
  void of_oneDeletedLoser_isNoEvidence() {
    Scored one = scored(new Conduct(50, 0, new Calls(1, 4), new Calls(0, 5)));

    assertThat(one.selective()).isCloseTo(0.5, within(1e-12));
    assertThat(one.score()).isCloseTo(90, within(1e-9));
  }

  @Test
  void of_everyLoserOfThousandsGone_isHalfOfWhatIsLeft() {
    Scored scored = scored(new Conduct(9_000, 0, new Calls(4_000, 0), new Calls(0, 4_000)));

    assertThat(scored.score()).isCloseTo(25, within(1e-9));
    assertThat(scored.selective()).isBetween(0.0, 1e-300);
  }

  @Test
  void conduct_thatCannotBe_isRefused() {
    assertThatThrownBy(() -> new Conduct(5, 6, NONE, NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Calls(-1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
