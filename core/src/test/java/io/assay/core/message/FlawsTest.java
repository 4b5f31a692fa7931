package io.assay.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlawsTest {
  private static Flaw flaw(long line) {
    return new Flaw("dump.jsonl", line, -1, "is no message");
  }

  @Test
  void toString_aFlaw_saysWhereAndWhy() {
    assertThat(flaw(7)).hasToString("dump.jsonl:7: is no message");
    assertThat(new Flaw("a.json", 0, 12, "is empty")).hasToString("a.json (byte 12): is empty");
    assertThat(new Flaw("a.json", 2, 12, "is empty")).hasToString("a.json:2 (byte 12): is empty");
  }

  @Test
  void toString_whatATerminalWouldObey_isNotShown() {
    Flaw hostile = new Flaw("a\nb", 1, -1, "“\u001b[2J\u202e\0” is no time");
    assertThat(hostile).hasToString("a\uFFFDb:1: “\uFFFD[2J\uFFFD\uFFFD” is no time");
  }

  @Test
  void add_few_areAllKept() {
    Flaws.Gathered gathered = new Flaws.Gathered();
    assertThat(gathered.flaws()).isEqualTo(new Flaws(List.of(), 0));
    gathered.add(flaw(1));
    gathered.add(flaw(2));
    assertThat(gathered.flaws()).isEqualTo(new Flaws(List.of(flaw(1), flaw(2)), 2));
    assertThat(gathered.flaws().more()).isZero();
  }

  @Test
  void add_many_keepsTheFirstAndCountsTheRest() {
    Flaws.Gathered gathered = new Flaws.Gathered();
    for (int line = 1; line <= Flaws.SHOWN + 7; line++) {
      gathered.add(flaw(line));
    }
    Flaws flaws = gathered.flaws();
    assertThat(flaws.first()).hasSize(Flaws.SHOWN).last().isEqualTo(flaw(Flaws.SHOWN));
    assertThat(flaws.count()).isEqualTo(Flaws.SHOWN + 7);
    assertThat(flaws.more()).isEqualTo(7);
  }

  @Test
  void new_countsThatCannotBe_areRefused() {
    List<Flaw> one = List.of(flaw(1));
    assertThatThrownBy(() -> new Flaws(one, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Flaws(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
