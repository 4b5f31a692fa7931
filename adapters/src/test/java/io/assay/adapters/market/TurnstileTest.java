package io.assay.adapters.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private static final Duration TOOK = Duration.ofMillis(200);

  private final Market.Clock clock = new Market.Clock();
  private final Turnstile turnstile =
      new Turnstile("somebody", Budget.inMemory(6_000), () -> clock.now);

  @Test
  void enter_afterManyFailures_isShutAndLetsOneFindOut() {
    for (int i = 0; i < 5; i++) {
      assertThat(turnstile.enter(true)).isTrue();
      turnstile.failed(fault(ErrorKind.TEMPORARY, Duration.ZERO), TOOK);
    }
    assertThat(turnstile.enter(true)).isFalse();
    assertThat(turnstile.state()).isEqualTo(Turnstile.State.FAILING);
    clock.pass(15_001);
    assertThat(turnstile.enter(true)).isTrue();
    assertThat(turnstile.enter(true)).as("only one finds out").isFalse();
    turnstile.succeeded(TOOK);
    assertThat(turnstile.enter(true)).isTrue();
    assertThat(turnstile.state()).isEqualTo(Turnstile.State.OPEN);
    assertThat(turnstile.trouble()).isEmpty();
  }

  @Test
  void enter_whileTheServerDemandsAWait_isShut() {
    assertThat(turnstile.enter(true)).isTrue();
    turnstile.failed(fault(ErrorKind.TEMPORARY, Duration.ofSeconds(30)), TOOK);
    assertThat(turnstile.state()).isEqualTo(Turnstile.State.THROTTLED);
    assertThat(turnstile.waitMillis(true)).isEqualTo(30_000);
    clock.pass(30_000);
    assertThat(turnstile.enter(true)).isTrue();
  }

  @Test
  void enter_whileTheServerDemandsWaitsAgainAndAgain_waitsLonger() {
    long last = 0;
    for (int i = 0; i < 5; i++) {
      assertThat(turnstile.enter(true)).isTrue();
      turnstile.failed(fault(ErrorKind.TEMPORARY, Duration.ofSeconds(1)), TOOK);
      long wait = turnstile.waitMillis(true);
      assertThat(wait).isGreaterThan(last);
      last = wait;
      clock.pass(wait);
    }
  }

  @Test
  void enter_afterARefusal_isShutForTenMinutes() {
    assertThat(turnstile.enter(true)).isTrue();
    turnstile.failed(fault(ErrorKind.OPERATIONAL, Duration.ZERO), TOOK);
    assertThat(turnstile.state()).isEqualTo(Turnstile.State.REFUSED);
    assertThat(turnstile.enter(true)).isFalse();
    assertThat(turnstile.trouble()).isEqualTo("it went wrong");
    clock.pass(600_000);
    assertThat(turnstile.enter(true)).isTrue();
  }

  @Test
  void expectedSeconds_ofASlowOrFailingOne_grow() {
    double before = turnstile.expectedSeconds();
    turnstile.succeeded(Duration.ofSeconds(5));
    double slow = turnstile.expectedSeconds();
    turnstile.failed(fault(ErrorKind.TEMPORARY, Duration.ZERO), TOOK);
    assertThat(slow).isGreaterThan(before);
    assertThat(turnstile.expectedSeconds()).isGreaterThan(slow);
  }

  private static Fault fault(ErrorKind kind, Duration leastWait) {
    return new Fault(kind, "it went wrong", leastWait, null);
  }
}
