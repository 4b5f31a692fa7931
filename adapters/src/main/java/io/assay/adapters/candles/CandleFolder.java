package io.assay.adapters.candles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.message.Flaw;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Consumer;

/// Prices from a folder of candle files: `<chain>_<address>.csv` for tokens, `coin_<SYMBOL>.csv`
/// for coins and listings, with the columns `time,open,high,low,close,volume` (seconds UTC, USD),
/// plain or gzipped. An EVM address of unknown chain is on the chain of the only file that has it.
///
/// A file is read whole when it is first asked for, and what is wrong in it is told then, once. A
/// row of a time that has not come is not used: a single one would let the clock of a replay run on
/// to it, over every call that is open.
///
/// Memory is bounded: blocks that were not used lately wait in a scratch file. Where that has no
/// room, an answer is an [java.io.UncheckedIOException]. For one thread.
public final class CandleFolder implements PriceSource, AutoCloseable {
  /// Clocks differ, and a candle may be named by its end.
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private static final Provenance TOLD = Provenance.of("files");

  private final CandleNames names;
  private final Consumer<Flaw> flaws;
  private final Scratch scratch;
  private final long possible;
  private final Map<Path, NavigableMap<Long, CandleFile.Slot>> files = new HashMap<>();
  private final Cache<Scratch.Place, CandleBlock> atHand;

  private CandleFolder(
      CandleNames names,
      Cache<Scratch.Place, CandleBlock> atHand,
      Scratch scratch,
      Instant now,
      Consumer<Flaw> flaws) {
    this.names = names;
    this.flaws = flaws;
    this.scratch = scratch;
    possible = now.plus(TOLERANCE).getEpochSecond();
    this.atHand = atHand;
  }

  private static Cache<Scratch.Place, CandleBlock> cache(long bytes) {
    return Caffeine.newBuilder()
        .maximumWeight(bytes)
        .weigher((Scratch.Place _, CandleBlock block) -> block.weight())
        .executor(Runnable::run)
        .build();
  }

  /// Opens a folder.
  ///
  /// @param bytes of decoded candles to keep in memory, about
  /// @param flaws told of what is wrong in the files
  /// @throws IOException if the folder cannot be listed
  public static CandleFolder open(Path folder, long bytes, Consumer<Flaw> flaws)
      throws IOException {
    return open(folder, bytes, flaws, InstantSource.system());
  }

  /// The same, by another clock.
  public static CandleFolder open(
      Path folder, long bytes, Consumer<Flaw> flaws, InstantSource clock) throws IOException {
    CandleNames names = CandleNames.in(folder, flaws);
    return new CandleFolder(names, cache(bytes), Scratch.make(), clock.instant(), flaws);
  }

  @Override
  public Answer answer(Question question) {
    return switch (question) {
      case Question.CandlesOf(Asset asset, Instant from, Instant to, var _) ->
          candles(asset, from, to);
      case Question.ChainOf(Asset.Token token) -> chain(token);
      case Question.TokenOf(Asset.Token pool) -> token(pool);
      case Question.MarketOf _ -> new Answer.Unanswerable("candle files tell no liquidity");
    };
  }

  private Answer candles(Asset asset, Instant from, Instant to) {
    Path file = names.file(asset);
    if (file == null) {
      return new Answer.Unanswerable("no candle file " + CandleNames.name(asset) + ".csv");
    }
    var slots = slots(file);
    if (slots.isEmpty()) {
      return new Answer.Unanswerable("no usable candle in " + file.getFileName());
    }
    List<CandleBlock> blocks = new ArrayList<>();
    for (var slot : slots.headMap(to.toEpochMilli(), false).values()) {
      if (slot.last() >= from.toEpochMilli()) {
        blocks.add(atHand.get(slot.place(), scratch::recall));
      }
    }
    return new Answer.CandlesFound(blocks, TOLD);
  }

  /// A file by a pool's own address holds the prices of what is traded in it: the pool stands for
  /// its token.
  private Answer token(Asset.Token pool) {
    if (pool.isChainUnknown()) {
      Answer chain = chain(pool);
      return chain instanceof Answer.ChainFound(Chain found)
          ? new Answer.TokenFound(new Asset.Token(found, pool.address()))
          : chain;
    }
    return names.file(pool) == null
        ? new Answer.Unanswerable("no candle file " + CandleNames.name(pool) + ".csv")
        : new Answer.TokenFound(pool);
  }

  private NavigableMap<Long, CandleFile.Slot> slots(Path file) {
    return files.computeIfAbsent(file, path -> CandleFile.read(path, possible, scratch, flaws));
  }

  private Answer chain(Asset.Token token) {
    List<Chain> chains = names.chains(token.address());
    return switch (chains.size()) {
      case 0 -> new Answer.Unanswerable("no candle file <chain>_" + token.address() + ".csv");
      case 1 -> new Answer.ChainFound(chains.getFirst());
      default ->
          new Answer.Unanswerable(
              "ambiguous: candle files of " + token.address() + " on " + chains.size() + " chains");
    };
  }

  /// The latest time that the first or last rows of any file tell: up to there something is known.
  /// [Instant#MIN] where none tells any. A file in which they tell none, or one that cannot be, is
  /// read whole, so that what is wrong in it is told even if nobody ever asks for it.
  public Instant latest() {
    long latest = Long.MIN_VALUE;
    for (Path file : names.files()) {
      Ends ends = Ends.of(file, possible);
      latest = Math.max(latest, ends.areFlawed() ? whole(file) : ends.latest());
    }
    return latest == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochSecond(latest);
  }

  private long whole(Path file) {
    var last = slots(file).lastEntry();
    return last == null ? Long.MIN_VALUE : last.getValue().last() / 1000;
  }

  @Override
  public void close() {
    scratch.close();
  }
}
