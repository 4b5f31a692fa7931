package io.assay.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.web.AccessToken;
import io.assay.app.web.WebServer;
import io.assay.app.web.WebSettings;
import io.assay.app.web.Wire;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.Time;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A made-up system behind a real server, for all tests of a class; each finds it as new.
public final class Served implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  public static final String SECRET = "a-secret-of-32-letters-or-so";
  static final String BEARER = "Authorization: Bearer " + SECRET;
  static final String JSON = "Content-Type: application/json";
  static final String LINES = "Content-Type: application/x-ndjson";

  public final FakeSystem system = new FakeSystem();
  final MeterRegistry meters = new SimpleMeterRegistry();
  public final WebServer server =
      new WebServer(
          new WebSettings("127.0.0.1", 0),
          AccessToken.of(SECRET),
          system.api().routes(),
          meters,
          Time.SYSTEM);

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    system.deeds.clear();
    system.kept.clear();
    system.calls.clear();
    system.failure = null;
    system.verdict = new SystemView.Verdict(true, List.of());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }

  int port() {
    return server.port();
  }

  Wire.Heard get(String path) throws IOException {
    return Wire.ask(port(), "GET " + path, "");
  }

  /// A request with the token.
  Wire.Heard act(String what, String body, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = BEARER;
    return Wire.ask(port(), what, body, all);
  }

  /// That many letters are kept, under ids from 1.
  public void letters(int count) {
    for (int i = 1; i <= count; i++) {
      system.keep(
          new DeadLetter(
              0, "data_output", "row " + i, "disk full", 3, FakeSystem.NOON, "payload " + i));
    }
  }

  static void assertProblem(Wire.Heard heard, int status, String detail) {
    assertThat(heard.status()).as(heard.body()).isEqualTo(status);
    assertThat(heard.header("content-type")).isEqualTo("application/problem+json");
    assertThat(heard.json().get("status").asInt()).isEqualTo(status);
    assertThat(heard.json().get("type").asString()).isEqualTo("about:blank");
    assertThat(heard.json().get("title").asString()).isNotBlank();
    assertThat(heard.json().get("instance").asString()).startsWith("/");
    assertThat(heard.json().get("detail").asString()).contains(detail);
  }
}
