package io.assay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FaultTest {
  private final Fault limited =
      new Fault(ErrorKind.TEMPORARY, "asked too often", Duration.ofSeconds(30), null);

  @Test
  void kindOf_fault_isItsOwnHoweverDeepItLies() {
    assertThat(Fault.kindOf(new IllegalStateException(new RuntimeException(limited))))
        .isEqualTo(ErrorKind.TEMPORARY);
    assertThat(Fault.leastWaitOf(new IllegalStateException(limited)))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void kindOf_faultOverInputOrOutput_isTheFaults() {
    IOException refused = new IOException("401", new Fault(ErrorKind.FATAL, "revoked", null));
    assertThat(Fault.kindOf(refused)).isEqualTo(ErrorKind.FATAL);
  }

  @Test
  void kindOf_inputOrOutput_passesByItself() {
    IOException reset = new IOException("connection reset");
    assertThat(Fault.kindOf(reset)).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(Fault.kindOf(new UncheckedIOException(reset))).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(Fault.kindOf(new ExecutionException(reset))).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(Fault.kindOf(new CompletionException(reset))).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(Fault.leastWaitOf(reset)).isZero();
  }

  @Test
  void kindOf_anythingElse_isABug() {
    assertThat(Fault.kindOf(new NullPointerException())).isEqualTo(ErrorKind.BUG);
    assertThat(Fault.kindOf(new OutOfMemoryError("Java heap space"))).isEqualTo(ErrorKind.BUG);
    assertThat(Fault.kindOf(new StackOverflowError())).isEqualTo(ErrorKind.BUG);
    assertThat(Fault.kindOf(new ExecutionException(new IllegalStateException())))
        .isEqualTo(ErrorKind.BUG);
  }

  @Test
  void lineOf_fault_isWhatItSays() {
    assertThat(Fault.lineOf(new IllegalStateException("inner", limited)))
        .isEqualTo("asked too often");
  }

  @Test
  void lineOf_anythingElse_saysWhatItIs() {
    assertThat(Fault.lineOf(new IOException("/var/lib/x"))).isEqualTo("IOException: /var/lib/x");
    assertThat(Fault.lineOf(new UncheckedIOException(new IOException("/var/lib/x"))))
        .isEqualTo("IOException: /var/lib/x");
    assertThat(Fault.lineOf(new StackOverflowError())).isEqualTo("StackOverflowError");
    assertThat(Fault.lineOf(new RuntimeException() {})).startsWith("FaultTest$");
  }

  @Test
  void lineOf_severalLines_isTheFirst() {
    assertThat(Fault.lineOf(new Fault(ErrorKind.BAD_ITEM, "\nno price\nfor this\n", null)))
        .isEqualTo("no price");
    assertThat(Fault.lineOf(new Fault(ErrorKind.BAD_ITEM, " ", null))).isEqualTo("Fault");
  }

  @Test
  void causes_inACircle_end() {
    IllegalStateException outer = new IllegalStateException("outer");
    outer.initCause(new IllegalStateException("inner", outer));
    assertThat(Fault.kindOf(outer)).isEqualTo(ErrorKind.BUG);
  }

  @Test
  void wait_belowNothing_isRefused() {
    assertThatThrownBy(() -> new Fault(ErrorKind.TEMPORARY, "x", Duration.ofSeconds(-1), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
