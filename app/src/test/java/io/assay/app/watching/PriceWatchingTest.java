package io.assay.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.market.Order;
import io.assay.adapters.market.Priority;
import io.assay.core.asset.Asset;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.CallState;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonWriter;
import io.assay.core.canon.Sha256;
import io.assay.core.flow.CallFlow;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.price.Pace;
import io.assay.core.price.Quoted;
import io.assay.runtime.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PriceWatchingTest {
  private final ManualTime time = new ManualTime();
  private final MemoryBooks books = new MemoryBooks();
  private final CallWatch watch = new CallWatch(Pace.USUAL, () -> 1_000, new Calls.Memory(), time);
  private final List<Order> orders = new ArrayList<>();
  private final List<CompletableFuture<Quoted>> futures = new ArrayList<>();
  private final List<WatchEvent> events = new ArrayList<>();
  private WatchFigures figures = WatchFigures.NONE;
  private long position;
  private boolean damaged;
  private PriceWatching watching = anew();

  private PriceWatching anew() {
    OpenCalls calls =
        new OpenCalls(
            reader -> {
              if (damaged) {
                throw new CanonException("a row is damaged");
              }
              reader.accept(books.ledger());
            },
            () -> position,
            _ -> true);
    PriceWatching made =
        new PriceWatching(
            calls,
            watch,
            new PriceWatching.Ways(this::quote, it -> figures = it, events::add),
            time);
    made.begin();
    return made;
  }

  private CompletableFuture<Quoted> quote(Order order) {
    orders.add(order);
    CompletableFuture<Quoted> future = new CompletableFuture<>();
    futures.add(future);
    return future;
  }

  private void open(int number) {
    Call call = Calls.call(number, Calls.token(number), time.instant(), CallState.OPEN, 1);
    books.transact(() -> {
      position++;
      CanonWriter key = new CanonWriter();
      call.id().write(key);
      books.ledger().put(Table.CALLS, key.toBytes(), call.toBytes());
      books
          .ledger()
          .put(Table.CHANGES, new CanonWriter().fixed64(position).u8(0).toBytes(), key.toBytes());
      new Standing(CallFlow.VERSION, position, time.instant(), CallRules.DEFAULT, Sha256.ZERO)
          .save(books.ledger());
    });
  }

  private PriceWatching.Round round() {
    return watching.round(() -> {});
  }

  private void answer(int index, String usd) {
    Asset asset = orders.get(index).asset();
    futures.get(index).complete(Calls.priced(asset, usd, 50_000, time.instant()));
  }

  @Test
  void round_asksForWhatIsDue_andTellsWhatIsSeen() {
    open(1);
    assertThat(round().asked()).isEqualTo(1);
    assertThat(orders.getFirst().priority()).isEqualTo(Priority.REFRESH);
    answer(0, "2.5");
    time.pass(Duration.ofSeconds(1));
    assertThat(round().asked()).isZero();
    assertThat(events).singleElement().isInstanceOf(WatchEvent.Crossed.class);
    time.pass(Duration.ofSeconds(59));
    assertThat(round().asked()).isEqualTo(1);
  }

  @Test
  void round_aCallThatOpensMeanwhile_isLookedAtWithinTwoSeconds() {
    open(1);
    assertThat(round().asked()).isEqualTo(1);
    open(2);
    time.pass(Duration.ofSeconds(2));
    assertThat(round().asked()).isEqualTo(1);
    assertThat(orders.getLast().asset()).isEqualTo(Calls.token(2));
  }

  @Test
  void round_whileProvidersAreAway_goesOn_andCatchesUpWithOneLookEach() {
    open(1);
    assertThat(round().asked()).isEqualTo(1);
    for (int minute = 0; minute < 10; minute++) {
      futures.getLast().complete(new Quoted.Failed(true, "away"));
      time.pass(Duration.ofMinutes(1));
      assertThat(round().asked()).isEqualTo(1);
    }
    assertThat(figures.late()).isEqualTo(1);
    assertThat(figures.unpriced()).isEqualTo(1);
    answer(futures.size() - 1, "1.5");
    time.pass(Duration.ofSeconds(15));
    assertThat(round().asked()).isZero();
    assertThat(figures.late()).isZero();
    assertThat(Objects.requireNonNull(watch.find("1349910648/1")).seen()).isNotNull();
  }

  @Test
  void round_whatIsUnderWay_isCounted() {
    open(1);
    open(2);
    assertThat(round().asked()).isEqualTo(2);
    assertThat(figures.due()).isEqualTo(2);
    answer(0, "1");
    time.pass(Duration.ofSeconds(15));
    assertThat(round().asked()).isZero();
    assertThat(figures.due()).isEqualTo(1);
  }

  @Test
  void round_whereTheLedgerCannotBeRead_watchesWhatItKnows() {
    open(1);
    assertThat(round().trouble()).isEmpty();
    damaged = true;
    open(2);
    time.pass(Duration.ofMinutes(1));
    PriceWatching.Round round = round();
    assertThat(round.asked()).isEqualTo(1);
    assertThat(round.trouble())
        .isEqualTo("the ledger cannot be read for open calls: a row is damaged");
    damaged = false;
    time.pass(Duration.ofSeconds(2));
    assertThat(round()).isEqualTo(new PriceWatching.Round(1, ""));
  }

  @Test
  void restart_followsAgain_andTellsNothingTwice() {
    open(1);
    assertThat(round().asked()).isEqualTo(1);
    answer(0, "2.5");
    assertThat(round().asked()).isZero();
    assertThat(events).hasSize(1);
    watching = anew();
    assertThat(round().asked()).isEqualTo(1);
    answer(1, "2.6");
    assertThat(round().asked()).isZero();
    assertThat(events).hasSize(1);
    assertThat(watch.watched()).isEqualTo(1);
  }
}
