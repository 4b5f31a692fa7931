package io.assay.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.web.Wire;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The way in for messages.
class MessagesIT {
  @RegisterExtension static final Served served = new Served();

  @Test
  void messages_areAnsweredWithWhatBecameOfThem() throws IOException {
    Wire.Heard heard =
        served.act(
            "POST /api/v1/messages", "{\"id\":1}\n{\"id\":0}\nnothing\n{\"id\":1}", Served.LINES);
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.body())
        .isEqualTo(
            """
            {"heard":2,"duplicates":1,"flawed":1,\
            "flaws":[{"line":3,"byte":18,"cause":"is no message"}]}\
            """);
  }

  @Test
  void messages_aSingleOneAsJson_isHeard() throws IOException {
    assertThat(
            served
                .act("POST /api/v1/messages", "{\"id\":1}", Served.JSON)
                .json()
                .get("heard")
                .asInt())
        .isOne();
  }

  @Test
  void messages_aMillionFlaws_areCountedAndAHundredShown() throws IOException {
    Wire.Heard heard = served.act("POST /api/v1/messages", "x\n".repeat(500), Served.LINES);
    assertThat(heard.json().get("flawed").asInt()).isEqualTo(500);
    assertThat(heard.json().get("flaws").size()).isEqualTo(100);
  }

  @Test
  void messages_whileNothingIsTakenIn_is503WithTheWait() throws IOException {
    served.system.failure =
        new Fault(ErrorKind.TEMPORARY, "memory is short", Duration.ofSeconds(30), null);
    Wire.Heard heard = served.act("POST /api/v1/messages", "{\"id\":1}", Served.LINES);
    Served.assertProblem(heard, 503, "memory is short");
    assertThat(heard.header("retry-after")).isEqualTo("30");
  }

  @Test
  void messages_aLineTooLong_is413() throws IOException {
    String line = "x".repeat((1 << 20) + 1);
    Served.assertProblem(
        served.act("POST /api/v1/messages", "{\"id\":1}\n" + line, Served.LINES),
        413,
        "line 2 is longer than 1 MiB");
    assertThat(
            served.act("POST /api/v1/messages", "x".repeat(1 << 20) + "\n", Served.LINES).status())
        .isEqualTo(200);
  }

  @Test
  void messages_tooManyBytesAnnounced_is413BeforeAnyIsRead() throws IOException {
    Wire.Heard heard =
        Wire.say(
            served.port(),
            """
            POST /api/v1/messages HTTP/1.1\r
            Host: localhost:%d\r
            Connection: close\r
            Content-Type: application/x-ndjson\r
            Content-Length: 300000000\r
            %s\r
            \r
            """
                .formatted(served.port(), Served.BEARER));
    Served.assertProblem(heard, 413, "larger than 256 MiB");
  }

  @Test
  void messages_fromAThirdAtATime_is503_soThatSomebodyIsLeftToAnswer() throws Exception {
    served.system.posting = new CountDownLatch(2);
    String half =
        """
        POST /api/v1/messages HTTP/1.1\r
        Host: localhost:%d\r
        Connection: close\r
        Content-Type: application/x-ndjson\r
        Content-Length: 8\r
        %s\r
        \r
        {"id"\
        """
            .formatted(served.port(), Served.BEARER);
    try (Wire first = new Wire(served.port());
        Wire second = new Wire(served.port())) {
      first.send(half);
      second.send(half);
      served.system.posting.await();
      Wire.Heard third = served.act("POST /api/v1/messages", "{\"id\":1}", Served.LINES);
      Served.assertProblem(third, 503, "others are posting");
      assertThat(third.header("retry-after")).isEqualTo("1");
      first.send(":1}");
      second.send(":1}");
      assertThat(first.hear().json().get("heard").asInt()).isOne();
      assertThat(second.hear().json().get("heard").asInt()).isOne();
    }
  }
}
