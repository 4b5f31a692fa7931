package io.assay.adapters.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Somebody outside: a server on the loopback that answers as a test wants and remembers what came.
public final class Listener implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("listener-", 0).factory());
  public final List<Heard> heard = new CopyOnWriteArrayList<>();

  /// A request as it came.
  public record Heard(String method, String path, String key, String signature, String body) {}

  /// How a request is answered.
  public interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  /// A server that answers so.
  public Listener(Answering answering) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          heard.add(read(exchange));
          try (exchange) {
            answering.answer(exchange);
          }
        });
    server.start();
  }

  /// One that answers with a status and nothing else.
  public static Listener saying(int status) throws IOException {
    return new Listener(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  private static Heard read(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new Heard(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        header(exchange, "Idempotency-Key"),
        header(exchange, "X-Assay-Signature"),
        body);
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  /// Its address with that path.
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
