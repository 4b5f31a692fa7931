package io.assay.adapters.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.price.Quoted;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriceEngineIT {
  private static final Asset TOKEN = Market.token(0);
  private static final int PLENTY = 6_000;

  private LoopbackMarket market;

  @BeforeEach
  void open() throws Exception {
    market = new LoopbackMarket();
  }

  @AfterEach
  void close() {
    market.close();
  }

  @Test
  void quote_ofALiveCall_isWhatTwoSourcesAgreeOn() throws Exception {
    try (PriceEngine engine = both()) {
      Quoted.Priced priced = priced(engine.quote(Order.live(TOKEN)).join());
      assertThat(priced.quote().usd()).isEqualByComparingTo("1.5");
      assertThat(priced.quote().source()).isEqualTo("dexscreener");
      assertThat(priced.why()).isEqualTo("2 sources agree");
    }
  }

  @ParameterizedTest
  @EnumSource(LoopbackMarket.Ill.class)
  void quote_whileOneProviderIsIll_isRightOrAnHonestFailure(LoopbackMarket.Ill ill)
      throws Exception {
    for (String sick : List.of(LoopbackMarket.DEX, LoopbackMarket.PLAIN)) {
      market.fallIll(sick, ill);
      try (PriceEngine engine = both()) {
        Quoted quoted = engine.quote(Order.live(TOKEN)).join();
        if (ill == LoopbackMarket.Ill.TEN_TIMES_OFF || isUntold(ill, sick)) {
          assertThat(quoted).as(sick).isInstanceOf(Quoted.class).satisfies(PriceEngineIT::honest);
        } else {
          assertThat(priced(quoted).quote().usd()).as(sick).isEqualByComparingTo("1.5");
        }
      }
      market.recover(sick);
    }
  }

  /// DexScreener does not say when its price was true, so a stale one cannot be told.
  private static boolean isUntold(LoopbackMarket.Ill ill, String sick) {
    return ill == LoopbackMarket.Ill.STALE && sick.equals(LoopbackMarket.DEX);
  }

  private static void honest(Quoted quoted) {
    if (quoted instanceof Quoted.Priced priced) {
      assertThat(priced.quote().usd()).isEqualByComparingTo("1.5");
    } else {
      assertThat(quoted.why()).startsWith("sources contradict each other: ");
    }
  }

  @ParameterizedTest
  @EnumSource(LoopbackMarket.Ill.class)
  void quote_whileEverybodyIsIll_isAnHonestFailure(LoopbackMarket.Ill ill) throws Exception {
    market.fallIll(LoopbackMarket.DEX, ill);
    market.fallIll(LoopbackMarket.PLAIN, ill);
    try (PriceEngine engine = both()) {
      Quoted quoted = engine.quote(live(Duration.ofSeconds(2))).join();
      switch (ill) {
        case OF_ANOTHER_TOKEN -> assertThat(quoted).isInstanceOf(Quoted.Unlisted.class);
        case TEN_TIMES_OFF -> assertThat(priced(quoted).why()).isEqualTo("2 sources agree");
        case STALE -> assertThat(priced(quoted).quarantined()).hasSize(1);
        default ->
            assertThat(quoted)
                .isInstanceOfAny(Quoted.Failed.class, Quoted.Throttled.class)
                .asString()
                .doesNotContain("127.0.0.1", "s3cret");
      }
    }
  }

  @Test
  void quote_afterAProviderIsWellAgain_isItsPrice() throws Exception {
    market.fallIll(LoopbackMarket.DEX, LoopbackMarket.Ill.BROKEN);
    try (PriceEngine engine = new PriceEngine(List.of(market.dex(PLENTY)), null, Time.SYSTEM)) {
      assertThat(engine.quote(live(Duration.ofSeconds(5))).join())
          .isEqualTo(new Quoted.Failed(true, "dexscreener answers 500"));
      market.recover(LoopbackMarket.DEX);
      assertThat(priced(engine.quote(live(Duration.ofSeconds(5))).join()).quote().usd())
          .isEqualByComparingTo("1.5");
    }
  }

  @Test
  void quote_whoseKeyIsRefused_isNotTriedAgainAndSaysWhatToDo() throws Exception {
    market.fallIll(LoopbackMarket.PLAIN, LoopbackMarket.Ill.WITHOUT_KEY);
    try (PriceEngine engine = new PriceEngine(List.of(market.plain(PLENTY)), null, Time.SYSTEM)) {
      for (int i = 0; i < 3; i++) {
        assertThat(engine.quote(live(Duration.ofSeconds(5))).join().why())
            .contains("plain answers 401: it does not let us in; look at its URL and its key")
            .doesNotContain("s3cret");
      }
      assertThat(market.requests(LoopbackMarket.PLAIN)).isEqualTo(1);
      assertThat(engine.states())
          .singleElement()
          .extracting(PriceEngine.ProviderState::state)
          .isEqualTo("REFUSED");
    }
  }

  @Test
  void quotes_ofManyTokens_areFewRequests() throws Exception {
    try (PriceEngine engine = new PriceEngine(List.of(market.dex(PLENTY)), null, Time.SYSTEM)) {
      List<CompletableFuture<Quoted>> quotes = new ArrayList<>();
      for (int caller = 0; caller < 10; caller++) {
        for (int i = 0; i < 300; i++) {
          quotes.add(
              engine.quote(
                  new Order(
                      Market.token(i),
                      Priority.REFRESH,
                      Duration.ofMinutes(1),
                      Duration.ofSeconds(30))));
        }
      }
      quotes.forEach(it -> assertThat(it.join()).isInstanceOf(Quoted.Priced.class));
      assertThat(market.requests(LoopbackMarket.DEX)).isLessThanOrEqualTo(3_000 / 20);
    }
  }

  @Test
  void budget_overARestart_isNotExceeded(@TempDir Path folder) throws Exception {
    for (int i = 0; i < 5; i++) {
      try (PriceEngine engine = new PriceEngine(List.of(market.dex(6)), folder, Time.SYSTEM)) {
        for (int token = 0; token < 3; token++) {
          var _ =
              engine
                  .quote(
                      new Order(
                          Market.token(token),
                          Priority.LIVE,
                          Duration.ZERO,
                          Duration.ofMillis(100)))
                  .join();
        }
      }
    }
    // one at once, and one in each twelve seconds after that
    List<Long> heard = market.heard.getOrDefault(LoopbackMarket.DEX, List.of());
    long took = System.nanoTime() - heard.getFirst();
    assertThat(heard.size()).isLessThanOrEqualTo(1 + (int) (took / 12_000_000_000L));
  }

  @Test
  void ask_aProviderThatRefuses_isAFault() throws Exception {
    market.fallIll(LoopbackMarket.DEX, LoopbackMarket.Ill.THROTTLING_WITH_A_TIME);
    Provider dex = market.dex(PLENTY);
    try (PriceEngine engine = new PriceEngine(List.of(dex), null, Time.SYSTEM)) {
      assertThatThrownBy(() -> engine.ask(dex, dex.probe(), Priority.BACKFILL))
          .hasMessage("dexscreener answers 429: too many requests")
          .isInstanceOfSatisfying(
              Fault.class, it -> assertThat(it.leastWait()).isEqualTo(Duration.ofSeconds(7)));
    }
  }

  @Test
  void close_whileSomebodyWaits_tellsHim() throws Exception {
    market.fallIll(LoopbackMarket.DEX, LoopbackMarket.Ill.SILENT);
    PriceEngine engine = new PriceEngine(List.of(market.dex(PLENTY)), null, Time.SYSTEM);
    CompletableFuture<Quoted> quoted = engine.quote(live(Duration.ofMinutes(5)));
    engine.close();
    assertThat(quoted.join()).isInstanceOf(Quoted.Failed.class);
    assertThat(engine.quote(Order.live(TOKEN)).join())
        .isEqualTo(new Quoted.Failed(true, "the price engine was stopped"));
  }

  private PriceEngine both() throws Exception {
    return new PriceEngine(List.of(market.dex(PLENTY), market.plain(PLENTY)), null, Time.SYSTEM);
  }

  private static Order live(Duration patience) {
    return new Order(TOKEN, Priority.LIVE, Duration.ZERO, patience);
  }

  private static Quoted.Priced priced(Quoted quoted) {
    assertThat(quoted).isInstanceOf(Quoted.Priced.class);
    return (Quoted.Priced) quoted;
  }
}
