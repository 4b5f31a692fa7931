package io.assay.sim.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.call.CallRules;
import io.assay.core.reputation.FairGame;
import io.assay.sim.crowd.Archetype;
import io.assay.sim.crowd.Caller;
import io.assay.sim.crowd.Crowd;
import io.assay.sim.crowd.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static final Crowd CROWD = Crowd.of(Scenario.of(2, 60, 60));
  private static final List<Skill> SKILLS = Truth.of(CROWD, CallRules.DEFAULT);

  @Test
  void edge_growsWithTheDriftAndIsZeroWithoutIt() {
    for (Caller caller : CROWD.callers()) {
      double edge = SKILLS.get(caller.number()).edge();
      if (caller.drift() == 0) {
        assertThat(edge).isZero();
      } else {
        assertThat(Math.signum(edge)).isEqualTo(Math.signum(caller.drift()));
      }
      if (caller.archetype() == Archetype.SKILLED) {
        assertThat(edge).isBetween(0.005, 0.045);
      }
      if (caller.archetype() == Archetype.PUMPER) {
        assertThat(edge).isLessThan(-0.01);
      }
    }
  }

  @Test
  void luck_isNearlyThatOfAFairGame() {
    double fair = FairGame.of(CallRules.DEFAULT.cost()).growth();
    for (Skill skill : SKILLS) {
      assertThat(skill.luck()).isCloseTo(fair, within(0.004)).isLessThan(0);
    }
  }

  @Test
  void luck_higherFees_isWorseByWhatTheyTake() {
    CallRules dear =
        new CallRules(
            CallRules.DEFAULT.latency(),
            0.02,
            CallRules.DEFAULT.lateness(),
            CallRules.DEFAULT.silence());
    double cheap = SKILLS.getFirst().luck();
    assertThat(Truth.of(CROWD, dear).getFirst().luck()).isLessThan(cheap - 0.002);
  }

  @Test
  void edge_aCopycat_isNearlyThatOfItsSource() {
    Caller copycat = CROWD.callers().stream().filter(Caller::isCopy).findFirst().orElseThrow();
    double own = SKILLS.get(copycat.number()).edge();
    double source = SKILLS.get(copycat.source()).edge();
    assertThat(own).isCloseTo(source, within(0.0005)).isPositive();
  }

  @Test
  void of_theSameCrowd_isTheSameToTheLastBit() {
    assertThat(Truth.of(CROWD, CallRules.DEFAULT)).isEqualTo(SKILLS);
  }

  @Test
  void correlation_isThatOfRanks() {
    assertThat(Ranks.correlation(new double[] {1, 2, 3}, new double[] {10, 20, 1000})).isEqualTo(1);
    assertThat(Ranks.correlation(new double[] {1, 2, 3}, new double[] {3, 2, 1})).isEqualTo(-1);
    assertThat(Ranks.correlation(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4}))
        .isCloseTo(0.8, within(1e-12));
    assertThat(Ranks.correlation(new double[] {1, 2, 3}, new double[] {1, 1, 2}))
        .isCloseTo(Math.sqrt(0.75), within(1e-12));
    assertThat(Ranks.correlation(new double[] {1}, new double[] {1})).isNaN();
  }
}
