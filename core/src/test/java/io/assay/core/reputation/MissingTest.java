package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.chance.StudentT;
import io.assay.core.message.ChannelId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What calls without a price do to a verdict: BETTER holds only if it holds with all of them at ln
/// (1 − f), a total loss, and WORSE only with all of them at ln(1 + f/2), a take-profit.
class MissingTest {
  private static final long TODAY = 20_000;
  private static final double LUCK = FairGame.of(0).growth();
  private static final ChannelId CHANNEL = new ChannelId(1);

  /// Sixty calls, one a day, of which so many of each ten are won; and missing ones beside them.
  private static SortedMap<Long, DayCell> days(int winsOfTen, int missing, double missingReturn) {
    SortedMap<Long, DayCell> days = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      DayCell cell = DayCell.EMPTY.plus(Utility.of(i * 7 % 10 < winsOfTen ? 1.5 : 0.5));
      if (i < missing) {
        cell =
            Double.isNaN(missingReturn) ? cell.plusMissing() : cell.plus(Utility.of(missingReturn));
      }
      days.put(TODAY - i, cell);
    }
    return days;
  }

  private static Judged judged(SortedMap<Long, DayCell> days) {
    Map<DayKey, DayCell> cells = new HashMap<>();
    days.forEach((day, cell) -> cells.put(new DayKey(CHANNEL, "base/small", day), cell));
    return Objects.requireNonNull(Judgements.of(cells, TODAY, LUCK).get(CHANNEL));
  }

  /// P(T > t) had the missing calls come to this return; the spread of the pool is that of the
  /// known ones.
  private static double p(int winsOfTen, int missing, double missingReturn, int sign) {
    Series known = Series.of(days(winsOfTen, 0, 0), TODAY);
    Series filled = Series.of(days(winsOfTen, missing, missingReturn), TODAY);
    double pooled = known.scatter() / known.freedom();
    double t = (filled.mean() - LUCK) / Math.sqrt(Spread.ofMean(filled, pooled));
    return StudentT.above(sign * t, Spread.freedom(filled));
  }

  @Test
  void better_isTestedAsIfAllMissingWereLost() {
    for (int missing = 1; missing <= 30; missing++) {
      Judged judged = judged(days(8, missing, Double.NaN));
      double lost = p(8, missing, 0, 1);

      assertThat(judged.tails().better()).isEqualTo(Math.max(lost, p(8, 0, 0, 1)));
      assertThat(judged.verdict() == Verdict.BETTER).isEqualTo(lost <= 0.05);
    }
  }

  @Test
  void worse_isTestedAsIfAllMissingWereWon() {
    for (int missing = 1; missing <= 40; missing++) {
      Judged judged = judged(days(2, missing, Double.NaN));
      double won = p(2, missing, 1.5, -1);

      assertThat(judged.tails().worse()).isEqualTo(Math.max(won, p(2, 0, 0, -1)));
      assertThat(judged.verdict() == Verdict.WORSE).isEqualTo(won <= 0.05);
    }
  }

  @Test
  void fewMissing_changeNothing_manyTakeTheVerdictAway() {
    assertThat(judged(days(8, 2, Double.NaN)).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(judged(days(8, 30, Double.NaN)).verdict()).isEqualTo(Verdict.LUCK);
    assertThat(judged(days(2, 2, Double.NaN)).verdict()).isEqualTo(Verdict.WORSE);
    assertThat(judged(days(2, 40, Double.NaN)).verdict()).isEqualTo(Verdict.LUCK);
  }

  @Test
  void missingCalls_neverMakeAVerdict() {
    for (int missing = 0; missing <= 60; missing++) {
      Judged judged = judged(days(5, missing, Double.NaN));

      assertThat(judged.verdict()).isEqualTo(Verdict.LUCK);
      assertThat(judged.tails().better()).isGreaterThanOrEqualTo(p(5, 0, 0, 1));
      assertThat(judged.tails().worse()).isGreaterThanOrEqualTo(p(5, 0, 0, -1));
    }
  }
}
