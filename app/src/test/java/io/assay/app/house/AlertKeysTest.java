package io.assay.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.alert.Silence;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertKeysTest {
  private static Silence silence(String key) {
    return new Silence(
        key, AlertKeys.rule(key), AlertKeys.instance(key), Instant.MAX, "operator", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "dead*", "dead_letters", "component_down.ledger", "component_down.le*"})
  void key_thatMeansSomething_isShownAsItWasAsked(String key) {
    assertThat(AlertKeys.isOfARule(key)).isTrue();
    assertThat(AlertKeys.of(silence(key))).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "dead", "nonsense*", "nonsense.*", "de*d_letters", "."})
  void key_ofNoRule_isNone(String key) {
    assertThat(AlertKeys.isOfARule(key)).isFalse();
  }
}
