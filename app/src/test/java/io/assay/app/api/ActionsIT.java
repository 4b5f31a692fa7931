package io.assay.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.web.Wire;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be done, and what is refused before it is.
class ActionsIT {
  @RegisterExtension static final Served served = new Served();

  @Test
  void reload_saysWhatChangedAndWhatWaits() throws IOException {
    assertThat(served.act("POST /-/reload", "").body())
        .isEqualTo("{\"changed\":[\"alerts.error_rate_threshold\"],\"waiting\":[\"web.port\"]}");
  }

  @Test
  void restart_ofATask_is204() throws IOException {
    Wire.Heard heard = served.act("POST /api/v1/system/tasks/message_processing/restart", "");
    assertThat(heard.status()).isEqualTo(204);
    assertThat(heard.body()).isEmpty();
    assertThat(heard.headers()).doesNotContainKey("content-type");
    Served.assertProblem(
        served.act("POST /api/v1/system/tasks/none/restart", ""), 404, "no task none");
  }

  @Test
  void acknowledge_ofAnAlert_is204() throws IOException {
    assertThat(served.act("POST /api/v1/system/alerts/error_rate/acknowledge", "").status())
        .isEqualTo(204);
    Served.assertProblem(
        served.act("POST /api/v1/system/alerts/none/acknowledge", ""), 404, "no alert none");
  }

  @Test
  void silence_isMade() throws IOException {
    String wish = "{\"alert\":\"disk_usage\",\"duration\":3600,\"comment\":\"moving\"}";
    Wire.Heard heard = served.act("POST /api/v1/system/silences", wish, Served.JSON);
    assertThat(heard.status()).isEqualTo(201);
    assertThat(heard.body())
        .isEqualTo(
            "{\"id\":\"s2\",\"alert\":\"disk_usage\",\"until\":\"2026-01-01T13:00:00Z\",\"comment\":\"moving\"}");
  }

  @Test
  void silence_ofNoRule_is400() throws IOException {
    String wish = "{\"alert\":\"nonsense\",\"duration\":3600,\"comment\":\"\"}";
    Served.assertProblem(
        served.act("POST /api/v1/system/silences", wish, Served.JSON),
        400,
        "no rule whose alerts are called nonsense");
    assertThat(served.system.deeds).isEmpty();
  }

  @Test
  void silence_isLifted() throws IOException {
    for (String id : new String[] {"disk_*", "disk_%2a"}) {
      assertThat(served.act("DELETE /api/v1/system/silences/" + id, "").status()).isEqualTo(204);
    }
    assertThat(served.system.deeds).containsExactly("unsilence disk_*", "unsilence disk_*");
    Served.assertProblem(
        served.act("DELETE /api/v1/system/silences/none", ""), 404, "no silence none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                          | line 1",
        "[]                                                         | another kind",
        "{'alert':'a','duration':60}                                | comment",
        "{'alert':'a','duration':60,'comment':''} x                 | line 1",
        "{'alert':'a','alert':'b','duration':60,'comment':''}       | alert",
        "{'alert':'a','duration':60,'comment':'','extra':1}         | extra",
        "{'alert':'a','duration':'an hour','comment':''}            | duration",
        "{'alert':'a','duration':1e300,'comment':''}                | duration",
        "{'alert':'a','duration':-1,'comment':''}                   | duration must be above 0",
        "{'alert':' ','duration':60,'comment':''}                   | alert names no alert",
        "{'alert':null,'duration':60,'comment':''}                  | alert"
      })
  void silence_aBodyThatIsNone_is400AndSaysWhy(String body, String why) throws IOException {
    Wire.Heard heard =
        served.act("POST /api/v1/system/silences", body.replace('\'', '"'), Served.JSON);
    Served.assertProblem(heard, 400, why);
    assertThat(heard.body()).doesNotContain("io.assay", "java.");
    assertThat(served.system.deeds).isEmpty();
  }

  @Test
  void body_tooLarge_is413() throws IOException {
    String wish = "{\"alert\":\"a\",\"duration\":60,\"comment\":\"" + "x".repeat(70_000) + "\"}";
    Served.assertProblem(
        served.act("POST /api/v1/system/silences", wish, Served.JSON),
        413,
        "larger than 65536 bytes");
    String chunked = "%x\r\n%s\r\n0\r\n\r\n".formatted(wish.length(), wish);
    Wire.Heard heard =
        Wire.say(
            served.port(),
            """
            POST /api/v1/system/silences HTTP/1.1\r
            Host: localhost:%d\r
            Connection: close\r
            Content-Type: application/json\r
            Transfer-Encoding: chunked\r
            %s\r
            \r
            %s\
            """
                .formatted(served.port(), Served.BEARER, chunked));
    Served.assertProblem(heard, 413, "larger than 65536 bytes");
  }

  @Test
  void deadLetter_isReplayedOrDropped() throws IOException {
    served.letters(2);
    assertThat(served.act("POST /api/v1/system/dead-letters/1/replay", "").status()).isEqualTo(204);
    assertThat(served.act("DELETE /api/v1/system/dead-letters/2", "").status()).isEqualTo(204);
    assertThat(served.system.deeds).containsExactly("replay 1", "drop 2");
    Served.assertProblem(
        served.act("POST /api/v1/system/dead-letters/1/replay", ""),
        404,
        "there is no dead letter 1");
    Served.assertProblem(
        served.act("DELETE /api/v1/system/dead-letters/2", ""), 404, "no dead letter 2");
  }

  @Test
  void call_isDeclaredVoid() throws IOException {
    String why = "{\"reason\":\"misread\"}";
    for (String id : new String[] {"7:1234", "7:1234%40170%232"}) {
      Wire.Heard heard = served.act("POST /api/v1/calls/" + id + "/void", why, Served.JSON);
      assertThat(heard.status()).isEqualTo(204);
    }
    assertThat(served.system.deeds)
        .containsExactly("void 7/1234: misread", "void 7/1234@170#2: misread");
    Served.assertProblem(
        served.act("POST /api/v1/calls/7:1/void", why, Served.JSON), 404, "no call 7/1");
    Served.assertProblem(
        served.act("POST /api/v1/calls/seven/void", why, Served.JSON), 404, "no call seven");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}| reason", "{'reason':' '}| one line", "{'reason':'a\\nb'}| one line"})
  void call_withoutAReason_isNotDeclaredVoid(String body, String why) throws IOException {
    Served.assertProblem(
        served.act("POST /api/v1/calls/7:1234/void", body.replace('\'', '"'), Served.JSON),
        400,
        why);
    assertThat(served.system.deeds).isEmpty();
  }

  @Test
  void backfill_ofAChannel_isAdmitted() throws IOException {
    assertThat(served.act("POST /api/v1/channels/7/admit", "").status()).isEqualTo(204);
    assertThat(served.system.deeds).containsExactly("admit 7");
  }

  @Test
  void failure_isToldByItsKind() throws IOException {
    served.system.failure = new Fault(ErrorKind.TEMPORARY, "busy", Duration.ofMillis(1500), null);
    Wire.Heard later = served.act("POST /-/reload", "");
    Served.assertProblem(later, 503, "busy");
    assertThat(later.header("retry-after")).isEqualTo("2");
    served.system.failure = new Fault(ErrorKind.OPERATIONAL, "line 3: unknown key", null);
    Served.assertProblem(served.act("POST /-/reload", ""), 409, "line 3: unknown key");
    served.system.failure = new Fault(ErrorKind.BAD_ITEM, "will not do", null);
    Served.assertProblem(served.act("POST /-/reload", ""), 422, "will not do");
  }

  @Test
  void bug_is500AndNamesItsIncidentAndNothingElse() throws IOException {
    served.system.failure = new IllegalStateException("secret detail");
    Wire.Heard heard = served.get("/api/v1/system");
    Served.assertProblem(heard, 500, "this is a bug");
    assertThat(heard.json().get("incident").asString()).matches("[0-9a-z]+-\\d+");
    assertThat(heard.body()).doesNotContain("secret", "IllegalState", "at io.assay");
  }
}
