package io.assay.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.market.PriceServer;
import io.assay.app.watching.WatchEvent;
import io.assay.runtime.Time;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A system that watches the call that it has heard.
@Timeout(300)
class WatchingIT {
  private static final String TOKEN = "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263";
  private static final String CALL = "BUY NOW " + TOKEN + " huge potential, entry here, target 2x";
  private static final String ID = "1700000001/1";

  @TempDir Path folder;
  private final Clock time = new Clock();
  private final List<WatchEvent> events = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private PriceServer server;

  /// The wall clock ahead by what a test says; the steady one is the machine's.
  private static final class Clock implements Time {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
      return Time.SYSTEM.await(latch, atMost);
    }

    void pass(Duration by) {
      ahead = ahead.plus(by);
    }
  }

  @BeforeEach
  void open() throws Exception {
    server = new PriceServer();
    costs("1.0");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void costs(String usd) {
    server.say(
        "/tokens/v1/solana/", "[" + PriceServer.pair("solana", TOKEN, "TKN", usd, 50_000) + "]");
  }

  private Assay started(String heard, String more) throws Exception {
    Path file = folder.resolve("assay.yml");
    Files.writeString(file, server.config(folder.resolve("data").toString(), "dexscreener") + more);
    Loaded.Fine fine = (Loaded.Fine) Configuration.load(file, Map.of());
    InputStream input = new ByteArrayInputStream(heard.getBytes(StandardCharsets.UTF_8));
    Assay assay =
        Assay.open(fine.settings(), Surroundings.of(() -> fine).with(time).hearing(input));
    assay.listen(events::add);
    assay.start();
    return assay;
  }

  private String post() {
    return "{\"chat\": 1700000001, \"id\": 1, \"date\": \"%s\", \"text\": \"%s\"}\n"
        .formatted(time.instant().truncatedTo(ChronoUnit.SECONDS), CALL);
  }

  private HttpResponse<String> get(Assay assay, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(assay.url() + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode json(Assay assay, String path) throws Exception {
    return JsonMapper.shared().readTree(get(assay, path).body());
  }

  /// Waits until the last price of the call is that.
  private JsonNode awaitPrice(Assay assay, String usd) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    JsonNode quote = json(assay, "/api/v1/calls/" + ID.replace('/', ':') + "/quote");
    while (!usd.equals(quote.path("seen").path("usd").asString(""))) {
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
      quote = json(assay, "/api/v1/calls/" + ID.replace('/', ':') + "/quote");
    }
    return quote;
  }

  @Test
  void run_watchesAnOpenCall_showsItsPrice_andTellsWhatItDoes() throws Exception {
    try (Assay assay = started(post(), "")) {
      JsonNode quote = awaitPrice(assay, "1.0");
      assertThat(quote.path("asset").asString()).isEqualTo("solana:" + TOKEN);
      assertThat(quote.path("entry_usd").isNull()).as("no human could have bought yet").isTrue();
      time.pass(Duration.ofMinutes(3));
      costs("1.25");
      quote = awaitPrice(assay, "1.25");
      assertThat(quote.path("entry_usd").doubleValue()).isEqualTo(1.25);
      assertThat(quote.path("provisional").booleanValue()).isTrue();
      assertThat(quote.path("seen").path("liquidity_usd").doubleValue()).isEqualTo(50_000);
      time.pass(Duration.ofMinutes(1));
      costs("2.6");
      quote = awaitPrice(assay, "2.6");
      assertThat(quote.path("seen").path("ratio").doubleValue()).isEqualTo(2.08);
      assertThat(events)
          .singleElement()
          .isInstanceOfSatisfying(
              WatchEvent.Crossed.class, it -> assertThat(it.level()).isEqualTo(2));
      JsonNode page = json(assay, "/api/v1/calls/quotes");
      assertThat(page.path("size").intValue()).isEqualTo(1);
      assertThat(page.path("quotes").get(0).path("call").asString()).isEqualTo(ID);
      assertThat(get(assay, "/api/v1/calls/1:2/quote").statusCode()).isEqualTo(404);
      assertThat(assay.health().tasks().tasks())
          .anySatisfy(task -> {
            assertThat(task.name()).isEqualTo("price_watching");
            assertThat(task.tally().worked()).isGreaterThanOrEqualTo(3);
          });
      assertThat(get(assay, "/metrics").body())
          .contains("assay_watch_followed", "assay_watch_age_seconds{quantile=\"0.99\"}");
      assertThat(json(assay, "/health").toString()).contains("\"watching\"");
    }
  }

  @Test
  void run_whileTheProviderIsAway_andAfterARestart_watchesOn() throws Exception {
    try (Assay assay = started(post(), "")) {
      awaitPrice(assay, "1.0");
      server.say("/tokens/v1/solana/", 500, "oops");
      int before = server.heard.size();
      time.pass(Duration.ofMinutes(1));
      awaitHeard(before + 1);
      costs("1.5");
      time.pass(Duration.ofMinutes(1));
      awaitPrice(assay, "1.5");
    }
    costs("1.75");
    try (Assay assay = started("", "")) {
      awaitPrice(assay, "1.75");
    }
  }

  private void awaitHeard(int requests) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (server.heard.size() < requests) {
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void run_withoutRoom_judgesTheCallAndWatchesNothing() throws Exception {
    try (Assay assay =
        started(post(), "tracking: {capacity: 0}\nsystem: {health_check_interval: 1s}\n")) {
      CountDownLatch never = new CountDownLatch(1);
      while (!json(assay, "/health").toString().contains("tracking.capacity is 0")) {
        assertThat(never.await(200, TimeUnit.MILLISECONDS)).isFalse();
      }
      assertThat(json(assay, "/api/v1/calls/quotes").path("size").intValue()).isZero();
    }
  }
}
