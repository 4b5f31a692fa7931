package io.assay.adapters.market;

import io.assay.adapters.dexscreener.DexScreener;
import io.assay.adapters.provider.Profile;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Consensus;
import io.assay.core.price.Facts;
import io.assay.core.price.Pace;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/// What a hundred thousand followed tokens cost and get through one provider's budget of 300
/// requests a minute, in virtual time, by the very code that decides in a running system; and what
/// a price at hand costs, beside a plain map.
///
/// The tokens were called evenly over thirty days and are followed anew when it begins, as after a
/// restart. Three live calls a minute come on top, so that there are always as many. An answer
/// takes 200 to 600 ms.
public final class ScheduleBench {
  private static final int TOKENS = 100_000;
  private static final int PER_MINUTE = 300;
  private static final int LIVE_A_MINUTE = 3;
  private static final long TICK = 100;
  private static final Duration SETTLING = Duration.ofHours(6);
  private static final Duration MEASURED = Duration.ofHours(6);
  private static final long MEGABYTE = 1 << 20;

  private static final List<String> AGES = List.of("1 h", "24 h", "7 d", "30 d");
  private static final Chain[] CHAINS = {
    Chain.SOLANA, Chain.SOLANA, Chain.SOLANA, Chain.BASE, Chain.ETHEREUM, Chain.BSC
  };

  private final SplittableRandom random = new SplittableRandom(1);
  private final Tally tally = new Tally();
  private final Watchlist watchlist = new Watchlist(Pace.USUAL);
  private final Map<Asset, Long> called = new HashMap<>();
  private final Map<Asset, Long> priced = new HashMap<>();
  private final List<Histogram> ages = new ArrayList<>();
  private final Histogram liveWait = new Histogram(3);
  private final PriorityQueue<Flight> flights =
      new PriorityQueue<>((one, other) -> Long.compare(one.at, other.at));
  private final Counter counter;
  private final Dispatch dispatch;
  private long now = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private long measuredFrom = Long.MAX_VALUE;
  private long asked;
  private long requests;
  private int mostARequest;

  private record Flight(long at, List<Pending.Ticket> tickets) {}

  private ScheduleBench() {
    DexScreener provider =
        new DexScreener(new Profile("provider", "http://127.0.0.1:1", PER_MINUTE, null));
    Turnstile turnstile = new Turnstile("provider", Budget.inMemory(PER_MINUTE), () -> now);
    counter = new Counter(provider, turnstile, 0);
    dispatch = new Dispatch(List.of(counter), new QuoteShelf(200_000), Consensus.USUAL, tally);
    AGES.forEach(_ -> ages.add(new Histogram(3)));
  }

  /// Prints rows for `bench/RESULTS.md`.
  public static void main(String[] words) {
    Locale.setDefault(Locale.ROOT);
    long before = heap();
    ScheduleBench bench = new ScheduleBench();
    bench.run();
    long after = heap();
    bench.print(after - before);
    atHand();
  }

  private static long heap() {
    System.gc(); // what is measured is what is held
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void run() {
    for (int i = 0; i < TOKENS; i++) {
      Asset asset = token(i);
      long since = now - random.nextLong(Duration.ofDays(30).toMillis());
      called.put(asset, since);
      watchlist.follow(asset, Instant.ofEpochMilli(since), Instant.ofEpochMilli(now));
    }
    long begin = now;
    measuredFrom = begin + SETTLING.toMillis();
    int live = TOKENS;
    while (now < measuredFrom + MEASURED.toMillis()) {
      if (random.nextInt((int) (60_000 / TICK)) < LIVE_A_MINUTE) {
        live(token(live++));
      }
      for (Order order : watchlist.due(Instant.ofEpochMilli(now), Integer.MAX_VALUE)) {
        submit(order);
      }
      pump();
      land();
      var _ = dispatch.tick(now);
      now += TICK;
    }
  }

  private void live(Asset asset) {
    called.put(asset, now);
    long begin = now;
    CompletableFuture<Quoted> quoted = dispatch.submit(Order.live(asset), now);
    var _ =
        quoted.thenAccept(_ -> {
          if (begin >= measuredFrom) {
            liveWait.recordValue(now - begin);
          }
          priced.put(asset, now);
        });
    watchlist.follow(asset, Instant.ofEpochMilli(now), Instant.ofEpochMilli(now));
  }

  private void submit(Order order) {
    asked += now >= measuredFrom ? 1 : 0;
    var _ =
        dispatch
            .submit(order, now)
            .thenAccept(it -> {
              if (it instanceof Quoted.Priced) {
                note(order.asset());
              }
            });
  }

  /// Notes how old the price had become that is replaced now.
  private void note(Asset asset) {
    Long last = priced.put(asset, now);
    long since = called.getOrDefault(asset, now);
    if (last != null && now >= measuredFrom) {
      Duration age = Duration.ofMillis(now - since);
      int tier = age.toHours() < 1 ? 0 : age.toHours() < 24 ? 1 : age.toDays() < 7 ? 2 : 3;
      ages.get(tier).recordValue(now - last);
    }
  }

  private void pump() {
    Line.Turn turn = counter.line().next();
    while (!turn.jobs().isEmpty()) {
      requests += now >= measuredFrom ? 1 : 0;
      mostARequest = Math.max(mostARequest, turn.jobs().size());
      List<Pending.Ticket> tickets = turn.jobs().stream().map(Pending.Ticket.class::cast).toList();
      tickets.forEach(it -> it.pending().called(it));
      flights.add(new Flight(now + 200 + random.nextInt(400), tickets));
      turn = counter.line().next();
    }
  }

  private void land() {
    while (!flights.isEmpty() && flights.peek().at <= now) {
      Map<Asset, Quote> quotes = new HashMap<>();
      List<Pending.Ticket> tickets = flights.remove().tickets;
      for (Pending.Ticket ticket : tickets) {
        Asset asset = ticket.pending().asset;
        Instant at = Instant.ofEpochMilli(now);
        quotes.put(asset, new Quote(asset, BigDecimal.ONE, "provider", at, null, Facts.NONE));
      }
      counter.turnstile().succeeded(Duration.ofMillis(400));
      dispatch.answered(tickets, quotes, now);
    }
  }

  private static Asset.Token token(int number) {
    Chain chain = CHAINS[number % CHAINS.length];
    return new Asset.Token(chain, "0x%040x".formatted(number + 1));
  }

  private void print(long bytes) {
    System.out.println(
        "| call's age | looked at every | age of the price when renewed, p50 | p99 |");
    System.out.println("|---|---|---|---|");
    List<String> paces = List.of("1 min", "5 min", "1 h", "6 h");
    for (int i = 0; i < AGES.size(); i++) {
      Histogram histogram = ages.get(i);
      System.out.printf(
          "| up to %s | %s | %s | %s |%n",
          AGES.get(i), paces.get(i), time(histogram, 50), time(histogram, 99));
    }
    System.out.printf(
        "%nlive calls: %,d, waited p50 %d ms, p99 %d ms, at most %d ms%n",
        liveWait.getTotalCount(),
        liveWait.getValueAtPercentile(50),
        liveWait.getValueAtPercentile(99),
        liveWait.getMaxValue());
    System.out.printf(
        "requests: %,d for %,d looks: %.1f times fewer than one a token; up to %d tokens in one%n",
        requests, asked, asked / (double) requests, mostARequest);
    System.out.printf(
        "memory: %d MB for %,d tokens, with their quotes%n", bytes / MEGABYTE, watchlist.size());
  }

  private static String time(Histogram histogram, double percentile) {
    if (histogram.getTotalCount() == 0) {
      return "none renewed";
    }
    long millis = histogram.getValueAtPercentile(percentile);
    return millis < 120_000
        ? "%.1f s".formatted(millis / 1000.0)
        : "%.1f min".formatted(millis / 60_000.0);
  }

  /// A price at hand, beside a plain map of the same size.
  private static void atHand() {
    QuoteShelf shelf = new QuoteShelf(200_000);
    Map<Asset, Quoted> plain = new ConcurrentHashMap<>();
    Asset[] assets = new Asset[TOKENS];
    Dispatch dispatch = new Dispatch(List.of(), shelf, Consensus.USUAL, new Tally());
    for (int i = 0; i < TOKENS; i++) {
      assets[i] = token(i);
      Quote quote =
          new Quote(assets[i], BigDecimal.ONE, "provider", Instant.EPOCH, null, Facts.NONE);
      Quoted priced = new Quoted.Priced(quote, List.of(), false, "one source");
      shelf.put(assets[i], priced, 0);
      plain.put(assets[i], priced);
    }
    double[] engine = new double[7];
    double[] map = new double[7];
    for (int round = 0; round < engine.length; round++) {
      long begin = System.nanoTime();
      int found = 0;
      for (Asset asset : assets) {
        Order order =
            new Order(asset, Priority.REFRESH, Duration.ofHours(1), Duration.ofMinutes(1));
        found += dispatch.submit(order, 1).isDone() ? 1 : 0;
      }
      engine[round] = (System.nanoTime() - begin) / (double) TOKENS;
      begin = System.nanoTime();
      for (Asset asset : assets) {
        found += plain.get(asset) != null ? 1 : 0;
      }
      map[round] = (System.nanoTime() - begin) / (double) TOKENS;
      if (found != 2 * TOKENS) {
        throw new IllegalStateException("not at hand");
      }
    }
    Arrays.sort(engine);
    Arrays.sort(map);
    System.out.printf(
        "at hand: %.0f ns a quote, a plain map %.0f ns (medians of %d rounds of %,d)%n",
        engine[engine.length / 2], map[map.length / 2], engine.length, TOKENS);
  }
}
