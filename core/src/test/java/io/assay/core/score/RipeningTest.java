package io.assay.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.score.Ripening.Wins;
import io.assay.core.score.Ripening.Wins.Count;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RipeningTest {
  /// A call that was decided on a day and matures on another.
  private record Decided(int bin, boolean win, long day, long today) {
    Count count() {
      return Count.of(win, 100 + bin);
    }
  }

  private static Ripening of(List<Decided> calls) {
    Ripening ripening = Ripening.NONE;
    for (Decided call : calls) {
      ripening = ripening.plus(call.bin, call.count(), call.day, call.today);
    }
    return ripening;
  }

  private static List<Decided> some() {
    Random random = new Random(42);
    List<Decided> calls = new ArrayList<>();
    for (long today = 100; today < 140; today++) {
      for (int i = random.nextInt(4); i > 0; i--) {
        calls.add(
            new Decided(random.nextInt(3), random.nextBoolean(), today + random.nextInt(8), today));
      }
    }
    return calls;
  }

  @Test
  void asOf_aCall_countsItFromTheDayAfterItMatured() {
    Ripening one = Ripening.NONE.plus(4, Count.of(true, 9), 107, 100);
    assertThat(one.asOf(107)).isEqualTo(Wins.NONE);
    assertThat(one.asOf(108).in(4)).isEqualTo(new Count(1, 1, 9));
    assertThat(one.asOf(108).all()).isEqualTo(new Count(1, 1, 9));
  }

  @Test
  void asOf_anyDay_isTheSumOfWhatHadMatured() {
    List<Decided> calls = some();
    Ripening ripening = of(calls);
    long last = calls.getLast().today;
    for (long day = last; day < last + 10; day++) {
      long asOf = day;
      List<Decided> mature = calls.stream().filter(call -> call.day < asOf).toList();
      long wins = mature.stream().filter(call -> call.win).count();
      long expected = mature.stream().mapToLong(call -> 100 + call.bin).sum();
      assertThat(ripening.asOf(day).all()).isEqualTo(new Count(mature.size(), wins, expected));
    }
  }

  @Test
  void plus_keepsNoDayThatIsPast() {
    Ripening ripening = of(some());
    assertThat(ripening.green().keySet()).allMatch(day -> day >= some().getLast().today);
  }

  @Test
  void plus_onOneDayInAnyOrder_isTheSame() {
    List<Decided> calls = new ArrayList<>(some());
    calls.replaceAll(call -> new Decided(call.bin, call.win, call.day, 140));
    Ripening one = of(calls);
    Collections.shuffle(calls, new Random(7));
    assertThat(of(calls)).isEqualTo(one);
  }

  @Test
  void minus_whatWasAdded_ripeOrGreen_isAsIfItHadNeverBeen() {
    List<Decided> calls = some();
    for (int i = 0; i < calls.size(); i++) {
      List<Decided> others = new ArrayList<>(calls);
      Decided gone = others.remove(i);
      Ripening without = of(calls).minus(gone.bin, gone.count(), gone.day, 141);
      assertThat(without.asOf(160)).isEqualTo(of(others).asOf(160));
      assertThat(without.asOf(142)).isEqualTo(of(others).asOf(142));
    }
  }

  @Test
  void minus_whatNeverWas_isRefused() {
    assertThatThrownBy(
            () -> Ripening.NONE.plus(1, Count.of(false, 1), 5, 9).minus(1, Count.of(true, 1), 5, 9))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
