package io.assay.adapters.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.adapters.http.Listener;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.ManualTime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookIT {
  private static final String PATH = "/hook/t0ken";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration IMPATIENCE = Duration.ofMillis(150);

  private static Webhook webhook(String url, @Nullable String secret, Duration patience) {
    return new Webhook(url, secret, new ManualTime(), patience);
  }

  private static Fault refusal(String url, Duration patience) {
    try (Webhook webhook = webhook(url, null, patience)) {
      Fault fault = catchThrowableOfType(Fault.class, () -> webhook.post("key", "{}"));
      StringWriter all = new StringWriter();
      fault.printStackTrace(new PrintWriter(all));
      assertThat(all.toString()).doesNotContain("t0ken", url);
      return fault;
    }
  }

  @Test
  void post_toWhoTakesIt_arrivesWhole() throws Exception {
    try (Listener listener = Listener.saying(204);
        Webhook webhook = webhook(listener.url(PATH), "Jefe", PATIENCE)) {
      webhook.post("rule/1", "what do ya want for nothing?");
      assertThat(listener.heard)
          .containsExactly(
              new Listener.Heard(
                  "POST",
                  PATH,
                  "rule/1",
                  "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                  "what do ya want for nothing?"));
      assertThat(webhook).hasToString("the webhook");
    }
  }

  @Test
  void post_withoutASecret_isNotSigned() throws Exception {
    try (Listener listener = Listener.saying(200);
        Webhook webhook = webhook(listener.url(PATH), null, PATIENCE)) {
      webhook.post("a", "{\"n\":\"ü\"}");
      webhook.post("b", "{}");
      assertThat(listener.heard).extracting(Listener.Heard::signature).containsExactly("", "");
      assertThat(listener.heard).extracting(Listener.Heard::key).containsExactly("a", "b");
      assertThat(listener.heard.getFirst().body()).isEqualTo("{\"n\":\"ü\"}");
    }
  }

  @Test
  void post_whereTheServerFails_isTemporary() throws Exception {
    try (Listener listener = Listener.saying(500)) {
      Fault fault = refusal(listener.url(PATH), PATIENCE);
      assertThat(fault).hasMessage("the webhook answers 500");
      assertThat(fault.kind()).isEqualTo(ErrorKind.TEMPORARY);
    }
  }

  @Test
  void post_tooOften_waitsAsLongAsIsDemanded() throws Exception {
    try (Listener listener =
        new Listener(exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "90");
          exchange.sendResponseHeaders(429, -1);
        })) {
      Fault fault = refusal(listener.url(PATH), PATIENCE);
      assertThat(fault.kind()).isEqualTo(ErrorKind.TEMPORARY);
      assertThat(fault.leastWait()).isEqualTo(Duration.ofSeconds(90));
    }
  }

  @Test
  void post_toWhoDoesNotLetUsIn_isOperational() throws Exception {
    try (Listener listener = Listener.saying(403)) {
      assertThat(refusal(listener.url(PATH), PATIENCE).kind()).isEqualTo(ErrorKind.OPERATIONAL);
    }
  }

  @Test
  void post_toWhoSendsUsElsewhere_doesNotGoThere() throws Exception {
    try (Listener elsewhere = Listener.saying(200);
        Listener listener =
            new Listener(exchange -> {
              exchange.getResponseHeaders().add("Location", elsewhere.url("/trap"));
              exchange.sendResponseHeaders(307, -1);
            })) {
      assertThat(refusal(listener.url(PATH), PATIENCE).kind()).isEqualTo(ErrorKind.OPERATIONAL);
      assertThat(listener.heard).hasSize(1);
      assertThat(elsewhere.heard).isEmpty();
    }
  }

  @Test
  void post_toWhoNeverAnswers_endsWithItsPatience() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (Listener listener = new Listener(_ -> awaitQuietly(over))) {
      Fault fault = refusal(listener.url(PATH), IMPATIENCE);
      assertThat(fault.kind()).isEqualTo(ErrorKind.TEMPORARY);
      assertThat(fault).hasMessage("the webhook cannot be reached: no answer within 150 ms");
      over.countDown();
    }
  }

  @Test
  void post_toWhoTakesItAndNeverStopsTalking_hasArrived() throws Exception {
    CountDownLatch cutOff = new CountDownLatch(1);
    try (Listener listener =
            new Listener(exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream body = exchange.getResponseBody()) {
                byte[] chatter = "blah ".repeat(1000).getBytes(StandardCharsets.UTF_8);
                while (!Thread.currentThread().isInterrupted()) {
                  body.write(chatter);
                }
              } finally {
                cutOff.countDown();
              }
            });
        Webhook webhook = webhook(listener.url(PATH), null, PATIENCE)) {
      webhook.post("key", "{}");
      assertThat(cutOff.await(120, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void post_toNobody_isTemporary() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    Fault fault = refusal("http://127.0.0.1:" + port + PATH, PATIENCE);
    assertThat(fault).hasMessage("the webhook cannot be reached: the connection is refused");
    assertThat(fault.kind()).isEqualTo(ErrorKind.TEMPORARY);
  }

  @Test
  void post_toWhoHangsUpOrTalksNonsense_isTemporary() throws Exception {
    for (String answer : new String[] {"", "HTTP/1.1 200 OK\r\nContent-", "nonsense\r\n\r\n"}) {
      try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
        Thread.ofVirtual().name("rude").start(() -> answerRudely(socket, answer));
        Fault fault = refusal("http://127.0.0.1:" + socket.getLocalPort() + PATH, PATIENCE);
        assertThat(fault.kind()).isEqualTo(ErrorKind.TEMPORARY);
      }
    }
  }

  /// Reads the head of each request, says its say and hangs up, until the socket is closed.
  private static void answerRudely(ServerSocket socket, String answer) {
    try {
      while (true) {
        try (Socket caller = socket.accept()) {
          byte[] some = new byte[64 << 10];
          int read = caller.getInputStream().read(some);
          assertThat(read).isPositive();
          caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  @Test
  void post_interrupted_endsAtOnceAndStaysInterrupted() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    try (Listener listener =
            new Listener(_ -> {
              asked.countDown();
              awaitQuietly(over);
            });
        Webhook webhook = webhook(listener.url(PATH), null, PATIENCE)) {
      Thread sender =
          Thread.ofPlatform()
              .name("sender")
              .start(() -> {
                try {
                  webhook.post("key", "{}");
                } catch (InterruptedException | RuntimeException e) {
                  thrown.set(e);
                }
              });
      assertThat(asked.await(120, TimeUnit.SECONDS)).isTrue();
      sender.interrupt();
      sender.join();
      over.countDown();
    }
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void close_whileOneIsUnderWay_givesItUp() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    try (Listener listener =
        new Listener(_ -> {
          asked.countDown();
          awaitQuietly(over);
        })) {
      Webhook webhook = webhook(listener.url(PATH), null, PATIENCE);
      Thread closer =
          Thread.ofPlatform()
              .name("closer")
              .start(() -> {
                awaitQuietly(asked);
                webhook.close();
              });
      assertThatThrownBy(() -> webhook.post("key", "{}")).isInstanceOf(Fault.class);
      closer.join();
      over.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
