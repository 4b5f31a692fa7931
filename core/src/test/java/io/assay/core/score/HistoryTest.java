package io.assay.core.score;

import static io.assay.core.score.Calls.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.score.Score.Factor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static History of(double[] points, double[] gains) {
    History history = History.NONE;
    for (int i = 0; i < points.length; i++) {
      history = history.plus(new History.Pair(id(i), points[i], gains[i]));
    }
    return history;
  }

  private static double[] rising(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i;
    }
    return values;
  }

  /// The ten students of Spearman's textbook example, IQ against hours of television: −29/165.
  @Test
  void rankCorrelation_ofTheTextbook_isTheTextbooks() {
    double[] iq = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    double[] hours = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
    assertThat(RankCorrelation.of(iq, hours)).isCloseTo(-29.0 / 165, within(1e-12));
    assertThat(of(iq, hours).correlation()).isCloseTo(-29.0 / 165 * 10 / 40, within(1e-12));
  }

  /// Ranks 1, 2.5, 2.5, 4 against 1, 2, 3.5, 3.5: deviations −1.5, 0, 0, 1.5 and −1.5, −.5, 1, 1
  /// give 3.75 / √(4.5 · 4.5).
  @Test
  void rankCorrelation_ofTies_sharesTheirRanks() {
    double[] one = {1, 5, 5, 9};
    double[] other = {2, 3, 7, 7};
    assertThat(RankCorrelation.of(one, other)).isCloseTo(3.75 / 4.5, within(1e-12));
  }

  @Test
  void rankCorrelation_ofWhatIsAlike_isMissing() {
    assertThat(RankCorrelation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    assertThat(RankCorrelation.of(new double[] {3}, new double[] {1})).isNaN();
  }

  @Test
  void correlation_underTenCalls_isMissing() {
    assertThat(of(rising(9), rising(9)).correlation()).isNaN();
    assertThat(of(rising(10), rising(10)).correlation()).isCloseTo(10.0 / 40, within(1e-12));
    assertThat(of(rising(90), rising(90)).correlation()).isCloseTo(90.0 / 120, within(1e-12));
  }

  @Test
  void factor_ofACorrelation_liesAboutFifty() {
    List<Factor> factors = new ArrayList<>();
    of(rising(90), rising(90)).addTo(factors);
    assertThat(factors.getFirst().points()).isCloseTo(50 + 50 * 0.75, within(1e-9));
    assertThat(factors.getFirst().evidence())
        .isEqualTo("scores and returns of 90 settled calls correlate by 0.75, shrunk");
    of(rising(9), rising(9)).addTo(factors);
    of(rising(30), new double[30]).addTo(factors);
    assertThat(factors).hasSize(1);
  }

  @Test
  void plus_theTwoHundredAndFirst_letsTheFirstGo() {
    History history = of(rising(201), rising(201));
    assertThat(history.pairs()).hasSize(200);
    assertThat(history.pairs().getFirst().call()).isEqualTo(id(1));
    assertThat(history.without(id(100)).pairs()).hasSize(199);
  }
}
