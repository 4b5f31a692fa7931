package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every place does that keeps alerts of which somebody knows.
public abstract class ToldAlertsContract {
  private static final Instant SINCE = Instant.parse("2024-03-01T10:00:00Z");

  protected abstract Alert.Store open() throws IOException;

  /// The same place after a restart.
  protected abstract Alert.Store reopen(Alert.Store before) throws IOException;

  private static Alert alert(String rule, String instance, @Nullable String acknowledgedBy) {
    return new Alert(
        new Alert.Id(rule, instance),
        Alert.Severity.CRITICAL,
        Alert.State.FIRING,
        SINCE,
        "99 %",
        "the disk is full",
        true,
        acknowledgedBy,
        null);
  }

  @Test
  void keep_afterARestart_isThereWhole() throws IOException {
    Alert.Store store = open();
    store.keep(alert("disk_usage", "", null));
    store.keep(alert("component_down", "web", "ann"));
    assertThat(reopen(store).load())
        .containsExactly(alert("disk_usage", "", null), alert("component_down", "web", "ann"));
  }

  @Test
  void keep_ofAKnownId_takesItsPlace() throws IOException {
    Alert.Store store = open();
    store.keep(alert("component_down", "web", null));
    store.keep(alert("component_down", "fold", null));
    store.keep(alert("component_down", "web", "ann"));
    assertThat(store.load())
        .containsExactly(
            alert("component_down", "fold", null), alert("component_down", "web", "ann"));
  }

  @Test
  void forget_afterARestart_isGone() throws IOException {
    Alert.Store store = open();
    store.keep(alert("disk_usage", "", null));
    store.forget(new Alert.Id("disk_usage", ""));
    store.forget(new Alert.Id("disk_usage", "never there"));
    assertThat(reopen(store).load()).isEmpty();
  }
}
