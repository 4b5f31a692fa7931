package io.assay.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// The life of a server: starts, restarts, and an end that nothing holds up.
class WebServerIT {
  private static final AccessToken TOKEN = AccessToken.of("a-secret-of-32-letters-or-so");
  private static final WebSettings.Bounds SHORT =
      new WebSettings.Bounds(
          4, 2, 8 << 10, 1 << 10, 128, Duration.ofMillis(500), Duration.ofMillis(200));
  private static final Route HELLO = Resource.of("/hello", () -> Map.of("hello", "you"));

  private static WebServer server(int port, Route... routes) {
    WebSettings settings = new WebSettings("127.0.0.1", port, Set.of(), SHORT);
    return new WebServer(settings, TOKEN, List.of(routes), new SimpleMeterRegistry(), Time.SYSTEM);
  }

  private static WebServer started(int port, Route... routes) {
    WebServer server = server(port, routes);
    server.start();
    return server;
  }

  private static Route waiting(CountDownLatch arrived, CountDownLatch released, boolean stubborn) {
    return new Resource(
        "/wait",
        Route.Access.READ,
        _ -> {
          arrived.countDown();
          await(released, stubborn);
          return Answer.done();
        });
  }

  private static void await(CountDownLatch latch, boolean stubborn) throws InterruptedException {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        if (!stubborn) {
          throw e;
        }
      }
    }
  }

  @Test
  void start_onAnyPort_saysWhichAndAnswers() throws IOException {
    WebServer server = server(0, HELLO);
    assertThat(server.port()).isNegative();
    server.start();
    try {
      assertThat(server.port()).isPositive();
      assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
      assertThat(Wire.ask(server.port(), "GET /hello", "").body()).isEqualTo("{\"hello\":\"you\"}");
    } finally {
      server.stop();
    }
  }

  @Test
  void start_twice_isRefusedAndHarmsNothing() throws IOException {
    WebServer server = started(0, HELLO);
    try {
      assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
      assertThat(Wire.ask(server.port(), "GET /hello", "").status()).isEqualTo(200);
    } finally {
      server.stop();
    }
  }

  @Test
  void start_onATakenPort_isOneLineAndLeavesNothingBehind() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      WebServer server = server(taken.getLocalPort(), HELLO);
      assertThatThrownBy(server::start)
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.OPERATIONAL))
          .hasMessage(
              "cannot listen on 127.0.0.1:%d, is it in use? Choose another with the key web.port"
                  .formatted(taken.getLocalPort()));
      assertThatCode(server::stop).doesNotThrowAnyException();
    }
  }

  @Test
  void stop_letsGoOfThePort_soThatTheNextStartHasIt() throws IOException {
    WebServer first = started(0, HELLO);
    int port = first.port();
    assertThat(Wire.ask(port, "GET /hello", "").status()).isEqualTo(200);
    first.stop();
    assertThatThrownBy(() -> new Wire(port)).isInstanceOf(ConnectException.class);
    WebServer second = started(port, HELLO);
    try {
      assertThat(Wire.ask(port, "GET /hello", "").status()).isEqualTo(200);
    } finally {
      second.stop();
    }
  }

  @Test
  void stop_twiceOrBeforeTheStart_isNothing() {
    WebServer server = server(0, HELLO);
    server.stop();
    server.stop();
    WebServer other = started(0, HELLO);
    other.stop();
    other.stop();
    assertThat(other.port()).isNegative();
  }

  @Test
  void twoServers_liveBesideEachOther() throws IOException {
    WebServer first = started(0, HELLO);
    WebServer second = started(0, HELLO);
    try {
      first.stop();
      assertThat(Wire.ask(second.port(), "GET /hello", "").status()).isEqualTo(200);
    } finally {
      second.stop();
    }
  }

  @Test
  void stop_withARequestUnderWay_letsItEnd() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    WebSettings settings = new WebSettings("127.0.0.1", 0);
    WebServer server =
        new WebServer(
            settings,
            TOKEN,
            List.of(waiting(arrived, released, false)),
            new SimpleMeterRegistry(),
            Time.SYSTEM);
    server.start();
    try (Wire wire = new Wire(server.port())) {
      wire.send("GET /wait HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n\r\n");
      arrived.await();
      Thread stopping = Thread.ofPlatform().start(server::stop);
      released.countDown();
      assertThat(wire.hear().status()).isEqualTo(204);
      stopping.join();
    }
  }

  @Test
  void stop_withARequestThatHangs_returnsWhileItStillHangs() throws Exception {
    for (boolean stubborn : new boolean[] {false, true}) {
      CountDownLatch arrived = new CountDownLatch(1);
      CountDownLatch released = new CountDownLatch(1);
      WebServer server = started(0, waiting(arrived, released, stubborn));
      try (Wire wire = new Wire(server.port())) {
        wire.send("GET /wait HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n\r\n");
        arrived.await();
        server.stop();
        assertThat(released.getCount()).isOne();
        assertThatThrownBy(() -> new Wire(server.port())).isInstanceOf(Exception.class);
      } finally {
        released.countDown();
      }
    }
  }

  @Test
  void requests_areAnsweredByDaemonsWithAName() throws IOException {
    AtomicReference<String> name = new AtomicReference<>("");
    AtomicBoolean daemon = new AtomicBoolean();
    Route who =
        Resource.of(
            "/who",
            () -> {
              name.set(Thread.currentThread().getName());
              daemon.set(Thread.currentThread().isDaemon());
              return Map.of();
            });
    WebServer server = started(0, who);
    try {
      Wire.ask(server.port(), "GET /who", "");
      assertThat(name.get()).startsWith("assay-web-");
      assertThat(daemon).isTrue();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith("assay-web"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    } finally {
      server.stop();
    }
  }

  private static boolean answered(WebServer server, String request) throws IOException {
    for (int tries = 0; tries < 100; tries++) {
      try (Wire wire = new Wire(server.port())) {
        wire.send(request);
        if (wire.hear().status() == 200) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void connections_beyondTheBound_waitUntilOneIsFree() throws IOException {
    WebServer server = started(0, HELLO);
    String hello =
        "GET /hello HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n";
    try (Wire first = new Wire(server.port());
        Wire second = new Wire(server.port())) {
      // Answered when the idle ones have been cut off at the latest; until then it waits, or is cut
      // off where it came at the very moment at which the bound was reached.
      assertThat(answered(server, hello)).isTrue();
      assertThat(first.hear().status()).isEqualTo(-1);
      assertThat(second.hear().status()).isEqualTo(-1);
    } finally {
      server.stop();
    }
  }

  @Test
  void bodies_thatComeTooSlowly_areGivenUp() throws Exception {
    Route taking = Action.postJson("/take", request -> Answer.json(request.body(Map.class)));
    WebServer server = started(0, taking);
    try (Wire wire = new Wire(server.port())) {
      wire.send(
          """
          POST /take HTTP/1.1\r
          Host: localhost:%d\r
          %s\r
          Content-Type: application/json\r
          Content-Length: 500\r
          \r
          {\
          """
              .formatted(server.port(), "Authorization: " + TOKEN.authorization()));
      Wire.Heard heard = wire.hear();
      assertThat(heard.status()).isEqualTo(408);
      assertThat(heard.header("content-type")).isEqualTo(Problem.TYPE);
    } finally {
      server.stop();
    }
  }

  @Test
  void heads_thatNeverEnd_areCutOff() throws IOException {
    WebServer server = started(0, HELLO);
    try (Wire wire = new Wire(server.port())) {
      wire.send("GET /hello HTTP/1.1\r\nHost: local");
      assertThatCode(wire::hear).doesNotThrowAnyException();
    } finally {
      server.stop();
    }
  }
}
