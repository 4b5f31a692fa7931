package io.assay.adapters.market;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.adapters.dexscreener.DexScreener;
import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.price.Facts;
import io.assay.core.price.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A market on the loopback with two providers: one that speaks as DexScreener does, under `/dex`,
/// and a plain one under `/plain` that says when it saw its price. Each can be made to fail.
final class LoopbackMarket implements AutoCloseable {
  static final String DEX = "dexscreener";
  static final String PLAIN = "plain";

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("market-", 0).factory());
  private final Map<String, Ill> illnesses = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  final Map<String, List<Long>> heard =
      Map.of(DEX, new CopyOnWriteArrayList<>(), PLAIN, new CopyOnWriteArrayList<>());
  volatile String price = "1.5";

  /// How a provider can be ill.
  enum Ill {
    THROTTLING_WITH_A_TIME,
    THROTTLING,
    BROKEN,
    SILENT,
    CUT,
    GARBLED,
    OF_ANOTHER_TOKEN,
    OF_ANOTHER_SHAPE,
    STALE,
    TEN_TIMES_OFF,
    WITHOUT_KEY
  }

  LoopbackMarket() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/dex", exchange -> answer(exchange, DEX));
    server.createContext("/plain", exchange -> answer(exchange, PLAIN));
    server.start();
  }

  Provider dex(int perMinute) {
    return new DexScreener(new Profile(DEX, url("/dex"), perMinute, null));
  }

  Provider plain(int perMinute) {
    return new Plain(
        new Profile(PLAIN, url("/plain"), perMinute, new Profile.Key("X-Key", "s3cret-key")));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void fallIll(String provider, Ill illness) {
    illnesses.put(provider, illness);
  }

  void recover(String provider) {
    illnesses.remove(provider);
  }

  int requests(String provider) {
    return heard.getOrDefault(provider, List.of()).size();
  }

  private void answer(HttpExchange exchange, String provider) throws IOException {
    heard.getOrDefault(provider, List.of()).add(System.nanoTime());
    try (exchange) {
      Ill ill = illnesses.get(provider);
      switch (ill) {
        case THROTTLING_WITH_A_TIME -> {
          exchange.getResponseHeaders().add("Retry-After", "7");
          say(exchange, 429, "{}");
        }
        case THROTTLING -> say(exchange, 429, "slow down");
        case BROKEN -> say(exchange, 500, "oops");
        case WITHOUT_KEY -> say(exchange, 401, "{\"message\":\"bad key\"}");
        case SILENT -> closing.await();
        case GARBLED -> say(exchange, 200, "<html>checking your browser</html>");
        case OF_ANOTHER_SHAPE -> say(exchange, 200, "{\"v2\":{\"rows\":[]}}");
        case CUT -> {
          byte[] half = body(exchange, provider, ill).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, half.length);
          exchange.getResponseBody().write(half, 0, half.length / 2);
        }
        case OF_ANOTHER_TOKEN, STALE, TEN_TIMES_OFF ->
            say(exchange, 200, body(exchange, provider, ill));
        case null -> say(exchange, 200, body(exchange, provider, null));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private String body(HttpExchange exchange, String provider, @Nullable Ill ill) {
    String path = exchange.getRequestURI().getPath();
    String[] addresses = path.substring(path.lastIndexOf('/') + 1).split(",");
    String usd = new BigDecimal(price).movePointRight(ill == Ill.TEN_TIMES_OFF ? 1 : 0).toString();
    long age = ill == Ill.STALE ? 86_400 : 0;
    long at = Instant.now().getEpochSecond() - age;
    return List.of(addresses).stream()
        .map(it -> ill == Ill.OF_ANOTHER_TOKEN ? Market.token(999_999).address() : it)
        .map(it -> provider.equals(DEX) ? pair(it, usd) : row(it, usd, at))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String pair(String address, String usd) {
    return """
    {"chainId":"base","dexId":"uniswap","pairAddress":"0xaa","priceUsd":"%s",
     "liquidity":{"usd":50000},
     "baseToken":{"address":"%s","name":"Token","symbol":"TKN"},
     "quoteToken":{"address":"0xbb","name":"Wrapped Ether","symbol":"WETH"}}\
    """
        .formatted(usd, address);
  }

  private static String row(String address, String usd, long at) {
    return "{\"token\":\"%s\",\"usd\":%s,\"at\":%d}".formatted(address, usd, at);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /// A provider whose rows say when they were true.
  private record Plain(Profile profile) implements Provider.Quotes {
    @Override
    public Ask<?> probe() {
      return new Ask<>("/", (_, _) -> "");
    }

    @Override
    public boolean prices(Asset asset) {
      return asset instanceof Asset.Token;
    }

    @Override
    public int batch() {
      return 30;
    }

    @Override
    public String lot(Asset asset) {
      return ((Asset.Token) asset).chain().word();
    }

    @Override
    public Ask<Map<Asset, Quote>> quotes(List<Asset> lot) {
      String addresses =
          lot.stream().map(it -> ((Asset.Token) it).address()).collect(Collectors.joining(","));
      return new Ask<>("/" + addresses, (body, at) -> read(body, lot, at));
    }

    private static Map<Asset, Quote> read(JsonNode body, List<Asset> lot, Instant at) {
      if (!body.isArray()) {
        throw Body.unread(PLAIN, "no list");
      }
      Map<Asset, Quote> quotes = new HashMap<>();
      for (JsonNode row : body) {
        for (Asset asset : lot) {
          BigDecimal usd = Body.price(row, "usd");
          Instant seen = Body.instant(row, "at");
          boolean own = ((Asset.Token) asset).address().equals(Body.text(row, "token"));
          if (own && usd != null) {
            Instant observed = seen == null ? at : seen;
            quotes.put(asset, new Quote(asset, usd, PLAIN, observed, null, Facts.NONE));
          }
        }
      }
      return quotes;
    }
  }
}
