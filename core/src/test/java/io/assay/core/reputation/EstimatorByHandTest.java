package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.chance.StudentT;
import io.assay.core.message.ChannelId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The estimator on a table that can be checked with a pocket calculator. Every constant below was
/// computed apart from this code, with thirty digits, from the rounded utilities that a cell holds:
///
/// ```
/// R = 1.5   u = ln 1.05 = +0.048790164   u² = 0.002380480
/// R = 1.0   u = ln 1.00 =  0             u² = 0
/// R = 0.5   u = ln 0.95 = −0.051293294   u² = 0.002631002
///
/// channel A   age 0 d, R 1.5, w 1      channel B   age 0 d,  R 0.5, w 1
///             age 30 d, R 0.5, w 1/2               age 30 d, R 1.0, w 1/2
///             age 60 d, R 1.5, w 1/4
/// ```
class EstimatorByHandTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final long TODAY = 20_000;
  private static final String POOL = "solana/micro";
  private static final ChannelId A = new ChannelId(1);
  private static final ChannelId B = new ChannelId(2);

  /// b = ½ ln 1.05 + ½ ln 0.95: luck without costs.
  private static final double LUCK = -0.00125156510906;

  private final Map<DayKey, DayCell> cells = new HashMap<>();

  private void call(ChannelId channel, long age, double gross) {
    DayCell cell = DayCell.EMPTY.plus(Utility.of(gross));
    cells.merge(new DayKey(channel, POOL, TODAY - age), cell, DayCell::plus);
  }

  private void table() {
    call(A, 0, 1.5);
    call(A, 30, 0.5);
    call(A, 60, 1.5);
    call(B, 0, 0.5);
    call(B, 30, 1.0);
  }

  private ChannelDays days(ChannelId channel) {
    return ChannelDays.of(cells, TODAY).stream()
        .filter(days -> days.channel().equals(channel))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void moments_areThoseOfTheTable() {
    table();
    Series a = days(A).known();
    // Σw = 1 + 1/2 + 1/4; Σw² = 1 + 1/4 + 1/16 = 1.3125; n_eff = 1.75²/1.3125 = 7/3
    assertThat(a.weight()).isCloseTo(1.75, CLOSE);
    assertThat(a.nEff()).isCloseTo(7 / 3.0, CLOSE);
    // ȳ = (1.25·0.048790164 − 0.5·0.051293294) / 1.75
    assertThat(a.mean()).isCloseTo(0.020194890285714, CLOSE);
    // s² = [Σwu²/Σw − ȳ²]·n_eff/(n_eff − 1), with n_eff/(n_eff − 1) = 7/4
    assertThat(a.freedom()).isCloseTo(4 / 3.0, CLOSE);
    assertThat(a.scatter() / a.freedom()).isCloseTo(0.0035773922111089, CLOSE);

    Series b = days(B).known();
    // n_eff = 1.5²/1.25 = 9/5; ȳ = −0.051293294/1.5
    assertThat(b.nEff()).isCloseTo(1.8, CLOSE);
    assertThat(b.mean()).isCloseTo(-0.034195529333333, CLOSE);
    assertThat(b.scatter() / b.freedom()).isCloseTo(0.0013155009906296, CLOSE);
  }

  @Test
  void variances_areSharedWithinThePool_andShrunk() {
    table();
    Spread spread = Spread.of(ChannelDays.of(cells, TODAY));
    // s_p² = (4/3·0.00357739 + 4/5·0.00131550) / (4/3 + 4/5)
    double pooled = spread.of(days(A));
    assertThat(pooled).isCloseTo(0.0027291830034292, CLOSE);
    assertThat(spread.of(days(B))).isEqualTo(pooled);

    // s̃² = (30·s_p² + (n_eff − 1)·s²)/(30 + n_eff − 1); v = s̃²/n_eff
    Series a = days(A).known();
    assertThat(Spread.freedom(a)).isCloseTo(31 + 1 / 3.0, CLOSE);
    assertThat(Spread.ofMean(a, pooled) * a.nEff()).isCloseTo(0.0027652770122666, CLOSE);
    assertThat(Spread.ofMean(a, pooled)).isCloseTo(0.0011851187195428, CLOSE);
    Series b = days(B).known();
    assertThat(Spread.freedom(b)).isCloseTo(30.8, CLOSE);
    assertThat(Spread.ofMean(b, pooled) * b.nEff()).isCloseTo(0.0026924639901097, CLOSE);
    assertThat(Spread.ofMean(b, pooled)).isCloseTo(0.0014958133278387, CLOSE);
  }

  @Test
  void tails_areStudents() {
    table();
    // t = (ȳ − b)/√v: A 0.6229807031 at ν = 31 1/3, B −0.8517990638 at ν = 30.8
    assertThat(StudentT.above(0.62298070308752, 31 + 1 / 3.0)).isCloseTo(0.26890277855914, CLOSE);
    assertThat(judged(A).tails().better()).isCloseTo(0.26890277855914, CLOSE);
    assertThat(judged(A).tails().worse()).isCloseTo(0.73109722144086, CLOSE);
    assertThat(judged(B).tails().better()).isCloseTo(0.79954981233527, CLOSE);
    assertThat(judged(B).tails().worse()).isCloseTo(0.20045018766473, CLOSE);
  }

  @Test
  void posterior_isTheMixtureOfSixtySpreads() {
    table();
    // τ_j = (j − ½)/60 · 3·sd(ȳ), sd(ȳ) = 0.03845983454421
    assertGrowth(judged(A), 0.0091381180134365, -0.051199087997479, 0.072707460861203);
    assertGrowth(judged(B), -0.020240077398416, -0.090891778818817, 0.044914189251136);
  }

  private static void assertGrowth(Judged judged, double mean, double lower, double upper) {
    assertThat(judged.growth().mean()).isCloseTo(mean, CLOSE);
    assertThat(judged.growth().lower()).isCloseTo(lower, CLOSE);
    assertThat(judged.growth().upper()).isCloseTo(upper, CLOSE);
  }

  /// Twelve calls each, one a day: all won, nine won (lost on the days 2, 6 and 10), every other
  /// won. Σw = 10.60163669423, n_eff = 11.92424433265, s_p² = 0.00158895027.
  ///
  /// ```
  ///              ȳ                 t            p            BH: p₍ₖ₎ ≤ 0.05·k/3
  /// all won      0.048790164       5.0632       0.0000046    ≤ 0.0167   BETTER
  /// nine won     0.0240649389      2.1155       0.0202595    ≤ 0.0333   BETTER
  /// half won    −0.0006734860      0.0459       0.4818208    > 0.05     LUCK
  /// ```
  ///
  /// The second is let through by the rule of Benjamini and Hochberg, and would not be by 0.05/3.
  @Test
  void verdicts_areBenjaminiAndHochbergs() {
    ChannelId half = new ChannelId(3);
    for (int age = 0; age < 12; age++) {
      call(A, age, 1.5);
      call(B, age, age % 4 == 2 ? 0.5 : 1.5);
      call(half, age, age % 2 == 0 ? 1.5 : 0.5);
    }

    assertThat(judged(A).sample().nEff()).isCloseTo(11.92424433265, CLOSE);
    assertThat(days(B).known().mean()).isCloseTo(0.02406493891284, CLOSE);
    assertThat(judged(A).tails().better()).isCloseTo(4.594850093809e-6, CLOSE);
    assertThat(judged(B).tails().better()).isCloseTo(0.02025954618633, CLOSE);
    assertThat(judged(half).tails().better()).isCloseTo(0.4818208430042, CLOSE);
    assertThat(judged(A).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(judged(B).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(judged(half).verdict()).isEqualTo(Verdict.LUCK);
  }

  private Judged judged(ChannelId channel) {
    SortedMap<ChannelId, Judged> judged = Judgements.of(cells, TODAY, LUCK);
    return Objects.requireNonNull(judged.get(channel));
  }
}
