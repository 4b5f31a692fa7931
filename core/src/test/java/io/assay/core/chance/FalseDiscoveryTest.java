package io.assay.core.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
  /// The example of Benjamini and Hochberg's paper of 1995 (15 tests, of which 4 are rejected).
  @Test
  void rejected_theExampleOfThePaper_isItsAnswer() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };

    boolean[] rejected = FalseDiscovery.rejected(p, 0.05);

    assertThat(rejected).startsWith(true, true, true, true, false, false);
    assertThat(count(rejected)).isEqualTo(4);
  }

  @Test
  void rejected_inAnyOrder_isPerTest() {
    assertThat(FalseDiscovery.rejected(new double[] {0.9, 0.01, 0.5}, 0.05))
        .containsExactly(false, true, false);
  }

  @Test
  void rejected_aLaterOnePasses_earlierOnesPassWithIt() {
    assertThat(FalseDiscovery.rejected(new double[] {0.04, 0.045}, 0.05))
        .containsExactly(true, true);
  }

  @Test
  void rejected_ties_goTogether() {
    assertThat(count(FalseDiscovery.rejected(new double[] {0.02, 0.02, 0.02, 0.9}, 0.05)))
        .isEqualTo(3);
  }

  @Test
  void rejected_noTests_isNone() {
    assertThat(FalseDiscovery.rejected(new double[0], 0.05)).isEmpty();
  }

  @Test
  void rejected_nothingSmall_isNone() {
    assertThat(count(FalseDiscovery.rejected(new double[] {0.06, 0.2, 1}, 0.05))).isZero();
  }

  private static int count(boolean[] rejected) {
    int count = 0;
    for (boolean one : rejected) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
