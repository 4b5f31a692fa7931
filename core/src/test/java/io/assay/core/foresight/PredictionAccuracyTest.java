package io.assay.core.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PredictionAccuracyTest {
  private static PredictionAccuracy of(Prediction... predictions) {
    PredictionAccuracy accuracy = PredictionAccuracy.NONE;
    for (Prediction one : predictions) {
      accuracy = accuracy.plus(one);
    }
    return accuracy;
  }

  /// ```
  /// predicted  realised  error   direction
  ///  +0.50      +0.20    +0.30   right      too high
  ///  +0.10      −0.50    +0.60   wrong      too high
  ///  −0.20      −0.30    +0.10   right      too high
  ///  +0.10      +0.50    −0.40   right      too low
  ///   0         +0.25    −0.25   none       too low
  ///  +0.25      +0.25     0      right      neither
  /// ```
  @Test
  void plus_aTable_isWhatTheTableSays() {
    PredictionAccuracy accuracy =
        of(
            Prediction.untimed(0.5, 0.2),
            Prediction.untimed(0.1, -0.5),
            Prediction.untimed(-0.2, -0.3),
            Prediction.untimed(0.1, 0.5),
            Prediction.untimed(0, 0.25),
            Prediction.untimed(0.25, 0.25));

    assertThat(accuracy.n()).isEqualTo(6);
    assertThat(accuracy.directed()).isEqualTo(5);
    assertThat(accuracy.correct()).isEqualTo(4);
    assertThat(accuracy.errors().over()).isEqualTo(3);
    assertThat(accuracy.errors().under()).isEqualTo(2);
    assertThat(accuracy.accuracy()).hasValue(0.8);
    assertThat(accuracy.meanAbsoluteError().orElseThrow()).isCloseTo(1.65 / 6, within(1e-9));
    assertThat(accuracy.meanSquaredError().orElseThrow())
        .isCloseTo((0.09 + 0.36 + 0.01 + 0.16 + 0.0625) / 6, within(1e-9));
    assertThat(accuracy.bias().orElseThrow()).isCloseTo(0.35 / 6, within(1e-9));
    assertThat(accuracy.meanTimingError()).isEmpty();
  }

  @Test
  void timing_isTheTimeTakenBesideTheTimeStated() {
    PredictionAccuracy accuracy =
        of(
            timed(Duration.ofHours(1), Duration.ofHours(3)),
            timed(Duration.ofDays(2), Duration.ofDays(1)),
            Prediction.untimed(0.1, 0.1));

    assertThat(accuracy.timing()).isEqualTo(new PredictionAccuracy.Timing(2, 7_200, 86_400));
    assertThat(accuracy.meanTimingError()).hasValue((7_200 + 86_400) / 2.0);
  }

  private static Prediction timed(Duration predicted, Duration taken) {
    return new Prediction(0.1, 0.1, new Prediction.Timing.Stated(predicted, taken));
  }

  @Test
  void none_hasNoShares() {
    assertThat(PredictionAccuracy.NONE.accuracy()).isEqualTo(OptionalDouble.empty());
    assertThat(PredictionAccuracy.NONE.meanAbsoluteError()).isEmpty();
    assertThat(PredictionAccuracy.NONE.meanSquaredError()).isEmpty();
    assertThat(of(Prediction.untimed(0, 1)).accuracy()).isEmpty();
  }

  @Test
  void plus_absurdTargets_countAsAHundredTimesTheStake() {
    PredictionAccuracy accuracy =
        of(Prediction.untimed(Double.POSITIVE_INFINITY, 0), Prediction.untimed(1e300, 0));

    assertThat(accuracy.meanAbsoluteError()).hasValue(100);
    assertThat(accuracy.meanSquaredError()).hasValue(10_000);
  }

  @Test
  void plus_inAnyOrderAndBatches_isTheSame() {
    Random random = new Random(9);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      predictions.add(
          random.nextBoolean()
              ? Prediction.untimed(random.nextGaussian(), random.nextGaussian())
              : timed(Duration.ofSeconds(random.nextInt(9_999)), Duration.ofSeconds(77)));
    }
    PredictionAccuracy inOrder = of(predictions.toArray(Prediction[]::new));
    Collections.shuffle(predictions, random);
    PredictionAccuracy head = of(predictions.subList(0, 120).toArray(Prediction[]::new));
    PredictionAccuracy tail = of(predictions.subList(120, 300).toArray(Prediction[]::new));

    assertThat(tail.plus(head)).isEqualTo(inOrder);
    assertThat(PredictionAccuracy.ofBytes(inOrder.toBytes())).isEqualTo(inOrder);
  }

  @Test
  void ofBytes_thatNoPredictionsAddUpTo_isRefused() {
    CanonWriter out = new CanonWriter().count(1).count(1).count(2);
    for (int i = 0; i < 8; i++) {
      out.count(0);
    }

    assertThatThrownBy(() -> PredictionAccuracy.ofBytes(out.toBytes()))
        .isInstanceOf(CanonException.class);
    assertThatThrownBy(() -> Prediction.untimed(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> timed(Duration.ofHours(-1), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
