package io.assay.core.score;

import static io.assay.core.score.Calls.call;
import static io.assay.core.score.Calls.id;
import static io.assay.core.score.Calls.unscored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.reputation.Classic;
import io.assay.core.reputation.Realised;
import io.assay.core.reputation.Tier;
import io.assay.core.score.Ripening.Wins.Count;
import io.assay.core.score.Score.Factor;
import io.assay.core.score.Score.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FormTest {
  private static final double HALF_AN_HOUR = 0.15 * 100 * (0.5 / 24) / 29;

  private static Form of(List<Realised> settled) {
    Form form = Form.NONE;
    for (int i = 0; i < settled.size(); i++) {
      form = form.plus(id(i), settled.get(i));
    }
    return form;
  }

  private static double score(Classic classic) {
    return classic instanceof Classic.Rated(double score, int _, Tier _) ? score : Double.NaN;
  }

  private static List<Realised> some(long seed, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Realised> calls = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double gain = random.nextDouble() < 0.5 ? 0.5 + random.nextDouble() : -0.5;
      long hours = random.nextLong(169);
      calls.add(
          random.nextInt(5) == 0 ? unscored(gain, hours) : call(gain, hours, random.nextDouble()));
    }
    return calls;
  }

  @Test
  void classic_ofSums_isThatOfTheCallsThemselves() {
    for (int n : new int[] {1, 2, 3, 9, 10, 57, 400}) {
      List<Realised> calls = some(n, n);
      assertThat(score(of(calls).classic()))
          .as("%d calls", n)
          .isCloseTo(score(Classic.of(calls)), within(HALF_AN_HOUR + 1e-3));
      assertThat(of(calls).classic().tier()).isEqualTo(Classic.of(calls).tier());
    }
  }

  @Test
  void classic_ofPerfectCalls_isAHundredAndElite() {
    Form form = of(java.util.Collections.nCopies(10, call(2, 3, 1)));
    assertThat(form.classic()).isEqualTo(new Classic.Rated(100, 10, Tier.ELITE));
  }

  @Test
  void classic_ofNothing_isUnrated() {
    assertThat(Form.NONE.classic()).isEqualTo(new Classic.Unrated());
    assertThat(Form.NONE.factors()).isEmpty();
  }

  @Test
  void minus_whatWasAdded_leavesNoTrace() {
    List<Realised> calls = some(11, 30);
    Form all = of(calls);
    for (int i : new int[] {0, 13, 29}) {
      List<Realised> others = new ArrayList<>(calls);
      others.remove(i);
      Form without = all.minus(id(i), calls.get(i));
      assertThat(without.sums()).isEqualTo(of(others).sums());
      assertThat(without.held()).isEqualTo(of(others).held());
      assertThat(without.history().pairs()).extracting(History.Pair::call).doesNotContain(id(i));
    }
    Form none = all;
    for (int i = 0; i < calls.size(); i++) {
      none = none.minus(id(i), calls.get(i));
    }
    assertThat(none).isEqualTo(Form.NONE);
  }

  @Test
  void sums_ofCallsInAnyOrder_areTheSame() {
    List<Realised> calls = some(5, 50);
    assertThat(of(calls.reversed()).sums()).isEqualTo(of(calls).sums());
    assertThat(of(calls.reversed()).held()).isEqualTo(of(calls).held());
  }

  @Test
  void factors_ofAnUnprovenChannel_areMissing() {
    assertThat(of(some(3, 9)).factors()).isEmpty();
    assertThat(of(some(3, 10)).factors()).extracting(Factor::part).contains(Part.REPUTATION);
  }

  @Test
  void factors_sayWhatTheyRestOn() {
    List<Realised> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(call(i < 15 ? 0.5 : -0.5, 24, i / 20.0));
    }
    List<Factor> factors = of(calls).factors();
    assertThat(factors).extracting(Factor::part).containsExactly(Part.REPUTATION, Part.HISTORY);
    assertThat(factors.get(0).evidence())
        .matches("classic score \\d+\\.\\d of 20 settled calls: \\w+");
    assertThat(factors.get(1).points()).as("later and dearer, and worse").isLessThan(50);
  }

  @Test
  void row_readsBack() {
    Form form =
        of(some(21, 300))
            .with(
                Ripening.NONE
                    .plus(0, Count.of(true, 500), 19_000, 19_001)
                    .plus(0, Count.of(false, 7), 19_007, 19_001));
    assertThat(Form.ofBytes(form.toBytes())).isEqualTo(form);
    assertThat(form.history().pairs()).hasSize(200);
    assertThat(Form.ofBytes(Form.NONE.toBytes())).isEqualTo(Form.NONE);
  }
}
