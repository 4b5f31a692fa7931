package io.assay.runtime.measure;

import static io.assay.runtime.measure.Target.Verdict.MET;
import static io.assay.runtime.measure.Target.Verdict.MISSED;
import static io.assay.runtime.measure.Target.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.assay.runtime.measure.Target.Direction;
import io.assay.runtime.measure.Target.Goal;
import io.assay.runtime.measure.Target.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  private static Verdict verdict(Goal goal, double actual) {
    return new Target(goal, () -> Figure.of(actual)).status().verdict();
  }

  @ParameterizedTest
  @CsvSource({"0, MET", "59.9, MET", "60, MET", "60.1, MISSED"})
  void status_ofALatency_isMetFromBelow(double seconds, Verdict verdict) {
    assertThat(verdict(Goal.MESSAGE_PROCESSING_TIME, seconds)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"0, MISSED", "0.699, MISSED", "0.70, MET", "1, MET"})
  void status_ofASuccessRate_isMetFromAbove(double rate, Verdict verdict) {
    assertThat(verdict(Goal.PRICE_FETCH_SUCCESS_RATE, rate)).isEqualTo(verdict);
  }

  @Test
  void status_ofWhatIsNotKnown_isUnknownAndNeverMet() {
    Figure none = Figure.absent("no message yet");
    Target.Status status = new Target(Goal.MESSAGE_PROCESSING_TIME, () -> none).status();
    assertThat(status.verdict()).isEqualTo(UNKNOWN);
    assertThat(status.actual()).isEqualTo(none);
  }

  @Test
  void status_ofAFigureThatFails_isUnknownAndSaysWhy() {
    Target target =
        new Target(
            Goal.AVAILABILITY,
            () -> {
              throw new IllegalStateException("the history is locked");
            });
    assertThat(target.status().verdict()).isEqualTo(UNKNOWN);
    assertThat(target.status().actual())
        .isEqualTo(Figure.absent("could not be had: IllegalStateException: the history is locked"));
  }

  @Test
  void status_asksEachTime() {
    Figure[] now = {Figure.of(0.5)};
    Target target = new Target(Goal.ERROR_RATE, () -> now[0]);
    assertThat(target.status().verdict()).isEqualTo(MISSED);
    now[0] = Figure.of(0.01);
    assertThat(target.status().verdict()).isEqualTo(MET);
  }

  @Test
  void limit_asConfigured_takesThePlaceOfTheUsualOne() {
    Target strict = new Target(Goal.MESSAGE_PROCESSING_TIME, 5, () -> Figure.of(6));
    assertThat(strict.status().verdict()).isEqualTo(MISSED);
    assertThat(strict.status().text())
        .isEqualTo("message_processing_time is 6.000 s, at most 5.000 s wanted");
    assertThat(new Target(Goal.MEMORY_USAGE, () -> Figure.of(3L << 30)).status().text())
        .isEqualTo("memory_usage is 3.0 GB, at most 2.0 GB wanted");
    assertThat(new Target(Goal.AVAILABILITY, () -> Figure.of(0.5)).status().text())
        .isEqualTo("availability is 50.0 %, at least 99.0 % wanted");
  }

  @Test
  void goals_areTheEightOfEverySystem() {
    assertThat(Goal.ALL)
        .extracting(Goal::name, Goal::direction, Goal::limit)
        .containsExactly(
            tuple("message_processing_time", Direction.AT_MOST, 60.0),
            tuple("price_fetch_success_rate", Direction.AT_LEAST, 0.70),
            tuple("tracking_completion_rate", Direction.AT_LEAST, 0.95),
            tuple("data_output_success_rate", Direction.AT_LEAST, 0.99),
            tuple("error_rate", Direction.AT_MOST, 0.05),
            tuple("memory_usage", Direction.AT_MOST, 2_147_483_648.0),
            tuple("availability", Direction.AT_LEAST, 0.99),
            tuple("recovery_time", Direction.AT_MOST, 5.0));
  }

  @Test
  void limit_thatIsNoLimit_isRefused() {
    assertThatThrownBy(() -> new Target(Goal.ERROR_RATE, Double.NaN, () -> Figure.of(0)))
        .hasMessage("the target error_rate needs a limit of 0 or more: NaN");
    assertThatThrownBy(() -> new Target(Goal.ERROR_RATE, -1, () -> Figure.of(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
