package io.assay.sim.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private static Map<Archetype, Integer> counted(int channels) {
    Map<Archetype, Integer> counts = new EnumMap<>(Archetype.class);
    Crowd.of(Scenario.of(1, 60, channels))
        .callers()
        .forEach(caller -> counts.merge(caller.archetype(), 1, Integer::sum));
    return counts;
  }

  @Test
  void of_sixtyChannels_isTheBenchmarksPopulationWithThreeExtras() {
    assertThat(counted(60))
        .isEqualTo(
            Map.of(
                Archetype.SKILLED, 12,
                Archetype.AVERAGE, 15,
                Archetype.LATE, 12,
                Archetype.PUMPER, 9,
                Archetype.DELETER, 9,
                Archetype.LUCKY, 1,
                Archetype.COPYCAT, 1,
                Archetype.SPAMMER, 1));
  }

  @Test
  void of_otherNumbers_keepsTheShares() {
    assertThat(counted(10))
        .isEqualTo(
            Map.of(
                Archetype.SKILLED, 2,
                Archetype.AVERAGE, 3,
                Archetype.LATE, 2,
                Archetype.PUMPER, 2,
                Archetype.DELETER, 1));
    assertThat(counted(600))
        .containsEntry(Archetype.SKILLED, 120)
        .containsEntry(Archetype.LUCKY, 1);
  }

  @Test
  void of_theSameScenario_isTheSameCrowdAndAnotherSeedIsAnother() {
    List<Caller> one = Crowd.of(Scenario.of(3, 60, 60)).callers();
    assertThat(Crowd.of(Scenario.of(3, 60, 60)).callers()).isEqualTo(one);
    assertThat(Crowd.of(Scenario.of(4, 60, 60)).callers()).isNotEqualTo(one);
    assertThat(one).extracting(Caller::title).doesNotHaveDuplicates();
  }

  @Test
  void calledAt_allCalls_areSpreadOverThePostingDaysWhateverTheirLength() {
    for (int days : new int[] {31, 60, 400}) {
      Scenario scenario = Scenario.of(1, days, 60);
      Crowd crowd = Crowd.of(scenario);
      for (Caller caller : crowd.callers()) {
        if (caller.archetype() != Archetype.SPAMMER) {
          assertThat(caller.calls()).isBetween(23, 200);
        }
        long before = scenario.from().getEpochSecond();
        long half = before + scenario.postingDays() * 43_200L;
        int firstHalf = 0;
        for (int call = 0; call < caller.calls(); call++) {
          long at = crowd.calledAt(caller.number(), call);
          assertThat(at).isGreaterThan(before);
          assertThat(at).isLessThan(scenario.lastPost().getEpochSecond());
          firstHalf += at < half ? 1 : 0;
          before = at;
        }
        assertThat(firstHalf).isBetween(caller.calls() / 2 - 1, caller.calls() / 2 + 1);
      }
    }
  }

  @Test
  void calledAt_aCopycat_isMinutesAfterASkilledOne() {
    Crowd crowd = Crowd.of(Scenario.of(1, 60, 60));
    Caller copycat = crowd.callers().stream().filter(Caller::isCopy).findFirst().orElseThrow();
    Caller source = crowd.callers().get(copycat.source());
    assertThat(source.archetype()).isEqualTo(Archetype.SKILLED);
    for (int call = 0; call < copycat.calls(); call++) {
      long late = crowd.calledAt(copycat.number(), call) - crowd.calledAt(source.number(), call);
      assertThat(late).isBetween(180L, 360L);
    }
  }

  @Test
  void scenario_tooShortForAnyCallToSettle_saysSo() {
    assertThatThrownBy(() -> Scenario.of(1, 30, 60))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a call is followed for 30 days, so a world lasts 31 to 36500, not 30");
    assertThatThrownBy(() -> Scenario.of(1, 60, 0))
        .hasMessage("there are 1 to 1000 channels, not 0");
  }
}
