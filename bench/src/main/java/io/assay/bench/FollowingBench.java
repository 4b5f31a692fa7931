package io.assay.bench;

import com.sun.management.OperatingSystemMXBean;
import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.call.Horizon;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import io.assay.core.reading.Reader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// What following costs: an hour of virtual time in which four calls of five have a checkpoint, all
/// six checkpoints alike, so that each answer has as many candles behind it as it would have. Calls
/// are opened and followed to the beginning of that hour by the fold itself, in books of a SQLite
/// file; then the hour is answered, folded and committed, and measured. The candles of a few tokens
/// are shared by all calls. A first run, which warms up the compiler, is not printed.
///
/// `FollowingBench [CALLS…]`. Run by `bench/run following`.
public final class FollowingBench {
  private static final int[] USUAL = {12_500, 25_000, 50_000, 100_000};
  private static final int WARM_UP = 12_500;
  private static final int TOKENS = 48;
  private static final int BLOCK = 4_096;
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Instant HOUR = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant FIRST = HOUR.minus(Duration.ofDays(32));
  private static final Duration ANSWERED_AFTER =
      CallRules.DEFAULT.lateness().plus(CallRules.DEFAULT.latency());
  private static final double DUE = 0.8;
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final int calls;
  private final SplittableRandom random = new SplittableRandom(7);
  private final Map<String, List<CandleBlock>> candles = new HashMap<>();
  private final Reader reader = new Reader();

  private FollowingBench(int calls) {
    this.calls = calls;
  }

  /// Prints rows for `bench/RESULTS.md`.
  public static void main(String[] words) throws IOException {
    System.out.println(
        "| calls | answers | CPU s | µs an answer | wall s | RSS MB | rows | MB | bytes a call |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    int[] sizes =
        words.length == 0 ? USUAL : Stream.of(words).mapToInt(Integer::parseInt).toArray();
    new FollowingBench(WARM_UP).measure();
    for (int size : sizes) {
      System.out.println(new FollowingBench(size).measure());
    }
  }

  private String measure() throws IOException {
    Path folder = Files.createTempDirectory("assay-following");
    Path file = folder.resolve("books.db");
    try (SqliteBooks books = SqliteBooks.open(file)) {
      Replay replay = new Replay(books, prices(), Replay.Limits.BULK);
      replay.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(), FIRST);
      replay.hear(posts());
      replay.pass(HOUR);
      System.gc();
      long entries = books.journal().head().entries();
      long cpu = MACHINE.getProcessCpuTime();
      long wall = System.nanoTime();
      replay.pass(HOUR.plus(Duration.ofHours(1)));
      cpu = MACHINE.getProcessCpuTime() - cpu;
      wall = System.nanoTime() - wall;
      return row(books.journal().head().entries() - entries, cpu / 1e9, wall / 1e9, books, file);
    } finally {
      try (Stream<Path> left = Files.list(folder)) {
        for (Path one : left.toList()) {
          Files.delete(one);
        }
      }
      Files.delete(folder);
    }
  }

  private static String row(long answers, double cpu, double wall, Books books, Path file)
      throws IOException {
    Map<Table, long[]> sizes = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      long[] size = sizes.computeIfAbsent(table, _ -> new long[2]);
      books
          .ledger()
          .scan(
              table,
              new byte[0],
              (_, row) -> {
                size[0]++;
                size[1] += row.length;
              });
    }
    long[] calls = sizes.getOrDefault(Table.CALLS, new long[2]);
    return String.format(
        Locale.ROOT,
        "| %,d | %,d | %.2f | %.1f | %.2f | %d | %,d | %d | %d |",
        calls[0],
        answers,
        cpu,
        cpu * 1e6 / answers,
        wall,
        residentMegabytes(),
        sizes.values().stream().mapToLong(size -> size[0]).sum(),
        Files.size(file) >> 20,
        calls[1] / Math.max(1, calls[0]));
  }

  private static long residentMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
          .findFirst()
          .orElse(0L);
    }
  }

  /// Each channel calls each token once.
  private Iterator<Sighting> posts() {
    record Post(Instant at, int number) {}
    List<Post> posts = new ArrayList<>(calls);
    for (int i = 0; i < calls; i++) {
      posts.add(new Post(calledAt(i), i));
    }
    posts.sort((one, other) -> one.at.compareTo(other.at));
    return posts.stream().map(post -> Sighting.of(event(post.at, post.number), reader)).iterator();
  }

  private Instant calledAt(int call) {
    Horizon[] horizons = Horizon.values();
    if (random.nextDouble() >= DUE) {
      Duration past = Horizon.DAY_7.after().plusHours(3);
      return HOUR.minus(past).minusMillis(random.nextLong(Duration.ofDays(22).toMillis()));
    }
    long within = random.nextLong(Duration.ofHours(1).toMillis());
    Duration due = horizons[call % horizons.length].after().plus(ANSWERED_AFTER);
    return HOUR.plusMillis(within).minus(due);
  }

  private static MessageEvent event(Instant at, int call) {
    MessageRef ref =
        new MessageRef(new ChannelId(1_700_000_000L + call / TOKENS), 1 + call % TOKENS);
    String text = "BUY NOW BSC " + address(call % TOKENS) + " huge potential, entry here";
    return MessageEvent.imported(ref, Timing.imported(at), Content.of(text));
  }

  private static String address(int token) {
    SplittableRandom digits = new SplittableRandom(token);
    StringBuilder address = new StringBuilder("0x");
    for (int i = 0; i < 5; i++) {
      address.append(String.format(Locale.ROOT, "%08x", digits.nextInt()));
    }
    return address.toString();
  }

  private PriceSource prices() {
    return question ->
        switch (question) {
          case Question.CandlesOf asked ->
              new Answer.CandlesFound(within(asked), Provenance.of("bench"));
          case Question.MarketOf _, Question.ChainOf _, Question.TokenOf _ ->
              new Answer.Unanswerable("candles are all that this market tells");
        };
  }

  private List<CandleBlock> within(Question.CandlesOf asked) {
    return candles.computeIfAbsent(asked.asset().id(), _ -> walk(asked.asset())).stream()
        .filter(block -> block.candles().openAt(0).isBefore(asked.to()))
        .filter(block -> !last(block).isBefore(asked.from()))
        .toList();
  }

  private static Instant last(CandleBlock block) {
    return block.candles().openAt(block.candles().size() - 1);
  }

  private static String plain(double price) {
    return new BigDecimal(price).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static List<CandleBlock> walk(Asset asset) {
    SplittableRandom chance = new SplittableRandom(asset.id().hashCode());
    List<CandleBlock> blocks = new ArrayList<>();
    double price = 0.001;
    long step = STEP.toSeconds();
    long end = HOUR.plus(Duration.ofHours(3)).getEpochSecond();
    List<String> lines = new ArrayList<>(BLOCK);
    for (long at = FIRST.getEpochSecond() / step * step; at < end; at += step) {
      double close = price * Math.exp(chance.nextGaussian() * 0.03);
      double high = Math.max(price, close) * 1.01;
      double low = Math.min(price, close) * 0.99;
      lines.add(
          at
              + ","
              + plain(price)
              + ","
              + plain(high)
              + ","
              + plain(low)
              + ","
              + plain(close)
              + ",100");
      price = Math.max(1e-5, close);
      if (lines.size() == BLOCK) {
        blocks.add(CandleBlock.of(STEP, lines));
        lines.clear();
      }
    }
    blocks.add(CandleBlock.of(STEP, lines));
    return blocks;
  }
}
