package io.assay.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.web.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be read, letter for letter, from a real server.
class ResourcesIT {
  @RegisterExtension static final Served served = new Served();

  @Test
  void index_saysWhoItIsAndWhereTheRestIs() throws IOException {
    Wire.Heard heard = served.get("/api/v1/system");
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.header("content-type")).isEqualTo("application/json");
    assertThat(heard.json().get("system"))
        .hasToString(
            """
            {"name":"desk","system_id":"3fa9c2d1","version":"0.1.0","simulated":false,"phase":"RUN",\
            "started":"2026-01-01T10:57:57Z","uptime":3723.5,"condition":"READY","reasons":[]}\
            """);
    for (var link : heard.json().get("links").properties()) {
      assertThat(served.get(link.getValue().asString()).status()).as(link.getKey()).isEqualTo(200);
    }
  }

  @Test
  void components_sayTheirStateAndHealth() throws IOException {
    assertThat(served.get("/api/v1/system/components").body())
        .isEqualTo(
            """
            {"components":[{"name":"ledger","phase":"RECOVER","criticality":"CRITICAL",\
            "standing":{"state":"RUNNING","since":"2026-01-01T12:00:00Z","next":""},\
            "health":{"status":"UP","detail":"","age":12,"stale":false,"figures":{"queue":12}}},\
            {"name":"telegram","phase":"CONNECT","criticality":"DEGRADABLE",\
            "standing":{"state":"BACKOFF","since":"2026-01-01T12:00:00Z",\
            "next":"attempt 4 at 2026-01-01T12:00:14Z: no route"},"health":null}]}\
            """);
  }

  @Test
  void tasks_sayTheirGenerationAndRestarts() throws IOException {
    assertThat(served.get("/api/v1/system/tasks").body())
        .isEqualTo(
            """
            {"tasks":[{"name":"message_processing","crew":"pipeline","criticality":"CRITICAL",\
            "standing":{"state":"RUNNING","since":"2026-01-01T12:00:00Z","next":""},\
            "tally":{"generation":3,"restarts":2,"waits":7,"worked":1200},\
            "heartbeat":0.4,"last_failure":"no route"}]}\
            """);
  }

  @Test
  void resources_areInBytesAndRatios() throws IOException {
    assertThat(served.get("/api/v1/system/resources").body())
        .isEqualTo(
            """
            {"memory":{"used":536870912,"limit":2147483648,"heap_used":104857600,\
            "heap_limit":268435456},"cpu":0.12,"disk":{"free":85899345920,"total":214748364800},\
            "files":{"open":40,"limit":1024},\
            "pressure":{"memory":"NORMAL","disk":"AMPLE","since":"2026-01-01T12:00:00Z"},\
            "queues":[{"name":"intake","waiting":12,"capacity":10000}],"lag":3}\
            """);
  }

  @Test
  void alerts_comeWithWhatIsSilent() throws IOException {
    assertThat(served.get("/api/v1/system/alerts").body())
        .isEqualTo(
            """
            {"alerts":[{"key":"error_rate","severity":"WARNING","phase":"FIRING",\
            "since":"2026-01-01T12:00:00Z","value":"6.0 %",\
            "summary":"messages fail; read the dead letters","flapping":false,\
            "acknowledged":false,"silenced":false}],\
            "silences":[{"id":"s1","alert":"disk_usage","until":"2026-01-01T12:01:00Z","comment":"moving"}]}\
            """);
  }

  @Test
  void statistics_areByPeriod() throws IOException {
    assertThat(served.get("/api/v1/system/statistics").body())
        .isEqualTo(
            """
            {"hourly":[{"from":"2026-01-01T12:00:00Z","figures":{"messages":1200.0}}],\
            "daily":[]}\
            """);
  }

  @Test
  void availability_isARatioOfWhatWasSeen() throws IOException {
    assertThat(served.get("/api/v1/system/availability").body())
        .isEqualTo(
            """
            {"from":"2025-12-31T12:00:00Z","until":"2026-01-01T12:00:00Z","ratio":0.9995,\
            "seen":86400,"target":0.99}\
            """);
  }

  @Test
  void performance_isNullWhereNothingWasMeasured() throws IOException {
    assertThat(served.get("/api/v1/system/performance").body())
        .isEqualTo(
            """
            {"stages":[{"name":"message","count":1200,"failures":3,"p50":0.004,"p95":0.012,\
            "p99":0.08,"max":1.2}],"targets":[{"name":"price_success","direction":"AT_LEAST","bound":0.7,\
            "unit":"ratio","actual":null,"met":null}],"trends":{"messages":0.12},\
            "recommendations":["more memory"]}\
            """);
  }

  @Test
  void quotesOfCalls_comePageByPage_andOneByOne() throws IOException {
    served.system.calls.add(
        new CallQuote(
            "1349910648/2",
            "base:0x12",
            "long",
            FakeSystem.NOON,
            0.5,
            true,
            new CallQuote.Seen(
                "0.75",
                1.5,
                50_000.0,
                "dexscreener",
                "base:0xaa",
                FakeSystem.NOON.plusSeconds(60),
                Duration.ofMillis(1_500)),
            "ALIVE"));
    served.system.calls.add(
        new CallQuote(
            "1349910648/1",
            "binance:BTC",
            "short",
            FakeSystem.NOON,
            null,
            false,
            null,
            "UNPRICEABLE"));
    String first =
        """
        {"call":"1349910648/2","asset":"base:0x12","side":"long","called_at":"2026-01-01T12:00:00Z",\
        "entry_usd":0.5,"provisional":true,"seen":{"usd":"0.75","ratio":1.5,"liquidity_usd":50000.0,\
        "source":"dexscreener","pool":"base:0xaa","observed_at":"2026-01-01T12:01:00Z","age":1.5},\
        "life":"ALIVE"}\
        """;
    assertThat(served.get("/api/v1/calls/1349910648:2/quote").body()).isEqualTo(first);
    assertThat(served.get("/api/v1/calls/quotes?limit=1").body())
        .isEqualTo(
            "{\"quotes\":["
                + first
                + "],\"size\":2,\"next\":\"/api/v1/calls/quotes?after=1&limit=1\"}");
    assertThat(served.get("/api/v1/calls/quotes?after=1").body())
        .isEqualTo(
            """
            {"quotes":[{"call":"1349910648/1","asset":"binance:BTC","side":"short",\
            "called_at":"2026-01-01T12:00:00Z","entry_usd":null,"provisional":false,"seen":null,\
            "life":"UNPRICEABLE"}],"size":2,"next":null}\
            """);
    assertThat(served.get("/api/v1/calls/1349910648:3/quote").status()).isEqualTo(404);
  }

  @Test
  void metrics_areWhatPrometheusReads() throws IOException {
    Wire.Heard heard = served.get("/metrics");
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.header("content-type"))
        .isEqualToIgnoringCase("text/plain; version=0.0.4; charset=utf-8");
    assertThat(heard.body()).isEqualTo("assay_up 1.0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/startup", "/health/live", "/health/ready"})
  void probe_isYesOrNoWithItsReasons(String path) throws IOException {
    assertThat(served.get(path).status()).isEqualTo(200);
    assertThat(served.get(path).body()).isEqualTo("{\"ok\":true,\"reasons\":[]}");
    served.system.verdict = new SystemView.Verdict(false, List.of("ledger is down"));
    assertThat(served.get(path).status()).isEqualTo(503);
    assertThat(served.get(path).body())
        .isEqualTo("{\"ok\":false,\"reasons\":[\"ledger is down\"]}");
  }

  @Test
  void health_isEverythingWithItsAge() throws IOException {
    Wire.Heard heard = served.get("/health");
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.json().get("condition").asString()).isEqualTo("READY");
    assertThat(heard.json().at("/components/0/health/age").asInt()).isEqualTo(12);
    served.system.verdict = new SystemView.Verdict(false, List.of("draining"));
    assertThat(served.get("/health").status()).isEqualTo(503);
    assertThat(served.get("/health").json().at("/ready/reasons/0").asString())
        .isEqualTo("draining");
  }

  @Test
  void deadLetters_comeByThePage() throws IOException {
    served.letters(5);
    Wire.Heard first = served.get("/api/v1/system/dead-letters?limit=2");
    assertThat(first.json().get("size").asInt()).isEqualTo(5);
    assertThat(first.json().at("/dead_letters/0"))
        .hasToString(
            """
            {"id":1,"origin":"data_output","item":"row 1","cause":"disk full","attempts":3,\
            "at":"2026-01-01T12:00:00Z"}\
            """);
    String next = first.json().get("next").asString();
    assertThat(next).isEqualTo("/api/v1/system/dead-letters?after=2&limit=2");
    Wire.Heard last = served.get(served.get(next).json().get("next").asString());
    assertThat(last.json().at("/dead_letters/0/id").asInt()).isEqualTo(5);
    assertThat(last.json().get("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=1001", "limit=x", "after=-1", "after=9999999999999999999"})
  void deadLetters_aPageThatIsNone_is400(String query) throws IOException {
    Served.assertProblem(
        served.get("/api/v1/system/dead-letters?" + query), 400, "must be a whole number from");
  }

  @Test
  void deadLetter_comesWithItsPayload() throws IOException {
    served.letters(1);
    assertThat(served.get("/api/v1/system/dead-letters/1").json().get("payload").asString())
        .isEqualTo("payload 1");
    Served.assertProblem(
        served.get("/api/v1/system/dead-letters/2"), 404, "there is no dead letter 2");
    Served.assertProblem(served.get("/api/v1/system/dead-letters/x"), 404, "there is no id x");
  }

  @Test
  void head_isTheSameWithoutTheBody() throws IOException {
    Wire.Heard got = served.get("/api/v1/system/tasks");
    Wire.Heard head = Wire.ask(served.port(), "HEAD /api/v1/system/tasks", "");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("content-length")).isEqualTo("" + got.body().length());
    assertThat(head.header("content-type")).isEqualTo(got.header("content-type"));
  }

  @Test
  void requests_areTimedByRouteAndNotByPath() throws IOException {
    served.letters(3);
    served.get("/api/v1/system/dead-letters/1");
    served.get("/api/v1/system/dead-letters/2");
    served.get("/api/v1/system/dead-letters/99999");
    served.get("/no/such/path/" + served.port());
    assertThat(
            served
                .meters
                .get("http.server.requests")
                .tags("method", "GET", "uri", "/api/v1/system/dead-letters/{id}", "status", "200")
                .timer()
                .count())
        .isGreaterThanOrEqualTo(2);
    assertThat(served.meters.get("http.server.requests").timers())
        .extracting(timer -> String.valueOf(timer.getId().getTag("uri")))
        .contains("none")
        .noneMatch(uri -> uri.contains("99999") || uri.contains("/no/such"));
  }
}
