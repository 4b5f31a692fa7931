package io.assay.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.ManualTime;
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
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The life of a server: starts, restarts, and an end that nothing holds up.
class WebServerIT {
  private static final AccessToken TOKEN = AccessToken.of("a-secret-of-32-letters-or-so");
  private static final WebSettings.Bounds PATIENT =
      bounds(64, Duration.ofSeconds(15), Duration.ofSeconds(30));
  private static final WebSettings.Bounds HURRIED =
      bounds(64, Duration.ofSeconds(15), Duration.ofMillis(200));
  private static final WebSettings.Bounds IMPATIENT =
      bounds(64, Duration.ofMillis(500), Duration.ofMillis(200));
  private static final WebSettings.Bounds ONE_AT_A_TIME =
      bounds(1, Duration.ofSeconds(15), Duration.ofMillis(200));
  private static final Route HELLO = Resource.of("/hello", () -> Map.of("hello", "you"));

  private static WebSettings.Bounds bounds(int connections, Duration idle, Duration grace) {
    return new WebSettings.Bounds(4, connections, 8 << 10, 1 << 10, 128, idle, grace);
  }

  private static WebServer server(int port, Route... routes) {
    return server(port, HURRIED, routes);
  }

  private static WebServer server(int port, WebSettings.Bounds bounds, Route... routes) {
    return new WebServer(
        new WebSettings("127.0.0.1", port, Set.of(), bounds),
        TOKEN,
        List.of(routes),
        new SimpleMeterRegistry(),
        Time.SYSTEM);
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
              Fault.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.TEMPORARY))
          .hasMessage(
              "cannot listen on 127.0.0.1:%d, is it in use? Choose another with the key web.port"
                  .formatted(taken.getLocalPort()));
      assertThatCode(server::stop).doesNotThrowAnyException();
    }
  }

  @Test
  void start_onAnAddressOfAnotherMachine_isWrongConfiguration() {
    WebSettings elsewhere = new WebSettings("192.0.2.1", 0, Set.of(), HURRIED);
    WebServer server =
        new WebServer(elsewhere, TOKEN, List.of(HELLO), new SimpleMeterRegistry(), Time.SYSTEM);
    assertThatThrownBy(server::start)
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.OPERATIONAL));
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
    WebServer server = server(0, PATIENT, waiting(arrived, released, false));
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
        assertThatThrownBy(server::stop)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("requests that did not end in time were cut off");
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

  @Test
  void connections_beyondTheBound_waitUntilOneIsFree() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    Route waiting = waiting(arrived, released, false);
    Route next = Resource.of("/next", () -> Map.of("early", released.getCount() > 0));
    WebServer server = server(0, ONE_AT_A_TIME, waiting, next);
    server.start();
    try (Wire first = new Wire(server.port());
        Wire second = new Wire(server.port())) {
      first.send(get("/wait", server));
      arrived.await();
      second.send(get("/next", server)); // lies in the backlog
      released.countDown();
      assertThat(first.hear().status()).isEqualTo(204);
      first.hangUp();
      assertThat(second.hear().body()).isEqualTo("{\"early\":false}");
    } finally {
      server.stop();
    }
  }

  private static String get(String path, WebServer server) {
    return "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
        .formatted(path, server.port());
  }

  @Test
  void bodies_thatComeTooSlowly_areGivenUp() throws Exception {
    Route taking = Action.postJson("/take", request -> Answer.json(request.body(Map.class)));
    WebServer server = server(0, IMPATIENT, taking);
    server.start();
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
  @Timeout(60)
  void heads_ofWhichAByteComesNowAndThen_areCutOff() throws Exception {
    ManualTime time = new ManualTime();
    Duration idle = Duration.ofMinutes(10);
    WebServer server =
        new WebServer(
            new WebSettings("127.0.0.1", 0, Set.of(), bounds(64, idle, Duration.ofMillis(200))),
            TOKEN,
            List.of(HELLO),
            new SimpleMeterRegistry(),
            time);
    server.start();
    try (Wire wire = new Wire(server.port())) {
      wire.send("GET /hello HTTP/1.1\r\nHost: local");
      FutureTask<Wire.Heard> heard = new FutureTask<>(wire::hear);
      Thread.ofPlatform().daemon().start(heard);
      while (!isDone(heard)) {
        time.pass(Duration.ofMinutes(1));
      }
    } finally {
      server.stop();
    }
  }

  private static boolean isDone(FutureTask<?> task) throws Exception {
    try {
      task.get(10, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    }
  }

  @Test
  void heads_thatNeverEnd_areCutOff() throws IOException {
    WebServer server = server(0, IMPATIENT, HELLO);
    server.start();
    try (Wire wire = new Wire(server.port())) {
      wire.send("GET /hello HTTP/1.1\r\nHost: local");
      assertThatCode(wire::hear).doesNotThrowAnyException();
    } finally {
      server.stop();
    }
  }
}
