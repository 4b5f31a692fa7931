package io.assay.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page in a browser sends, or whoever made it think that this is its server.
class HostileIT {
  @RegisterExtension static final Target target = new Target();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil:PORT"
      })
  void host_thatIsNotOurs_isRefused(String host) throws IOException {
    target.assertRefused(
        target.say("GET /secret HTTP/1.1", "Host: " + host, "Connection: close", "", ""), 421);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "localhost:PORT:1", "localhost:x", "http://localhost:PORT"})
  void host_thatIsNone_isRefused(String host) throws IOException {
    target.assertRefused(
        target.say("GET /secret HTTP/1.1", "Host: " + host, "Connection: close", "", ""), 400, 421);
  }

  @Test
  void host_missingOrTwice_isRefused() throws IOException {
    target.assertRefused(target.say("GET /secret HTTP/1.1", "Connection: close", "", ""), 400);
    target.assertRefused(target.say("GET /secret HTTP/1.0", "", ""), 421);
    target.assertRefused(
        target.say(
            "GET /secret HTTP/1.1",
            "Host: localhost:PORT",
            "Host: evil.example",
            "Connection: close",
            "",
            ""),
        400);
  }

  @Test
  void absoluteForm_mustNameTheSameHouse() throws IOException {
    target.assertRefused(
        target.say(
            "GET http://evil.example/secret HTTP/1.1",
            "Host: localhost:PORT",
            "Connection: close",
            "",
            ""),
        400,
        421);
    target.assertRefused(
        target.say(
            "GET http://evil.example/secret HTTP/1.1",
            "Host: evil.example",
            "Connection: close",
            "",
            ""),
        421);
    Wire.Heard same =
        target.say(
            "GET http://localhost:PORT/secret HTTP/1.1",
            "Host: localhost:PORT",
            "Connection: close",
            "",
            "");
    assertThat(same.status()).isEqualTo(200);
  }

  @Test
  void upgrade_isNotTaken() throws IOException {
    Wire.Heard heard =
        target.say(
            "GET /secret HTTP/1.1",
            "Host: localhost:PORT",
            "Connection: Upgrade, close",
            "Upgrade: websocket",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13",
            "",
            "");
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.headers()).doesNotContainKeys("upgrade", "sec-websocket-accept");
  }

  @Test
  void expectation_ofSomebodyWithoutTheToken_isNotMet() throws IOException {
    Wire.Heard heard =
        target.say(
            "POST /act HTTP/1.1",
            "Host: localhost:PORT",
            "Connection: close",
            "Content-Type: application/json",
            "Content-Length: 60000",
            "Expect: 100-continue",
            "",
            "");
    target.assertRefused(heard, 401); // and no 100 before it
  }

  @Test
  void preflight_isGivenNoLeave() throws IOException {
    Wire.Heard heard =
        target.say(
            "OPTIONS /act HTTP/1.1",
            "Host: localhost:PORT",
            "Connection: close",
            "Origin: http://evil.example",
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: authorization",
            "",
            "");
    target.assertRefused(heard, 405);
    assertThat(heard.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
  }

  @Test
  void form_ofAPageFromElsewhere_isRefusedThreeTimesOver() throws IOException {
    String[] start = {"POST /act HTTP/1.1", "Host: localhost:PORT", "Connection: close"};
    String[] form = {"Content-Type: text/plain", "Content-Length: 2", "", "{}"};
    target.assertRefused(target.say(lines(start, "Origin: http://evil.example", form)), 403);
    target.assertRefused(target.say(lines(start, "X: no origin, no token", form)), 401);
    target.assertRefused(target.say(lines(start, "TOKEN", form)), 415);
  }

  private static String lines(String[] start, String one, String[] end) {
    return String.join("\r\n", start) + "\r\n" + one + "\r\n" + String.join("\r\n", end);
  }

  @Test
  void errorOfTheMachine_isTheSameAsABug() throws IOException {
    Wire.Heard heard =
        target.say("GET /fail HTTP/1.1", "Host: localhost:PORT", "Connection: close", "", "");
    target.assertRefused(heard, 500);
    assertThat(heard.json().get("incident").asString()).isNotBlank();
  }
}
