package io.assay.adapters.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.price.Answer;
import io.assay.core.price.MarketSeen;
import io.assay.core.price.Pool;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a token's market is, asked when it is called and whenever its candles are.
class MarketAtCallIT {
  private static final Asset.Token TOKEN = Market.token(0);
  private static final Duration HOUR = Duration.ofHours(1);

  private LoopbackMarket market;

  @BeforeEach
  void open() throws Exception {
    market = new LoopbackMarket();
  }

  @AfterEach
  void close() {
    market.close();
  }

  private Answer marketAt(Instant at) throws Exception {
    try (PriceEngine engine = new PriceEngine(List.of(market.dex(6_000)), null, Time.SYSTEM)) {
      return new PriceHistory(engine).market(new Question.MarketOf(TOKEN, at), Priority.LIVE);
    }
  }

  private MarketSeen besideCandles(Instant to) throws Exception {
    List<Provider> providers = List.of(market.dex(6_000), new Bars(market.dex(6_000).profile()));
    try (PriceEngine engine = new PriceEngine(providers, null, Time.SYSTEM)) {
      Question.CandlesOf wanted = new Question.CandlesOf(TOKEN, to.minus(HOUR), to);
      Answer answer = new PriceHistory(engine).answer(wanted, Priority.CHECKPOINT);
      Answer.CandlesFound found = (Answer.CandlesFound) answer;
      assertThat(found.blocks()).isNotEmpty();
      return Objects.requireNonNullElse(found.market(), MarketSeen.NONE);
    }
  }

  @Test
  void market_ofATokenThatSomebodyPrices_isWhatHeTellsBesideThePrice() throws Exception {
    assertThat(marketAt(Instant.now()))
        .isInstanceOfSatisfying(
            Answer.MarketFound.class,
            found -> {
              assertThat(found.market().liquidityUsd()).hasValue(50_000);
              assertThat(found.market().marketCapUsd()).isEmpty();
              assertThat(found.market().told()).isEqualTo(new Provenance("dexscreener", "0xaa"));
            });
  }

  @Test
  void market_ofAnInstantLongPast_isNobodysToTell() throws Exception {
    assertThat(marketAt(Instant.now().minus(HOUR))).isInstanceOf(Answer.Unanswerable.class);
    assertThat(market.requests(LoopbackMarket.DEX)).isZero();
  }

  @Test
  void market_whileNobodyCanBeAsked_isAskedAgain() {
    market.fallIll(LoopbackMarket.DEX, LoopbackMarket.Ill.BROKEN);
    assertThatThrownBy(() -> marketAt(Instant.now())).isInstanceOf(Fault.class);
  }

  @Test
  void answer_ofCandlesUpToNow_bringsTheMarketWithIt() throws Exception {
    assertThat(besideCandles(Instant.now()).liquidityUsd()).hasValue(50_000);
  }

  @Test
  void answer_ofCandlesOfLongAgo_orWhileNobodyTells_isCandlesAlone() throws Exception {
    assertThat(besideCandles(Instant.now().minus(HOUR)).isUntold()).isTrue();
    market.fallIll(LoopbackMarket.DEX, LoopbackMarket.Ill.OF_ANOTHER_TOKEN);
    assertThat(besideCandles(Instant.now()).isUntold()).isTrue();
  }

  /// Has candles of a minute of everything.
  private record Bars(Profile reached) implements Provider.History {
    @Override
    public Profile profile() {
      return new Profile("bars", reached.baseUrl(), 6_000, null);
    }

    @Override
    public Ask<?> probe() {
      return new Ask<>("/", (_, _) -> "");
    }

    @Override
    public List<Duration> steps(Asset asset) {
      return List.of(Duration.ofMinutes(1));
    }

    @Override
    public int most() {
      return 1_000;
    }

    @Override
    public Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span) {
      return new Ask<>(
          "/", (_, _) -> List.of(Bar.sampled(span.from().getEpochSecond() + 60, "1.5")));
    }
  }
}
