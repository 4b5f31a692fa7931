package io.assay.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final AccessToken TOKEN = AccessToken.of("a-secret-of-32-letters-or-so");
  private static final String HOST = "127.0.0.1:8787";
  private static final Gate HOME = gate("127.0.0.1");
  private static final Gate OPEN = gate("0.0.0.0");

  private static Gate gate(String host, String... names) {
    WebSettings settings = new WebSettings(host, 0, Set.of(names), WebSettings.Bounds.USUAL);
    return new Gate(settings, TOKEN, 8787);
  }

  private static void assertRefused(int status, Runnable passing) {
    assertThatThrownBy(passing::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:8787",
        "localhost:8787",
        "LocalHost:8787",
        "[::1]:8787",
        "127.9.9.9:8787"
      })
  void admit_loopback_byItsNamesAndPort(String host) {
    assertThatCode(() -> HOME.admit(host)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "evil.example:8787",
        "127.0.0.1",
        "127.0.0.1:8788",
        "127.0.0.1.evil.example:8787",
        "localhost.evil.example:8787",
        "192.168.1.7:8787",
        "0.0.0.0:8787",
        "localhost:8787@evil.example",
        "evil.example@localhost:8787",
        "localhost:8787/",
        "localhost:8787 ",
        "localhost:-8787",
        "localhost:08787x",
        "[::1",
        "::1:8787",
        "2130706433:8787x",
        "локальный:8787"
      })
  void admit_loopback_refusesEveryOtherName(String host) {
    assertRefused(421, () -> HOME.admit(host));
  }

  @Test
  void admit_aNameThatIsConfigured_atAnyPort() {
    Gate gate = gate("127.0.0.1", "Desk.Example");
    assertThatCode(() -> gate.admit("desk.example")).doesNotThrowAnyException();
    assertThatCode(() -> gate.admit("desk.example:443")).doesNotThrowAnyException();
    assertRefused(421, () -> gate.admit("other.example"));
  }

  @Test
  void admit_theHostThatIsBound() {
    assertThatCode(() -> gate("192.168.1.7").admit("192.168.1.7:80")).doesNotThrowAnyException();
    assertThatCode(() -> gate("desk.lan").admit("DESK.lan:9000")).doesNotThrowAnyException();
    assertRefused(421, () -> gate("192.168.1.7").admit("192.168.1.8:8787"));
  }

  @Test
  void admit_everywhere_takesAddressesButNoUnknownName() {
    assertThatCode(() -> OPEN.admit("192.168.1.7:9000")).doesNotThrowAnyException();
    assertThatCode(() -> OPEN.admit("[fe80::1]:9000")).doesNotThrowAnyException();
    assertRefused(421, () -> OPEN.admit("rebound.example:8787"));
  }

  @Test
  void pass_readingOnLoopback_needsNothing() {
    assertThatCode(() -> HOME.pass(Route.Access.READ, HOST, "http://evil.example", null))
        .doesNotThrowAnyException();
  }

  @Test
  void pass_readingBeyondLoopback_needsTheToken() {
    assertRefused(401, () -> OPEN.pass(Route.Access.READ, HOST, null, null));
    assertRefused(401, () -> OPEN.pass(Route.Access.READ, HOST, null, "Bearer no"));
    assertThatCode(() -> OPEN.pass(Route.Access.READ, HOST, null, TOKEN.authorization()))
        .doesNotThrowAnyException();
    assertThatCode(() -> OPEN.pass(Route.Access.OPEN, HOST, null, null)).doesNotThrowAnyException();
  }

  @Test
  void pass_acting_needsTheTokenEvenOnLoopback() {
    assertRefused(401, () -> HOME.pass(Route.Access.ACT, HOST, null, null));
    assertThatCode(() -> HOME.pass(Route.Access.ACT, HOST, null, TOKEN.authorization()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://evil.example",
        "http://127.0.0.1:8788",
        "http://localhost:8787",
        "http://127.0.0.1:8787.evil.example",
        "file://",
        "127.0.0.1:8787"
      })
  void pass_actingFromAnotherOrigin_isRefusedWithTheRightToken(String origin) {
    assertRefused(403, () -> HOME.pass(Route.Access.ACT, HOST, origin, TOKEN.authorization()));
  }

  @Test
  void pass_actingFromItsOwnPages_alsoBehindTls() {
    for (String origin : new String[] {"http://" + HOST, "HTTP://" + HOST, "https://" + HOST}) {
      assertThatCode(() -> HOME.pass(Route.Access.ACT, HOST, origin, TOKEN.authorization()))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer a-secret-of-32-letters-or-s",
        "Bearer a-secret-of-32-letters-or-so-",
        "Bearer A-secret-of-32-letters-or-so",
        "Basic a-secret-of-32-letters-or-so",
        "a-secret-of-32-letters-or-so"
      })
  void pass_aWrongToken_isNone(String presented) {
    assertRefused(401, () -> HOME.pass(Route.Access.ACT, HOST, null, presented));
  }

  @Test
  void pass_theScheme_inAnyCase() {
    assertThatCode(
            () -> HOME.pass(Route.Access.ACT, HOST, null, "bearer  a-secret-of-32-letters-or-so "))
        .doesNotThrowAnyException();
  }
}
