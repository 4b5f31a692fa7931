package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.alert.Rule.Breach;
import io.assay.runtime.alert.Rule.Limit;
import io.assay.runtime.alert.Rule.Reading;
import io.assay.runtime.alert.Rule.Unit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
  private static final Limit LIMIT = new Limit(0.85, Unit.RATIO, "raise resources.max_memory");

  private static Reading read(Rule rule) throws Exception {
    return rule.watch().read();
  }

  @Test
  void above_itsLimit_isBreachedInPlainWords() throws Exception {
    assertThat(read(Rule.above("memory_usage", () -> 0.873, LIMIT)))
        .isEqualTo(
            new Reading.Breached(
                List.of(
                    new Breach(
                        "",
                        "87.3 %",
                        "memory_usage is 87.3 %, above 85.0 %: raise resources.max_memory"))));
  }

  @ParameterizedTest
  @CsvSource({"0.84", "0.85", "-Infinity", "NaN"})
  void above_upToItsLimit_isQuiet(double figure) throws Exception {
    assertThat(read(Rule.above("memory_usage", () -> figure, LIMIT)))
        .isEqualTo(new Reading.Quiet());
  }

  @ParameterizedTest
  @CsvSource({"0.86", "0.85", "Infinity", "NaN"})
  void below_downToItsLimit_isQuiet(double figure) throws Exception {
    assertThat(read(Rule.below("success", () -> figure, LIMIT))).isEqualTo(new Reading.Quiet());
  }

  @Test
  void below_itsLimit_isBreached() throws Exception {
    Limit limit = new Limit(1 << 30, Unit.BYTES, "free some");
    Reading reading = read(Rule.below("disk_free", () -> 1 << 20, limit));
    assertThat(reading)
        .isEqualTo(
            new Reading.Breached(
                List.of(
                    new Breach(
                        "", "1.0 MiB", "disk_free is 1.0 MiB, below 1,024.0 MiB: free some"))));
  }

  @ParameterizedTest
  @CsvSource({"RATIO, 0.05, 5.0 %", "SECONDS, 61.23, 61.2 s", "COUNT, 1200, '1,200'"})
  void unit_saysItsFigures(Unit unit, double value, String said) {
    assertThat(unit.say(value)).isEqualTo(said);
  }

  @Test
  void above_isAWarningAtOnce_untilSaidOtherwise() {
    Rule rule = Rule.above("memory_usage", () -> 1, LIMIT);
    assertThat(rule.severity()).isEqualTo(Alert.Severity.WARNING);
    assertThat(rule.lasting()).isZero();
    Rule grave = rule.severity(Alert.Severity.CRITICAL).lasting(Duration.ofMinutes(5));
    assertThat(grave.severity()).isEqualTo(Alert.Severity.CRITICAL);
    assertThat(grave.lasting()).isEqualTo(Duration.ofMinutes(5));
    assertThat(grave.watch()).isSameAs(rule.watch());
  }

  @Test
  void of_noBreaches_isQuiet() {
    assertThat(Reading.of(List.of())).isEqualTo(new Reading.Quiet());
    Breach breach = new Breach("ledger", "down", "locked");
    assertThat(Reading.of(List.of(breach))).isEqualTo(new Reading.Breached(List.of(breach)));
  }

  @Test
  void rules_thatMeanNothing_areRefused() {
    assertThatThrownBy(() -> Rule.above("Memory usage", () -> 1, LIMIT))
        .hasMessage("a rule is named in lower case with underscores, not \"Memory usage\"");
    assertThatThrownBy(() -> Rule.above("m", () -> 1, LIMIT).lasting(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limit(Double.NaN, Unit.COUNT, ""))
        .isInstanceOf(IllegalArgumentException.class);
    Breach breach = new Breach("ledger", "down", "locked");
    assertThatThrownBy(() -> new Reading.Breached(List.of(breach, breach)))
        .hasMessage("two breaches of one instance: \"ledger\"");
    assertThatThrownBy(() -> new Reading.Breached(List.of())).hasMessageContaining("that is Quiet");
    assertThatThrownBy(() -> new Breach("cannot be evaluated", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
