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
import io.assay.core.asset.Chain;
import io.assay.core.price.Answer;
import io.assay.core.price.Candles;
import io.assay.core.price.Pool;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import io.assay.core.price.Quote;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceHistoryIT {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Asset.Token TOKEN = Market.token(0);

  private final List<Span> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status = 200;

  @BeforeEach
  void open() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void candles_ofAnHour_areOfTheFinestLength() throws Exception {
    PriceHistory.Found found = candles(Duration.ofHours(1), new Vendor("vendor", false));
    assertThat(found.source()).isEqualTo("vendor");
    assertThat(found.pool()).isNull();
    Candles candles = found.blocks().getFirst().candles();
    assertThat(candles.step()).isEqualTo(Duration.ofMinutes(1));
    assertThat(candles.size()).isEqualTo(60);
    assertThat(asked).hasSize(1);
  }

  @Test
  void candles_ofADay_areOfTheFinestLengthThatThreeRequestsBring() throws Exception {
    PriceHistory.Found found = candles(Duration.ofDays(1), new Vendor("vendor", false));
    assertThat(found.blocks().getFirst().candles().step()).isEqualTo(Duration.ofMinutes(5));
    assertThat(asked).hasSize(3);
    assertThat(asked.getFirst().from()).isEqualTo(FROM);
    assertThat(asked.getLast().to()).isEqualTo(FROM.plus(Duration.ofDays(1)));
  }

  @Test
  void candles_ofAPool_areOfTheDeepest() throws Exception {
    PriceHistory.Found found = candles(Duration.ofHours(1), new Vendor("vendor", true));
    assertThat(found.pool()).extracting(Pool::address).isEqualTo("0xdeep");
  }

  @Test
  void candles_whereTheFirstFails_areTheNext() throws Exception {
    PriceHistory.Found found =
        candles(Duration.ofHours(1), new Empty("empty"), new Vendor("vendor", false));
    assertThat(found.source()).isEqualTo("vendor");
  }

  @Test
  void candles_thatNobodyHas_areUnanswerable_andThatAFailureHides_areNot() throws Exception {
    Question.CandlesOf wanted = new Question.CandlesOf(TOKEN, FROM, FROM.plus(Duration.ofHours(1)));
    try (PriceEngine engine = new PriceEngine(List.of(new Empty("empty")), null, Time.SYSTEM)) {
      PriceHistory history = new PriceHistory(engine);
      assertThat(history.answer(wanted, Priority.CHECKPOINT))
          .isEqualTo(new Answer.Unanswerable("no provider has candles of " + TOKEN.id()));
      status = 503;
      assertThatThrownBy(() -> history.answer(wanted, Priority.CHECKPOINT))
          .isInstanceOf(Fault.class)
          .hasMessage("empty answers 503");
    }
  }

  @Test
  void chain_ofAnAddress_isThatOfTheFirstTokenFound() throws Exception {
    Asset.Token unknown = new Asset.Token(Chain.EVM, TOKEN.address());
    try (PriceEngine engine = new PriceEngine(List.of(new Finder("finder")), null, Time.SYSTEM)) {
      PriceHistory history = new PriceHistory(engine);
      assertThat(history.chain(unknown, Priority.LIVE))
          .isEqualTo(new Answer.ChainFound(Chain.BASE));
    }
    try (PriceEngine engine = new PriceEngine(List.of(), null, Time.SYSTEM)) {
      PriceHistory history = new PriceHistory(engine);
      assertThatThrownBy(() -> history.chain(unknown, Priority.LIVE))
          .hasMessage("no provider that can search is enabled");
    }
  }

  @Test
  void candles_ofAPinnedPool_areOfThatOne_fromWhoeverToldBefore() throws Exception {
    Vendor first = new Vendor("first", true);
    Vendor before = new Vendor("before", true);
    assertThat(answer(new Provenance("before", "0xshallow"), first, before))
        .isInstanceOfSatisfying(
            Answer.CandlesFound.class,
            found -> assertThat(found.told()).isEqualTo(new Provenance("before", "0xshallow")));
    before.ended.add("0xshallow");
    assertThat(answer(new Provenance("before", "0xshallow"), first, before))
        .as("of that pool still, from somebody else")
        .isInstanceOfSatisfying(
            Answer.CandlesFound.class,
            found -> assertThat(found.told()).isEqualTo(new Provenance("first", "0xshallow")));
  }

  @Test
  void candles_ofAPinnedPoolThatHasEnded_areOfTheDeepestOfNow() throws Exception {
    Vendor vendor = new Vendor("vendor", true);
    vendor.ended.add("0xshallow");
    assertThat(answer(new Provenance("vendor", "0xshallow"), new Vendor("tokens", false), vendor))
        .isInstanceOfSatisfying(
            Answer.CandlesFound.class,
            found -> assertThat(found.told()).isEqualTo(new Provenance("vendor", "0xdeep")));
  }

  @Test
  void candles_ofAPinnedPoolThatIsQuiet_haveEndedForNow() throws Exception {
    Vendor vendor = new Vendor("vendor", true);
    vendor.ended.add("0xdeep");
    Provenance pinned = new Provenance("vendor", "0xdeep");
    assertThat(answer(pinned, new Vendor("tokens", false), vendor))
        .isEqualTo(new Answer.CandlesFound(List.of(), pinned));
  }

  @Test
  void candles_ofAPinnedPoolThatNobodyCanBeAskedAbout_areWaitedFor() {
    status = 503;
    assertThatThrownBy(
            () -> answer(new Provenance("vendor", "0xshallow"), new Vendor("vendor", true)))
        .isInstanceOf(Fault.class);
  }

  private Answer answer(Provenance pinned, Provider... providers) throws Exception {
    try (PriceEngine engine = new PriceEngine(List.of(providers), null, Time.SYSTEM)) {
      return new PriceHistory(engine)
          .answer(
              new Question.CandlesOf(TOKEN, FROM, FROM.plus(Duration.ofHours(1)), pinned),
              Priority.CHECKPOINT);
    }
  }

  private PriceHistory.Found candles(Duration length, Provider... providers) throws Exception {
    try (PriceEngine engine = new PriceEngine(List.of(providers), null, Time.SYSTEM)) {
      PriceHistory.Found found =
          new PriceHistory(engine)
              .candles(new Question.CandlesOf(TOKEN, FROM, FROM.plus(length)), Priority.LIVE);
      if (found == null) {
        throw new AssertionError("no candles");
      }
      return found;
    }
  }

  private Profile reached(String name) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return new Profile(name, url, 6_000, null);
  }

  /// Has candles of one and five minutes, a hundred an answer, and some that nobody asked for.
  private final class Vendor implements Provider.History, Provider.Pools {
    private final Profile profile;
    private final boolean wantsPool;

    /// Pools of which there are no candles any more.
    private final Set<String> ended = new HashSet<>();

    Vendor(String name, boolean wantsPool) {
      profile = reached(name);
      this.wantsPool = wantsPool;
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
      return List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    @Override
    public boolean wantsPool() {
      return wantsPool;
    }

    @Override
    public int most() {
      return 100;
    }

    @Override
    public Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span) {
      asked.add(span);
      if (pool != null && ended.contains(pool.address())) {
        return new Ask<>("/", (_, _) -> List.of());
      }
      List<Bar> bars = new ArrayList<>();
      for (Instant at = span.from().minus(span.step());
          !at.isAfter(span.to());
          at = at.plus(span.step())) {
        bars.addFirst(Bar.sampled(at.getEpochSecond(), "1.5"));
      }
      bars.add(new Bar(FROM.getEpochSecond() + 1, "0", "0", "0", "0", ""));
      return new Ask<>("/", (_, _) -> bars);
    }

    @Override
    public boolean pools(Asset.Token token) {
      return true;
    }

    @Override
    public Ask<List<Pool>> poolsOf(Asset.Token token) {
      OptionalDouble untold = OptionalDouble.empty();
      return new Ask<>(
          "/",
          (_, _) ->
              List.of(
                  new Pool(Chain.BASE, "0xdeep", "", untold, null),
                  new Pool(Chain.BASE, "0xshallow", "", untold, null)));
    }
  }

  /// Could have candles, and has none.
  private final class Empty implements Provider.History {
    private final Profile profile;

    Empty(String name) {
      profile = reached(name);
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
      return List.of(Duration.ofMinutes(1));
    }

    @Override
    public int most() {
      return 100;
    }

    @Override
    public Ask<List<Bar>> bars(Asset asset, @Nullable Pool pool, Span span) {
      return new Ask<>("/", (_, _) -> List.of());
    }
  }

  /// Finds the token on Base.
  private final class Finder implements Provider.Search {
    private final Profile profile;

    Finder(String name) {
      profile = reached(name);
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
    public Ask<List<Quote>> search(String text) {
      return new Ask<>(
          "/", (_, at) -> List.of(Market.quote(TOKEN, "finder", "1", at.toEpochMilli())));
    }
  }
}
