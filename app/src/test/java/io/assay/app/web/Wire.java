package io.assay.app.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Says to a server exactly what it is told to, letter by letter, and hears all that comes back.
public final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  public Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /// What a server answered; its headers under names in lower case.
  public record Heard(int status, Map<String, String> headers, String body) {
    public JsonNode json() {
      return Json.tree(body.getBytes(StandardCharsets.UTF_8));
    }

    public String header(String name) {
      return headers.getOrDefault(name, "(no " + name + ")");
    }
  }

  /// One request on a connection of its own, up to its end.
  public static Heard say(int port, String request) throws IOException {
    try (Wire wire = new Wire(port)) {
      wire.send(request);
      return wire.hear();
    }
  }

  /// A request with a body or without.
  ///
  /// @param headers lines, without `Host` and `Connection`, which are as they should be
  public static Heard ask(int port, String what, String body, String... headers)
      throws IOException {
    StringBuilder request = new StringBuilder(what + " HTTP/1.1\r\nHost: 127.0.0.1:" + port);
    request.append("\r\nConnection: close\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      request.append("Content-Length: ").append(length).append("\r\n");
    }
    return say(port, request.append("\r\n").append(body).toString());
  }

  public void send(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Everything until the server closes or cuts off; a status of -1 if that is no answer.
  public Heard hear() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(bytes);
    } catch (SocketException e) {
      bytes.writeBytes(("\n" + e.getMessage()).getBytes(StandardCharsets.UTF_8));
    }
    String all = bytes.toString(StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Heard(-1, Map.of(), all);
    }
    String[] lines = all.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] pair = lines[i].split(":", 2);
      headers.merge(pair[0].toLowerCase(Locale.ROOT), pair[1].strip(), (a, b) -> a + ", " + b);
    }
    return new Heard(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, all.substring(end + 4));
  }

  /// Closes before its time.
  void hangUp() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    hangUp();
  }
}
