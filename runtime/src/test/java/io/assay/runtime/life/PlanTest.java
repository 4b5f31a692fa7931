package io.assay.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static Component part(String name, Phase phase, String... needs) {
    return Component.of(name, phase).needing(needs);
  }

  private static List<String> ranks(Component... components) {
    return Plan.of(List.of(components)).ranks().stream()
        .map(rank ->
            rank.phase()
                + " "
                + String.join(" ", rank.components().stream().map(Component::name).toList()))
        .toList();
  }

  @Test
  void ranks_holdWhatNeedsNothingOfEachOther() {
    assertThat(
            ranks(
                part("tables", Phase.INITIALIZE, "ledger"),
                part("ledger", Phase.INITIALIZE),
                part("log", Phase.INITIALIZE)))
        .containsExactly("INITIALIZE ledger log", "INITIALIZE tables");
  }

  @Test
  void ranks_goThroughThePhasesInOrder() {
    assertThat(
            ranks(
                part("intake", Phase.RUN),
                part("checkpoints", Phase.RECOVER),
                part("telegram", Phase.CONNECT),
                part("ledger", Phase.INITIALIZE)))
        .containsExactly(
            "INITIALIZE ledger", "CONNECT telegram", "RECOVER checkpoints", "RUN intake");
  }

  @Test
  void phase_ofWhatNeedsALaterOne_isThatOne() {
    Component early = part("early", Phase.INITIALIZE, "telegram");
    Component telegram = part("telegram", Phase.CONNECT);
    assertThat(Plan.of(List.of(early, telegram)).phase(early)).isEqualTo(Phase.CONNECT);
    assertThat(ranks(early, telegram)).containsExactly("CONNECT telegram", "CONNECT early");
  }

  @Test
  void cycle_isNamed() {
    assertThatThrownBy(() ->
            ranks(part("a", Phase.RUN, "b"), part("b", Phase.RUN, "c"), part("c", Phase.RUN, "b")))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.FATAL))
        .hasMessage("components need each other: b → c → b");
  }

  @Test
  void cycle_ofOne_isNamed() {
    assertThatThrownBy(() -> ranks(part("a", Phase.RUN, "a")))
        .hasMessage("components need each other: a → a");
  }

  @Test
  void needOfWhatIsNotThere_isNamed() {
    assertThatThrownBy(() -> ranks(part("a", Phase.RUN, "ledgr")))
        .isInstanceOf(Fault.class)
        .hasMessage("a needs ledgr, which is not there");
  }

  @Test
  void nameGivenTwice_isNamed() {
    assertThatThrownBy(() -> ranks(part("a", Phase.RUN), part("a", Phase.CONNECT)))
        .isInstanceOf(Fault.class)
        .hasMessage("there are two components a");
  }

  @Test
  void longChain_isOneRankEach() {
    Component[] chain = new Component[500];
    chain[0] = part("0", Phase.RUN);
    for (int i = 1; i < chain.length; i++) {
      chain[i] = part("" + i, Phase.RUN, "" + (i - 1));
    }
    assertThat(ranks(chain)).hasSize(500).startsWith("RUN 0").endsWith("RUN 499");
  }

  @Test
  void component_withoutANameOrInVerify_isRefused() {
    assertThatThrownBy(() -> Component.of(" ", Phase.RUN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Component.of("a", Phase.VERIFY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
