package io.assay.adapters.candles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.message.Flaw;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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
/// A file is read whole when it is first asked for, and what is wrong in it is told then, once.
/// Memory is bounded: blocks that were not used lately wait in a scratch file. Where that has no
/// room, an answer is an [java.io.UncheckedIOException]. For one thread.
public final class CandleFolder implements PriceSource, AutoCloseable {
  private final CandleNames names;
  private final Consumer<Flaw> flaws;
  private final Scratch scratch;
  private final Map<Path, NavigableMap<Long, CandleFile.Slot>> files = new HashMap<>();
  private final Cache<Scratch.Place, CandleBlock> atHand;

  private CandleFolder(CandleNames names, Consumer<Flaw> flaws, Scratch scratch, long bytes) {
    this.names = names;
    this.flaws = flaws;
    this.scratch = scratch;
    atHand =
        Caffeine.newBuilder()
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
    return new CandleFolder(CandleNames.in(folder, flaws), flaws, Scratch.make(), bytes);
  }

  @Override
  public Answer answer(Question question) {
    return switch (question) {
      case Question.CandlesOf(Asset asset, Instant from, Instant to) -> candles(asset, from, to);
      case Question.ChainOf(Asset.Token token) -> chain(token);
    };
  }

  private Answer candles(Asset asset, Instant from, Instant to) {
    Path file = names.file(asset);
    if (file == null) {
      return new Answer.Unanswerable("no candle file " + CandleNames.name(asset) + ".csv");
    }
    var slots = files.computeIfAbsent(file, path -> CandleFile.read(path, scratch, flaws));
    if (slots.isEmpty()) {
      return new Answer.Unanswerable("no usable candle in " + file.getFileName());
    }
    List<CandleBlock> blocks = new ArrayList<>();
    for (var slot : slots.headMap(to.toEpochMilli(), false).values()) {
      if (slot.last() >= from.toEpochMilli()) {
        blocks.add(atHand.get(slot.place(), scratch::recall));
      }
    }
    return new Answer.CandlesFound(blocks);
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
  /// [Instant#MIN] where none tells any.
  public Instant latest() {
    long latest = Long.MIN_VALUE;
    for (Path file : names.files()) {
      latest = Math.max(latest, Ends.latest(file));
    }
    return latest == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochSecond(latest);
  }

  @Override
  public void close() {
    scratch.close();
  }
}
