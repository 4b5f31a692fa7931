package io.assay.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.Time;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A server with a treasure and a deed, for whoever would like to have the one and do the other.
final class Target implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private static final AccessToken TOKEN = AccessToken.of("a-secret-of-32-letters-or-so");
  private static final WebSettings.Bounds BOUNDS =
      new WebSettings.Bounds(
          8, 64, 8 << 10, 64 << 10, 128, Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final AtomicInteger deeds = new AtomicInteger();
  private final WebServer server =
      new WebServer(
          new WebSettings("127.0.0.1", 0, Set.of(), BOUNDS),
          TOKEN,
          List.of(
              Resource.of("/secret", () -> Map.of("the", "treasure")),
              Resource.of(
                  "/fail",
                  () -> {
                    throw new StackOverflowError("of the house");
                  }),
              Action.postJson("/act", this::act)),
          new SimpleMeterRegistry(),
          Time.SYSTEM);

  private Answer act(Request request) throws IOException {
    request.body(Map.class);
    deeds.incrementAndGet();
    return Answer.done();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    deeds.set(0);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }

  int port() {
    return server.port();
  }

  /// The lines with `PORT` and `TOKEN` filled in.
  String filled(String... lines) {
    return String.join("\r\n", lines)
        .replace("PORT", Integer.toString(port()))
        .replace("TOKEN", "Authorization: " + TOKEN.authorization());
  }

  /// Sends the lines and hears the answer.
  Wire.Heard say(String... lines) throws IOException {
    return Wire.say(port(), filled(lines));
  }

  /// A problem with one of these statuses, nothing given away and nothing done.
  void assertRefused(Wire.Heard heard, Integer... statuses) {
    assertThat(heard.status()).as(heard.body()).isIn((Object[]) statuses);
    assertThat(heard.body()).doesNotContain("treasure").doesNotContain("Exception");
    assertThat(heard.header("content-type")).isEqualTo(Problem.TYPE);
    assertThat(heard.json().get("status").asInt()).isEqualTo(heard.status());
    assertThat(heard.headers()).doesNotContainKey("server");
    assertThat(deeds).hasValue(0);
  }
}
