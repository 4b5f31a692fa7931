package io.assay.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class CheckResultTest {
  @Test
  void with_figures_keepsTheirOrder() {
    CheckResult result = CheckResult.up("fine").with("queue", 12).with("connected", true);
    assertThat(result.figures())
        .containsExactly(Map.entry("queue", 12), Map.entry("connected", true));
    assertThat(result.status()).isEqualTo(CheckResult.Status.UP);
    assertThat(result.detail()).isEqualTo("fine");
  }

  @Test
  void with_somethingThatMayChange_isRefused() {
    assertThatThrownBy(() -> CheckResult.up().with("calls", new ArrayList<>()))
        .hasMessageContaining("figure calls is a ArrayList");
  }

  @Test
  void unknown_isNoAnswer() {
    assertThatThrownBy(() -> new CheckResult(CheckResult.Status.UNKNOWN, "", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void detail_ofManyLines_becomesOne() {
    assertThat(CheckResult.down("one\n  two\r\nthree").detail()).isEqualTo("one two three");
    assertThat(CheckResult.down("x".repeat(5_000)).detail()).hasSize(400).endsWith("…");
  }

  @Test
  void failed_withAFault_isSaidInItsWords() {
    Fault fault = new Fault(ErrorKind.FATAL, "the key was revoked: set price.key", null);
    CheckResult result = CheckResult.failed(new ExecutionException(new IOException("x", fault)));
    assertThat(result.status()).isEqualTo(CheckResult.Status.DOWN);
    assertThat(result.detail()).isEqualTo("the key was revoked: set price.key");
    assertThat(result.figures()).containsEntry("kind", "fatal");
  }

  @Test
  void failed_withAnythingElse_isNamed() {
    CheckResult refused = CheckResult.failed(new ConnectException("refused"));
    assertThat(refused.detail()).isEqualTo("ConnectException: refused");
    assertThat(refused.figures()).containsEntry("kind", "temporary");
    CheckResult bug = CheckResult.failed(new IllegalStateException());
    assertThat(bug.detail()).isEqualTo("IllegalStateException");
    assertThat(bug.figures()).containsEntry("kind", "bug");
  }
}
