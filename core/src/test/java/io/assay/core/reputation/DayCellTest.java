package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayCellTest {
  @Test
  void plus_aUtility_addsItAndItsSquare() {
    DayCell cell = DayCell.EMPTY.plus(Utility.of(1.5)).plus(Utility.of(0.5)).plusMissing();

    assertThat(cell)
        .isEqualTo(new DayCell(2, 48_790_164L - 51_293_294L, 2_380_480L + 2_631_002L, 2, 1));
  }

  @Test
  void plus_inAnyOrderAndInAnyBatches_isTheSame() {
    Random random = new Random(42);
    for (int round = 0; round < 200; round++) {
      List<DayCell> calls = calls(random, 1 + random.nextInt(30));
      DayCell oneByOne = calls.stream().reduce(DayCell.EMPTY, DayCell::plus);
      Collections.shuffle(calls, random);
      int cut = random.nextInt(calls.size() + 1);
      DayCell head = calls.subList(0, cut).stream().reduce(DayCell.EMPTY, DayCell::plus);
      DayCell tail = calls.subList(cut, calls.size()).stream().reduce(DayCell.EMPTY, DayCell::plus);

      assertThat(tail.plus(head)).isEqualTo(head.plus(tail)).isEqualTo(oneByOne);
      assertThat(tail.plus(head).toBytes()).isEqualTo(oneByOne.toBytes());
    }
  }

  private static List<DayCell> calls(Random random, int n) {
    List<DayCell> calls = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean missing = random.nextInt(10) == 0;
      calls.add(
          missing
              ? DayCell.EMPTY.plusMissing()
              : DayCell.EMPTY.plus(Utility.of(StrictMath.exp(4 * random.nextGaussian()))));
    }
    return calls;
  }

  @Test
  void minus_whatWasAdded_isWhatWasThere() {
    DayCell before = DayCell.EMPTY.plus(Utility.of(1.5)).plusMissing();
    DayCell added = DayCell.EMPTY.plus(Utility.of(0.3)).plus(Utility.of(1.2)).plusMissing();

    assertThat(before.plus(added).minus(added)).isEqualTo(before);
    assertThat(before.minus(before)).isEqualTo(DayCell.EMPTY);
    assertThatThrownBy(() -> before.minus(added)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void excess_isWhatCameBackAboveTheStake_upToAHundredTimesIt() {
    assertThat(Utility.excess(Utility.of(1))).isZero();
    assertThat(Utility.excess(Utility.of(1.5))).isCloseTo(500_000_000L, within(6L));
    assertThat(Utility.excess(Utility.of(0))).isCloseTo(-1_000_000_000L, within(6L));
    assertThat(Utility.excess(Utility.of(1e9))).isEqualTo(100_000_000_000L);
  }

  @Test
  void filled_countsWhatIsMissingAtThatUtility() {
    DayCell cell = DayCell.EMPTY.plus(Utility.of(1.2)).plusMissing().plusMissing();

    assertThat(cell.filled(Utility.MISSING_WORST))
        .isEqualTo(DayCell.EMPTY.plus(Utility.of(0)).plus(Utility.of(1.2)).plus(Utility.of(0)));
  }

  @Test
  void ofBytes_ofToBytes_isTheCell() {
    DayCell cell = DayCell.EMPTY.plus(Utility.of(0)).plusMissing();

    assertThat(DayCell.ofBytes(cell.toBytes())).isEqualTo(cell);
    assertThat(DayCell.ofBytes(DayCell.EMPTY.toBytes())).isEqualTo(DayCell.EMPTY);
  }

  @Test
  void ofBytes_sumsWithoutCalls_isRefused() {
    byte[] bytes = new CanonWriter().count(0).signed(-5).count(1).signed(0).count(0).toBytes();

    assertThatThrownBy(() -> DayCell.ofBytes(bytes)).isInstanceOf(CanonException.class);
  }

  @Test
  void cells_thatNoCallsSumUpTo_areRefused() {
    assertThatThrownBy(() -> new DayCell(-1, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DayCell(0, 1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DayCell.EMPTY.plus(Utility.MISSING_WORST - 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DayCell(1, Long.MAX_VALUE, 0, 0, 0).plus(Utility.of(1.5)))
        .isInstanceOf(ArithmeticException.class);
  }
}
