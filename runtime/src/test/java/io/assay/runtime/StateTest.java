package io.assay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void word_isTheNameThatTheOperatorKnows() {
    List<State> all =
        List.of(
            new State.New(),
            new State.Starting(),
            new State.Running(),
            new State.Degraded("slow"),
            new State.Backoff(1, AT, "refused"),
            new State.GaveUp("revoked", Instant.MAX),
            new State.Stopping(),
            new State.Stopped(),
            new State.Failed("boom"));
    assertThat(all.stream().map(State::word))
        .containsExactly(
            "NEW",
            "STARTING",
            "RUNNING",
            "DEGRADED",
            "BACKOFF",
            "GAVE_UP",
            "STOPPING",
            "STOPPED",
            "FAILED");
  }

  @Test
  void next_saysWhatIsToCome() {
    assertThat(new State.New().next()).isEqualTo("starts in its turn");
    assertThat(new State.Starting().next()).isEqualTo("within its deadline");
    assertThat(new State.Degraded("slow").next()).isEqualTo("slow");
    assertThat(new State.Failed("boom").next()).isEqualTo("boom");
  }

  @Test
  void next_whereNothingIsToCome_isEmpty() {
    assertThat(new State.Running().next()).isEmpty();
    assertThat(new State.Stopped().next()).isEmpty();
  }

  @Test
  void next_ofAWait_countsTheAttemptToCome() {
    assertThat(new State.Backoff(2, AT, "refused").next())
        .isEqualTo("attempt 3 at 2026-03-01T12:00:00Z: refused");
    assertThat(new State.Backoff(0, AT, "needs ledger").next()).isEqualTo("needs ledger");
  }

  @Test
  void next_ofGivenUp_saysWhoActsNext() {
    assertThat(new State.GaveUp("revoked", Instant.MAX).next())
        .isEqualTo("waits for an operator: revoked");
    assertThat(new State.GaveUp("refused", AT).next())
        .isEqualTo("once more at 2026-03-01T12:00:00Z: refused");
  }

  @Test
  void backoff_belowNoAttempt_isRefused() {
    assertThatThrownBy(() -> new State.Backoff(-1, AT, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
