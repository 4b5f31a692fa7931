package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.measure.Figure.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
  private static final Figure NONE = Figure.absent("no message yet");

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void of_whatIsNoNumber_isRefused(double value) {
    assertThatThrownBy(() -> Figure.of(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_bytes_areExactToTwoToThe53() {
    assertThat(Figure.of((1L << 53) - 1)).isEqualTo(Figure.of(9_007_199_254_740_991d));
  }

  @Test
  void share_ofNothing_isAbsentAndNotZero() {
    assertThat(Figure.share(0, 0, "no message yet")).isEqualTo(NONE);
    assertThat(Figure.share(3, 4, "no message yet")).isEqualTo(Figure.of(0.75));
  }

  @Test
  void over_oneThatIsAbsent_isAbsentForThatReason() {
    assertThat(NONE.over(Figure.of(2))).isEqualTo(NONE);
    assertThat(Figure.of(2).over(NONE)).isEqualTo(NONE);
    assertThat(Figure.of(2).over(Figure.of(0))).isInstanceOf(Figure.Absent.class);
    assertThat(Figure.of(2).over(Figure.of(8))).isEqualTo(Figure.of(0.25));
  }

  @Test
  void max_isOfWhatIsKnown() {
    assertThat(NONE.max(Figure.of(1))).isEqualTo(Figure.of(1));
    assertThat(Figure.of(1).max(NONE)).isEqualTo(Figure.of(1));
    assertThat(Figure.of(1).max(Figure.of(2))).isEqualTo(Figure.of(2));
    assertThat(Figure.of(2).max(Figure.of(1))).isEqualTo(Figure.of(2));
    assertThat(NONE.max(NONE)).isEqualTo(NONE);
  }

  @Test
  void absent_isNeitherAboveNorBelowAnything() {
    assertThat(NONE.isAbove(-1)).isFalse();
    assertThat(NONE.isBelow(1)).isFalse();
    assertThat(NONE.orNaN()).isNaN();
    assertThat(Figure.of(1).isAbove(1)).isFalse();
    assertThat(Figure.of(1).isBelow(1)).isFalse();
  }

  @Test
  void ask_oneThatFails_saysWhyInOneLine() {
    Figure asked =
        Figure.ask(() -> {
          throw new IllegalStateException("the store is closed\nat some place");
        });
    assertThat(asked)
        .isEqualTo(Figure.absent("could not be had: IllegalStateException: the store is closed"));
    assertThat(
            Figure.ask(() -> {
              throw new IllegalStateException();
            }))
        .isEqualTo(Figure.absent("could not be had: IllegalStateException"));
  }

  @ParameterizedTest
  @CsvSource({
    "BYTES, 0, 0 B",
    "BYTES, 1023, 1023 B",
    "BYTES, 1024, 1.0 KB",
    "BYTES, 1610612736, 1.5 GB",
    "BYTES, 5497558138880, 5120.0 GB",
    "RATIO, 0.615, 61.5 %",
    "SECONDS, 0.0123, 0.012 s",
    "COUNT, 12.34, 12.3"
  })
  void text_isForPeople(Unit unit, double value, String text) {
    assertThat(Figure.of(value).text(unit)).isEqualTo(text);
    assertThat(NONE.text(unit)).isEqualTo("no message yet");
  }
}
