package io.assay.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.web.Wire;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What no route answers, or not for everybody.
class RefusalsIT {
  @RegisterExtension static final Served served = new Served();

  @Test
  void unknownPath_is404() throws IOException {
    Served.assertProblem(served.get("/api/v1/nothing"), 404, "there is no such resource");
    Served.assertProblem(served.get("/"), 404, "there is no such resource");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST    | /api/v1/system        | GET, HEAD",
        "PUT     | /api/v1/system/tasks  | GET, HEAD",
        "OPTIONS | /-/reload             | POST",
        "GET     | /-/reload             | POST",
        "PATCH   | /api/v1/system/dead-letters/1 | DELETE, GET, HEAD",
        "TRACE   | /health               | GET, HEAD",
        "BREW    | /health               | GET, HEAD"
      })
  void wrongMethod_is405AndSaysWhichAreRight(String method, String path, String allowed)
      throws IOException {
    Wire.Heard heard = Wire.ask(served.port(), method + " " + path, "", Served.BEARER);
    Served.assertProblem(heard, 405, method);
    assertThat(heard.header("allow").split(", ")).containsExactlyInAnyOrder(allowed.split(", "));
    assertThat(heard.headers()).doesNotContainKey("access-control-allow-origin");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/-/reload",
    "POST,/api/v1/system/tasks/message_processing/restart",
    "POST,/api/v1/system/alerts/error_rate/acknowledge",
    "POST,/api/v1/system/silences",
    "POST,/api/v1/system/dead-letters/1/replay",
    "DELETE,/api/v1/system/dead-letters/1",
    "POST,/api/v1/messages"
  })
  void everythingThatActs_needsTheToken(String method, String path) throws IOException {
    served.letters(1);
    String what = method + " " + path;
    Wire.Heard none = Wire.ask(served.port(), what, "");
    Served.assertProblem(none, 401, "needs the token");
    assertThat(none.header("www-authenticate")).isEqualTo("Bearer realm=\"assay\"");
    Wire.Heard wrong =
        Wire.ask(served.port(), what, "", "Authorization: Bearer a-secret-of-32-letters-or-sO");
    Served.assertProblem(wrong, 401, "not the token");
    assertThat(wrong.header("www-authenticate")).contains("error=\"invalid_token\"");
    Served.assertProblem(
        Wire.ask(served.port(), what, "", "Authorization: Basic " + Served.SECRET),
        401,
        "not the token");
    assertThat(served.system.deeds).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1", "http://localhost:1"})
  void everythingThatActs_isForTheHousesOwnPages(String origin) throws IOException {
    Wire.Heard heard =
        Wire.ask(served.port(), "POST /-/reload", "", Served.BEARER, "Origin: " + origin);
    Served.assertProblem(heard, 403, "from elsewhere");
    assertThat(served.system.deeds).isEmpty();
  }

  @Test
  void aPageOfTheHouse_mayAct() throws IOException {
    String origin = "Origin: http://127.0.0.1:" + served.port();
    assertThat(Wire.ask(served.port(), "POST /-/reload", "", Served.BEARER, origin).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aBodyThatAFormCouldSend_is415(String type) throws IOException {
    Served.assertProblem(
        served.act("POST /api/v1/system/silences", "{}", "Content-Type: " + type),
        415,
        "application/json");
    Served.assertProblem(
        served.act("POST /api/v1/messages", "{}", "Content-Type: " + type), 415, "x-ndjson");
    Served.assertProblem(
        served.act("POST /-/reload", "x", "Content-Type: " + type), 415, "takes no body");
    Served.assertProblem(served.act("POST /api/v1/system/silences", "{}"), 415, "application/json");
  }

  @Test
  void everyAnswer_carriesItsGuards() throws IOException {
    for (Wire.Heard heard :
        List.of(
            served.get("/health"),
            served.get("/none"),
            served.get("/metrics"),
            Wire.ask(served.port(), "POST /-/reload", ""),
            served.act("POST /-/reload", ""),
            Wire.say(served.port(), "nonsense\r\n\r\n"))) {
      assertThat(heard.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(heard.header("cache-control")).isEqualTo("no-store");
      assertThat(heard.header("content-security-policy")).startsWith("default-src 'none'");
      assertThat(heard.header("referrer-policy")).isEqualTo("no-referrer");
      assertThat(heard.headers())
          .doesNotContainKeys(
              "server", "set-cookie", "access-control-allow-origin", "x-powered-by");
    }
  }
}
