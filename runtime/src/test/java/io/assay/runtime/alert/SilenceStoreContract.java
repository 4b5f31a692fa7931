package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every place that keeps silences does.
public abstract class SilenceStoreContract {
  private static final Instant NOW = Instant.parse("2024-03-01T10:00:00Z");

  protected abstract Silence.Store open() throws IOException;

  /// The same place after a restart.
  protected abstract Silence.Store reopen(Silence.Store before) throws IOException;

  private static Silence silence(String id, @Nullable String rule, @Nullable String instance) {
    return new Silence(id, rule, instance, NOW.plus(Duration.ofHours(2)), "ann", "new disk");
  }

  @Test
  void keep_afterARestart_isThereWhole() throws IOException {
    Silence.Store store = open();
    Silence byRule = silence("a", "disk_full", null);
    Silence byInstance = silence("b", null, "ledger");
    store.keep(byRule);
    store.keep(byInstance);
    assertThat(reopen(store).load()).containsExactly(byRule, byInstance);
  }

  @Test
  void keep_ofAKnownId_takesItsPlace() throws IOException {
    Silence.Store store = open();
    store.keep(silence("a", "disk_full", null));
    store.keep(silence("a", "memory", null));
    assertThat(store.load()).containsExactly(silence("a", "memory", null));
  }

  @Test
  void forget_afterARestart_isGone() throws IOException {
    Silence.Store store = open();
    store.keep(silence("a", "disk_full", null));
    store.forget("a");
    store.forget("never there");
    assertThat(reopen(store).load()).isEmpty();
  }
}
