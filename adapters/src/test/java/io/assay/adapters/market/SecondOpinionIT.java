package io.assay.adapters.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Bar;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.provider.Span;
import io.assay.core.asset.Asset;
import io.assay.core.price.Answer;
import io.assay.core.price.Pool;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two sources have candles of the same time.
class SecondOpinionIT {
  private static final Asset.Token TOKEN = Market.token(0);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Clock time = new Clock();
  private HttpServer server;

  /// The machine's time, ahead by what a test says.
  private static final class Clock implements Time {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public long nanos() {
      return System.nanoTime() + ahead.toNanos();
    }

    @Override
    public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
      return Time.SYSTEM.await(latch, atMost);
    }
  }

  @BeforeEach
  void open() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            boolean ill = exchange.getRequestURI().getPath().contains("ill");
            exchange.sendResponseHeaders(ill ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private Question.CandlesOf entry(Duration ago, Provenance pinned) {
    Instant from = time.instant().minus(ago).truncatedTo(ChronoUnit.MINUTES);
    return new Question.CandlesOf(TOKEN, from, from.plus(HOUR), pinned);
  }

  private PriceHistory.Found found(Question.CandlesOf wanted, Provider... providers)
      throws Exception {
    try (PriceEngine engine = new PriceEngine(List.of(providers), null, time)) {
      return Objects.requireNonNull(
          new PriceHistory(engine).candles(wanted, Priority.CHECKPOINT), "candles");
    }
  }

  @Test
  void entry_ofALiveCall_isComparedWithASecondSource() throws Exception {
    PriceHistory.Found found =
        found(
            entry(HOUR, Provenance.UNTOLD),
            new Candles("first", "1.5", MINUTE),
            new Candles("second", "1.6", Duration.ofMinutes(5)),
            new Candles("third", "1.5", MINUTE));
    assertThat(found.source()).isEqualTo("first");
    assertThat(found.why()).isEqualTo("2 sources agree");
    assertThat(asked)
        .as("one request more, and no third source")
        .containsExactly("first", "second");
  }

  @Test
  void entry_ofWhichTheFirstIsTheOutlier_isThatOfThoseWhoAgree() throws Exception {
    try (PriceEngine engine =
        new PriceEngine(
            List.of(
                new Candles("first", "15", MINUTE),
                new Spot("spot", "1.5"),
                new Candles("third", "1.6", MINUTE)),
            null,
            time)) {
      Answer answer =
          new PriceHistory(engine).answer(entry(HOUR, Provenance.UNTOLD), Priority.CHECKPOINT);
      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.CandlesFound.class,
              it -> {
                assertThat(it.told()).isEqualTo(Provenance.of("third"));
                assertThat(it.blocks().getFirst().candles().open(0)).isEqualTo(1.6);
              });
      assertThat(engine.tally().compared()).isEqualTo(1);
      assertThat(engine.tally().outliers()).isEqualTo(1);
    }
    assertThat(asked).containsExactly("first", "spot", "third");
  }

  @Test
  void entry_ofWhichTheSecondIsTheOutlier_saysWhatWasSetAside() throws Exception {
    PriceHistory.Found found =
        found(
            entry(HOUR, Provenance.UNTOLD),
            new Candles("first", "1.5", MINUTE),
            new Candles("second", "15", MINUTE),
            new Candles("third", "1.5", MINUTE));
    assertThat(found.source()).isEqualTo("first");
    assertThat(found.why()).startsWith("2 sources agree; second says 15").endsWith("an outlier");
  }

  @Test
  void entry_aboutWhichTwoContradictEachOther_hasNoPrice_andIsNotAskedForAgainAtOnce()
      throws Exception {
    Question.CandlesOf wanted = entry(HOUR, Provenance.UNTOLD);
    Candles second = new Candles("second", "15", MINUTE);
    try (PriceEngine engine =
        new PriceEngine(List.of(new Candles("first", "1.5", MINUTE), second), null, time)) {
      PriceHistory history = new PriceHistory(engine);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> history.answer(wanted, Priority.CHECKPOINT))
            .isInstanceOfSatisfying(
                Fault.class, it -> assertThat(it.kind()).isEqualTo(ErrorKind.TEMPORARY))
            .hasMessageContaining("sources contradict each other: ")
            .hasMessageContaining("first says 1.5");
      }
      assertThat(asked).hasSize(2);
      assertThat(engine.tally().contradictions()).isEqualTo(1);
      second.price = "1.5";
      time.ahead = Duration.ofMinutes(61);
      assertThat(history.answer(wanted, Priority.CHECKPOINT))
          .isInstanceOf(Answer.CandlesFound.class);
    }
  }

  @Test
  void entry_whereTheSecondFailsOrKnowsNothing_isOfOneSource() throws Exception {
    PriceHistory.Found found =
        found(
            entry(HOUR, Provenance.UNTOLD),
            new Candles("first", "1.5", MINUTE),
            new Candles("ill", "9", MINUTE),
            new Spot("forgetful", ""));
    assertThat(found.source()).isEqualTo("first");
    assertThat(found.why()).isEqualTo("one source");
  }

  @Test
  void laterPrices_andEntriesOfHistory_costNoSecondRequest() throws Exception {
    Candles first = new Candles("first", "1.5", MINUTE);
    Candles second = new Candles("second", "15", MINUTE);
    assertThat(found(entry(HOUR, Provenance.of("first")), first, second).source())
        .isEqualTo("first");
    assertThat(found(entry(Duration.ofDays(2), Provenance.UNTOLD), first, second).source())
        .isEqualTo("first");
    assertThat(asked).containsExactly("first", "first");
  }

  @Test
  void candles_thatNobodyHas_mayBePoints() throws Exception {
    Candles pointed = new Candles("pointed", "", MINUTE);
    pointed.points = "2.5";
    PriceHistory.Found found = found(entry(Duration.ofDays(9), Provenance.UNTOLD), pointed);
    assertThat(found.blocks().getFirst().candles().open(0)).isEqualTo(2.5);
  }

  @Test
  void history_thatNoPlanCovers_isSaidAndNotAskedFor() throws Exception {
    Candles shortOnes = new Candles("short", "1.5", MINUTE);
    shortOnes.reach = Duration.ofDays(365);
    Question.CandlesOf wanted = entry(Duration.ofDays(400), Provenance.UNTOLD);
    try (PriceEngine engine = new PriceEngine(List.of(shortOnes), null, time)) {
      assertThat(new PriceHistory(engine).answer(wanted, Priority.CHECKPOINT))
          .isEqualTo(
              new Answer.Unanswerable(
                  "no provider has candles of "
                      + TOKEN.id()
                      + "; not covered: short has 365 days"));
    }
    assertThat(asked).isEmpty();
  }

  private Profile reached(String name) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    return new Profile(name, url, 6_000, null);
  }

  private static List<Bar> bars(Span span, String price) {
    List<Bar> bars = new ArrayList<>();
    for (Instant at = span.from(); at.isBefore(span.to()); at = at.plus(span.step())) {
      String high = new BigDecimal(price).multiply(new BigDecimal("1.1")).toPlainString();
      bars.add(new Bar(at.getEpochSecond(), price, high, price, price, "1"));
    }
    return bars;
  }

  /// Has candles of one length, all of one price.
  private final class Candles implements Provider.History {
    private final Profile profile;
    private final Duration step;
    private volatile String price;
    private volatile String points = "";
    private volatile Duration reach = Duration.ofDays(10_000);

    Candles(String name, String price, Duration step) {
      profile = reached(name);
      this.price = price;
      this.step = step;
    }

    @Override
    public Profile profile() {
      return profile;
    }

    @Override
    public Ask<?> probe() {
      return new Ask<>("/", (_, _) -> "");
    }

    @Override
    public List<Duration> steps(Asset asset) {
      return List.of(step);
    }

    @Override
    public int most() {
      return 1_000;
    }

    @Override
    public boolean reaches(Instant from, Instant now) {
      return !from.isBefore(now.minus(reach));
    }

    @Override
    public String reach() {
      return profile.name() + " has " + reach.toDays() + " days";
    }

    @Override
    public Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span) {
      asked.add(profile.name());
      String told = price;
      return new Ask<>(
          "/", (_, _) -> told.isEmpty() ? List.of() : SecondOpinionIT.bars(span, told));
    }

    @Override
    public Optional<Ask<List<Bar>>> points(Asset asset, Span span) {
      return points.isEmpty()
          ? Optional.empty()
          : Optional.of(new Ask<>("/", (_, _) -> SecondOpinionIT.bars(span, points)));
    }
  }

  /// Knows the price of any instant, a few seconds off; empty: of none.
  private final class Spot implements Provider.Spots {
    private final Profile profile;
    private final String price;

    Spot(String name, String price) {
      profile = reached(name);
      this.price = price;
    }

    @Override
    public Profile profile() {
      return profile;
    }

    @Override
    public Ask<?> probe() {
      return new Ask<>("/", (_, _) -> "");
    }

    @Override
    public boolean recalls(Asset asset, Instant at) {
      return true;
    }

    @Override
    public Ask<List<Bar>> spots(Asset asset, List<Instant> instants) {
      asked.add(profile.name());
      return new Ask<>(
          "/",
          (_, _) ->
              price.isEmpty()
                  ? List.of()
                  : instants.stream()
                      .map(at -> Bar.sampled(at.getEpochSecond() + 7, price))
                      .toList());
    }
  }
}
