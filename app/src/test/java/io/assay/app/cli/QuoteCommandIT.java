package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.cli.option.ExitCode;
import io.assay.app.market.PriceServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuoteCommandIT {
  private static final String TOKEN = "0x6982508145454ce325ddbe47a25d4ec3d2311933";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private PriceServer server;

  @BeforeEach
  void open() throws Exception {
    server = new PriceServer();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private int quote(String... words) throws Exception {
    String data = folder.resolve("data").toString();
    return quoteWith(server.config(data, "dexscreener", "binance"), words);
  }

  private int quoteWith(String config, String... words) throws Exception {
    Path file = folder.resolve("assay.yml");
    Files.writeString(file, config);
    List<String> all = new ArrayList<>(List.of("quote", "-c", file.toString()));
    all.addAll(List.of(words));
    return Assayer.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  private JsonNode line() {
    return JsonMapper.shared().readTree(out.toString());
  }

  @Test
  void quote_ofAToken_isWhatTheSourceSays() throws Exception {
    server.say(
        "/tokens/v1/base/" + TOKEN,
        "[" + PriceServer.pair("base", TOKEN, "TKN", "0.00001230", 50_000) + "]");
    assertThat(quote("base:" + TOKEN, "--json")).isEqualTo(ExitCode.FINE);
    JsonNode line = line();
    assertThat(line.path("asset").stringValue()).isEqualTo("base:" + TOKEN);
    assertThat(line.path("result").stringValue()).isEqualTo("PRICED");
    assertThat(line.path("usd").stringValue()).isEqualTo("0.00001230");
    assertThat(line.path("source").stringValue()).isEqualTo("dexscreener");
    assertThat(line.path("pool").stringValue()).isEqualTo("base:0x" + "a".repeat(40));
    assertThat(line.path("liquidityUsd").doubleValue()).isEqualTo(50_000);
    assertThat(line.path("why").stringValue()).isEqualTo("one source");
  }

  @Test
  void quote_ofAnAddressAlone_isOnTheChainOfItsDeepestPool() throws Exception {
    server
        .say(
            "/latest/dex/search",
            "{\"pairs\":["
                + PriceServer.pair("bsc", TOKEN, "TKN", "9", 10)
                + ","
                + PriceServer.pair("ethereum", TOKEN, "TKN", "1.5", 50_000)
                + "]}")
        .say(
            "/tokens/v1/ethereum/",
            "[" + PriceServer.pair("ethereum", TOKEN, "TKN", "1.5", 50_000) + "]");
    assertThat(quote(TOKEN)).isEqualTo(ExitCode.FINE);
    assertThat(out.toString())
        .isEqualTo(
            "ethereum:"
                + TOKEN
                + "  TKN  1.5 USD  dexscreener/raydium  liquidity 50.0k USD  (one source)\n");
  }

  @Test
  void quote_ofASymbolOfSeveral_choosesNone() throws Exception {
    String other = "0x" + "b".repeat(40);
    server.say(
        "/latest/dex/search",
        "{\"pairs\":["
            + PriceServer.pair("base", other, "FROGGO", "2", 60_000)
            + ","
            + PriceServer.pair("base", TOKEN, "FROGGO", "1", 50_000)
            + ","
            + PriceServer.pair("bsc", TOKEN, "FROGGO", "1", 3)
            + "]}");
    assertThat(quote("$FROGGO", "--json")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line().path("result").stringValue()).isEqualTo("AMBIGUOUS");
    assertThat(line().path("candidates").toString())
        .isEqualTo("[\"base:" + other + "\",\"base:" + TOKEN + "\"]");
  }

  @Test
  void quote_atAnInstant_isTheFirstOpenAtOrAfterIt() throws Exception {
    server.say(
        "/api/v3/klines",
        "[[1710327600000,\"73249.24000000\",\"73394.3\",\"73234.6\",\"73347.6\",\"0.2\","
            + "1710327659999,\"1\",1,\"1\",\"1\",\"0\"],"
            + "[1710327660000,\"73300.1\",\"73394.3\",\"73234.6\",\"73347.6\",\"0.2\","
            + "1710327719999,\"1\",1,\"1\",\"1\",\"0\"]]");
    assertThat(quote("BTC", "--at", "2024-03-13T11:00:30Z", "--json")).isEqualTo(ExitCode.FINE);
    assertThat(line().path("usd").stringValue()).isEqualTo("73300.1");
    assertThat(line().path("observedAt").stringValue()).isEqualTo("2024-03-13T11:01:00Z");
    assertThat(line().path("asset").stringValue()).isEqualTo("coin:bitcoin");
  }

  @Test
  void quote_whileTheProviderFails_saysSoAndTriesAgainLater() throws Exception {
    server.say("/tokens/v1/", 500, "oops");
    assertThat(quote("base:" + TOKEN)).isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(out.toString())
        .isEqualTo("base:" + TOKEN + "  failed: dexscreener answers 500\n")
        .doesNotContain("127.0.0.1");
  }

  @Test
  void quote_whatNobodyLists_isUnlisted() throws Exception {
    server.say("/tokens/v1/", "[]");
    assertThat(quote("base:" + TOKEN)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString())
        .isEqualTo("base:" + TOKEN + "  unlisted: not listed by dexscreener\n");
  }

  @Test
  void quote_ofNonsense_saysWhatWouldBeSense() throws Exception {
    assertThat(quote("base:0x12", "=cmd|' /C calc'!A0")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString())
        .contains("base:0x12  failed: “0x12” is no address of base\n")
        .contains("neither an address nor a symbol; try solana:ADDRESS or BTC");
    assertThat(server.heard).isEmpty();
  }

  @Test
  void quote_ofAChainByAShortName_isOfThatChain() throws Exception {
    server.say(
        "/tokens/v1/ethereum/" + TOKEN,
        "[" + PriceServer.pair("ethereum", TOKEN, "TKN", "1.5", 50_000) + "]");
    server.say(
        "/tokens/v1/polygon/" + TOKEN,
        "[" + PriceServer.pair("polygon", TOKEN, "TKN", "2.5", 50_000) + "]");
    assertThat(
            quote(
                "eth:" + TOKEN,
                "ETH:" + TOKEN.toUpperCase(java.util.Locale.ROOT).replace('X', 'x'),
                "matic:" + TOKEN))
        .isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("ethereum:" + TOKEN + "  TKN  1.5 USD"),
            line -> assertThat(line).startsWith("ethereum:" + TOKEN + "  TKN  1.5 USD"),
            line -> assertThat(line).startsWith("polygon:" + TOKEN + "  TKN  2.5 USD"));
  }

  @Test
  void quote_ofAnUnknownPrefix_namesTheNearestInOneLine() throws Exception {
    assertThat(quote("etherum:" + TOKEN, "bianance:BTC", "xyzzy:" + TOKEN))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString())
        .isEqualTo(
            "etherum:"
                + TOKEN
                + "  failed: “etherum” is no chain and no exchange; did you mean ethereum?\n"
                + "bianance:BTC  failed: “bianance” is no chain and no exchange; did you mean binance?\n"
                + "xyzzy:"
                + TOKEN
                + "  failed: “xyzzy” is no chain and no exchange; try solana:ADDRESS, base:0x…,"
                + " binance:BTC or coin:bitcoin\n");
    assertThat(server.heard).isEmpty();
  }

  @Test
  void quote_ofTheFuture_isMisuse() throws Exception {
    assertThat(quote("BTC", "--at", "2999-01-01")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is still to come");
  }

  @Test
  void quote_withItsMarket_saysWhatIsKnownAndWhatIsNot() throws Exception {
    server.say(
        "/tokens/v1/base/" + TOKEN,
        "["
            + PriceServer.pair("base", TOKEN, "TKN", "0.5", 50_000)
                .replace("\"liquidity\"", "\"marketCap\":2000000,\"liquidity\"")
            + "]");
    assertThat(quote("base:" + TOKEN, "--market", "--json")).isEqualTo(ExitCode.FINE);
    JsonNode seen = line().path("market");
    assertThat(seen.path("tier").stringValue()).isEqualTo("micro");
    assertThat(seen.path("life").stringValue()).isEqualTo("ALIVE");
    assertThat(seen.path("completeness").doubleValue()).isEqualTo(0.7);
    assertThat(seen.path("safety").stringValue()).isEqualTo("untold");
    assertThat(seen.path("riskParts").get(1).path("evidence").stringValue()).isNotEmpty();
  }

  @Test
  void quote_withItsMarket_takesFromAnOverviewWhatTheSourceDoesNotTell() throws Exception {
    server
        .say(
            "/tokens/v1/base/" + TOKEN,
            "[" + PriceServer.pair("base", TOKEN, "TKN", "0.5", 50_000) + "]")
        .say(
            "/defi/token_overview",
            "{\"success\":true,\"data\":{\"address\":\"%s\",\"price\":0.51,\"marketCap\":20000000,\"v24hUSD\":100000}}"
                .formatted(TOKEN));
    String config =
        server
            .config(folder.resolve("data").toString(), "dexscreener", "birdeye")
            .replace("birdeye: {", "birdeye: {key: \"some-key\", ");
    assertThat(quoteWith(config, "base:" + TOKEN, "--market", "--json")).isEqualTo(ExitCode.FINE);
    assertThat(line().path("usd").stringValue()).isEqualTo("0.5");
    assertThat(line().path("market").path("tier").stringValue()).isEqualTo("small");
    server.say(
        "/defi/token_overview",
        "{\"success\":true,\"data\":{\"address\":\"%s\",\"price\":51,\"marketCap\":2000000000}}"
            .formatted(TOKEN));
    out.getBuffer().setLength(0);
    assertThat(quoteWith(config, "base:" + TOKEN, "--market", "--json")).isEqualTo(ExitCode.FINE);
    assertThat(line().path("market").path("tier").stringValue())
        .as("of another price it is of another token")
        .isNotEqualTo("large");
  }

  @Test
  void quote_whileTheProviderDemandsAWait_doesNotWaitForIt() throws Exception {
    server.say("/latest/dex/search", 503, "busy").retryAfter(3_600);
    assertThat(quote("$FROGGO", "--json")).isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(line().path("result").stringValue()).isEqualTo("THROTTLED");
    out.getBuffer().setLength(0);
    assertThat(quote(TOKEN, "--json")).isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(line().path("result").stringValue()).isEqualTo("THROTTLED");
    assertThat(line().path("until").stringValue()).isNotEmpty();
    assertThat(server.heard).hasSize(1);
  }

  @Test
  void quote_aPairThatBinanceDoesNotKnow_isUnlisted_andSaysNothingOfTheRest() throws Exception {
    server
        .say("/api/v3/klines?symbol=NOPE", 400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}")
        .say(
            "/api/v3/klines?symbol=BTC",
            "[[1710327600000,\"73249.24\",\"73394.3\",\"73234.6\",\"73347.6\",\"0.2\","
                + "1710327659999,\"1\",1,\"1\",\"1\",\"0\"]]");
    for (String asset : new String[] {"binance:NOPE", "BTC"}) {
      var _ = quote(asset, "--at", "2024-03-13T11:00:00Z");
    }
    assertThat(out.toString())
        .contains("binance:NOPE  unlisted: nobody has a price of binance:NOPE within 30 min of")
        .contains("coin:bitcoin  73249.24 USD  binance");
  }

  @Test
  void quote_aPageInPlaceOfAnAnswer_isNoAbsence() throws Exception {
    server.say("/tokens/v1/", 404, "<html>not here</html>");
    assertThat(quote("base:" + TOKEN)).isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(out.toString())
        .contains("failed: dexscreener answers with something that is no JSON");
  }

  @Test
  void quote_atAnInstantLongBeforeThePrice_isUnlisted() throws Exception {
    server.say(
        "/api/v3/klines",
        "[[1710329340000,\"70000\",\"70000\",\"70000\",\"70000\",\"0.2\","
            + "1710329399999,\"1\",1,\"1\",\"1\",\"0\"]]");
    assertThat(quote("BTC", "--at", "2024-03-13T11:00:00Z")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString()).contains("unlisted: the first price of coin:bitcoin after");
  }
}
