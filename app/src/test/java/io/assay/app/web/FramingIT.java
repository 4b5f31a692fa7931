package io.assay.app.web;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a scanner or a broken proxy sends, letter by letter.
class FramingIT {
  @RegisterExtension static final Target target = new Target();

  private static final String GET_NOTHING =
      "GET /nothing HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n";

  @Test
  void head_tooLong_isRefused() throws IOException {
    target.assertRefused(
        target.say(
            "GET /secret HTTP/1.1", "Host: localhost:PORT", "X: " + "x".repeat(9000), "", ""),
        431);
    target.assertRefused(
        target.say("GET /" + "x".repeat(9000) + " HTTP/1.1", "Host: localhost:PORT", "", ""),
        414,
        431);
    String[] many = new String[2002];
    Arrays.fill(many, "X: x");
    many[0] = "GET /secret HTTP/1.1";
    many[1] = "Host: localhost:PORT";
    target.assertRefused(target.say(String.join("\r\n", many), "", ""), 431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 2",
        "Content-Length: 2\r\nContent-Length: 3",
        "Content-Length: 2, 3",
        "Content-Length: -2",
        "Content-Length: +2",
        "Content-Length: 0x2",
        "Content-Length: 99999999999999999999",
        "Content-Length : 2",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: identity, chunked, chunked",
        "Transfer-Encoding:\u000bchunked",
        " Content-Length: 2"
      })
  void smuggling_isRefused_andTheConnectionEnds(String framing) throws IOException {
    Wire.Heard heard =
        target.say(
            "POST /act HTTP/1.1",
            "Host: localhost:PORT",
            "TOKEN",
            "Content-Type: application/json",
            framing,
            "",
            "{}",
            "0",
            "",
            "GET /secret HTTP/1.1",
            "Host: localhost:PORT",
            "Connection: close",
            "",
            "");
    target.assertRefused(heard, 400, 501);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "g\r\n{}\r\n0\r\n\r\n",
        "2;\r\n{\u0000",
        "-2\r\n{}\r\n",
        "99999999999999999\r\n{}"
      })
  void chunks_thatAreNone_areRefused(String chunks) throws IOException {
    Wire.Heard heard =
        target.say(
            "POST /act HTTP/1.1",
            "Host: localhost:PORT",
            "TOKEN",
            "Connection: close",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "",
            chunks + "\r\n\r\n\r\n");
    target.assertRefused(heard, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret",
        "/x/../../../etc/passwd",
        "/%2e%2e/secret",
        "/x/%2e%2e%2fsecret",
        "/x%2f..%2fsecret",
        "/..;/secret",
        "/secret;x=1",
        "/x/..;/secret",
        "//secret",
        "/./secret/.",
        "/%00secret",
        "/secret%00.json",
        "/%",
        "/%zz",
        "/%c0%ae%c0%ae/secret",
        "/secret\\..\\x",
        "/SECRET",
        "secret",
        "*"
      })
  void paths_thatWanderAbout_arriveNowhere(String path) throws IOException {
    Wire.Heard heard =
        target.say(
            "GET " + path + " HTTP/1.1", "Host: localhost:PORT", "Connection: close", "", "");
    target.assertRefused(heard, 400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443",
        "CONNECT localhost:PORT HTTP/1.1\r\nHost: localhost:PORT",
        "TRACE /secret HTTP/1.1\r\nHost: localhost:PORT",
        "PRI * HTTP/2.0",
        "GET /secret HTTP/9.9\r\nHost: localhost:PORT",
        "GET /secret",
        "get /secret HTTP/1.1\r\nHost: localhost:PORT",
        "\u0016\u0003\u0001\u0002\u0000\u0001",
        "SSH-2.0-OpenSSH_9.2p1",
        "GET /secret HTTP/1.1\r\nHost: localhost:PORT\r\nno colon here",
        "GET /secret HTTP/1.1\r\nHost: localhost:PORT\r\nX: a\u0000b",
        "GET /secret HTTP/1.1\r\nHost: localhost:PORT\r\n folded: x"
      })
  void nonsense_isRefused(String nonsense) throws IOException {
    target.assertRefused(
        target.say(nonsense, "Connection: close", "", ""), 400, 404, 405, 421, 426, 501, 505);
  }

  @Test
  void body_brokenOff_doesNothing() throws IOException {
    try (Wire wire = new Wire(target.port())) {
      wire.send(target.filled(act("Content-Length: 10"), "", "{"));
    }
    target.assertRefused(target.say(GET_NOTHING), 404);
  }

  @Test
  void bodies_inDepth_doNotOverflow() throws IOException {
    String deep = "[".repeat(60_000);
    target.assertRefused(target.say(act("Content-Length: 60000"), "", deep), 400);
  }

  private static String act(String framing) {
    return String.join(
        "\r\n",
        "POST /act HTTP/1.1",
        "Host: localhost:PORT",
        "TOKEN",
        "Connection: close",
        "Content-Type: application/json",
        framing);
  }
}
