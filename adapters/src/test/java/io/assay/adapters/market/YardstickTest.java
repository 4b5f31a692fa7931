package io.assay.adapters.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.adapters.provider.Bar;
import io.assay.core.price.CandleBlock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class YardstickTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// Three minutes from 600 on: 1 → 2, 2 → 4, 4 → 8.
  private final Yardstick ours =
      new Yardstick(
          List.of(
              CandleBlock.of(MINUTE, List.of("600,1,2,1,2,1", "660,2,4,2,4,1", "720,4,8,4,8,1"))));

  @Test
  void ratio_ofTheSameCandles_isOne() {
    assertThat(
            ours.ratioOfCandles(
                List.of(
                    CandleBlock.of(
                        MINUTE, List.of("600,1,2,1,2,1", "660,2,4,2,4,1", "720,4,8,4,8,1")))))
        .hasValue(1);
  }

  @Test
  void ratio_isTheMedian_sothatOneOddCandleSaysNothing() {
    assertThat(
            ours.ratioOfCandles(
                List.of(
                    CandleBlock.of(
                        MINUTE,
                        List.of("600,3,6,3,6,1", "660,6,4000,6,4000,1", "720,12,24,12,24,1")))))
        .hasValue(3);
  }

  @Test
  void ratio_ofCandlesOfAnotherLength_isOfTheirOpensAndCloses() {
    assertThat(
            ours.ratioOfCandles(
                List.of(CandleBlock.of(Duration.ofMinutes(2), List.of("600,1,4,1,4,1")))))
        .hasValue(1);
  }

  @Test
  void ratio_ofPoints_isOfTheNearerEndOfTheCandleThatHoldsThem() {
    assertThat(ours.ratioOfPoints(List.of(Bar.sampled(601, "2")))).hasValue(2);
    assertThat(ours.ratioOfPoints(List.of(Bar.sampled(659, "2")))).hasValue(1);
    assertThat(
            ours.ratioOfPoints(List.of(Bar.sampled(601, "2"), Bar.sampled(661, "2"))).orElseThrow())
        .isEqualTo(1.5, within(1e-12));
  }

  @Test
  void ratio_withoutAnInstantInCommon_isNone() {
    assertThat(ours.ratioOfPoints(List.of(Bar.sampled(599, "2"), Bar.sampled(780, "2")))).isEmpty();
    assertThat(ours.ratioOfCandles(List.of())).isEmpty();
    Yardstick gap =
        new Yardstick(List.of(CandleBlock.of(MINUTE, List.of("600,1,1,1,1,", "6000,1,1,1,1,"))));
    assertThat(gap.ratioOfPoints(List.of(Bar.sampled(700, "2")))).isEmpty();
  }

  @Test
  void marks_areBeginningMiddleAndEnd() {
    assertThat(ours.marks()).containsExactly(600_000, 660_000, 720_000);
    assertThat(new Yardstick(List.of(CandleBlock.of(MINUTE, List.of("600,1,1,1,1,")))).marks())
        .containsExactly(600_000);
    assertThat(ours.first()).isEqualTo(1);
  }
}
