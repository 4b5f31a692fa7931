package io.assay.app.market;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Vendors on the loopback: answers each path that begins so with that body, anything else with
/// 404.
public final class PriceServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Said> said = new ConcurrentHashMap<>();

  /// Paths that were asked for, with their queries.
  public final List<String> heard = new CopyOnWriteArrayList<>();

  private volatile int retryAfter;

  private record Said(int status, String body) {}

  public PriceServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /// Has it answer so.
  public PriceServer say(String beginning, String body) {
    return say(beginning, 200, body);
  }

  /// Has it answer so.
  public PriceServer say(String beginning, int status, String body) {
    said.put(beginning, new Said(status, body));
    return this;
  }

  /// Has it demand a wait of so many seconds with whatever it refuses.
  public PriceServer retryAfter(int seconds) {
    retryAfter = seconds;
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    heard.add(path);
    Said found = new Said(404, "{}");
    for (Map.Entry<String, Said> entry : said.entrySet()) {
      found = path.startsWith(entry.getKey()) ? entry.getValue() : found;
    }
    try (exchange) {
      byte[] body = found.body.getBytes(StandardCharsets.UTF_8);
      if (retryAfter > 0 && found.status >= 400) {
        exchange.getResponseHeaders().add("Retry-After", String.valueOf(retryAfter));
      }
      exchange.sendResponseHeaders(found.status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /// Where it is.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// A configuration with these vendors here, and all the others off.
  ///
  /// @param vendors as in the configuration
  public String config(String data, String... vendors) {
    StringBuilder config = new StringBuilder("data: {directory: \"" + data + "\"}\n");
    config.append("web: {port: 0}\nlogging: {console: false}\nprices:\n  providers:\n");
    for (String name :
        List.of(
            "dexscreener",
            "geckoterminal",
            "birdeye",
            "moralis",
            "binance",
            "coingecko",
            "defillama",
            "cryptocompare",
            "goplus")) {
      String set =
          List.of(vendors).contains(name) ? "base_url: \"" + url() + "\"" : "enabled: false";
      config.append("    ").append(name).append(": {").append(set).append("}\n");
    }
    return config.toString();
  }

  /// A pair as DexScreener writes it.
  public static String pair(
      String chain, String address, String symbol, String usd, long liquidity) {
    return """
    {"chainId":"%s","dexId":"raydium","pairAddress":"%s","priceUsd":"%s",
     "liquidity":{"usd":%d,"base":1000,"quote":1000},
     "baseToken":{"address":"%s","name":"Token","symbol":"%s"},
     "quoteToken":{"address":"0xbb","name":"Wrapped","symbol":"W"}}\
    """
        .formatted(chain, "0x" + "a".repeat(40), usd, liquidity, address, symbol);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
