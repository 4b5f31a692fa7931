package io.assay.adapters.candles;

import io.assay.core.price.CandleBlock;
import io.assay.core.price.CandleDraft;
import io.assay.core.price.CandleLine;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Lays candles that come in rising time into blocks: pieces of 4,096 candle lengths that begin at
/// multiples of that span, so that the same candles always make the same blocks, however long the
/// file has grown. Counts what lies between them. Used once.
final class Grid {
  private static final int BLOCK_CANDLES = 4096;

  private final long step;
  private final Scratch scratch;
  private final Findings findings = new Findings();
  private final NavigableMap<Long, CandleFile.Slot> slots = new TreeMap<>();
  private final Distances distances;
  private @Nullable CandleDraft draft;
  private long bucket;
  private long last = -1;
  private long kept = -1;

  /// @param step length of a candle in seconds; 0 where it is not known, and nothing is laid
  Grid(long step, Scratch scratch) {
    this.step = step;
    this.scratch = scratch;
    distances = new Distances(step);
  }

  /// Takes the next candle.
  ///
  /// @return false if it is earlier than the one before
  boolean take(CandleLine line, long number) {
    long time = line.seconds();
    if (time < last) {
      return false;
    }
    if (last >= 0) {
      distances.add(time - last);
    }
    last = time;
    if (step > 0 && (kept < 0 || time - kept == step || follows(line, number))) {
      kept = time;
      lay(line);
    }
    return true;
  }

  /// Compares a candle with the one before it, where it is not the next.
  ///
  /// @return false if it is not laid behind that
  private boolean follows(CandleLine line, long number) {
    long distance = line.seconds() - kept;
    String at = "the candle of " + Instant.ofEpochSecond(line.seconds());
    if (distance == 0 && draft != null) {
      findings.note("twice", number, at + " comes twice; the one that traded more counts");
      draft.addFuller(line);
      return false;
    }
    if (distance < step) {
      findings.note("overlap", number, at + " overlaps the one before it");
      return false;
    }
    long missing = distance / step - 1;
    String gap = missing == 0 ? "less than a candle" : missing + " candles";
    findings.note("gap", number, "a gap of " + gap + " before that of " + at.substring(14));
    return true;
  }

  private void lay(CandleLine line) {
    long its = Math.floorDiv(line.seconds(), step * BLOCK_CANDLES);
    CandleDraft open = draft;
    if (open == null || its != bucket) {
      seal();
      bucket = its;
      open = new CandleDraft(Duration.ofSeconds(step));
      draft = open;
    }
    open.add(line);
  }

  private void seal() {
    if (draft != null) {
      CandleBlock block = draft.seal();
      var candles = block.candles();
      long first = candles.openMillis(0);
      long end = candles.openMillis(candles.size() - 1);
      slots.put(first, new CandleFile.Slot(first, end, scratch.keep(block)));
    }
  }

  /// The commonest distance between candles in seconds, of several the shortest; 0 if there are
  /// fewer than two.
  long commonest() {
    return distances.commonest();
  }

  /// What lay between the candles.
  Findings findings() {
    return findings;
  }

  /// The blocks, when the last candle has been taken.
  NavigableMap<Long, CandleFile.Slot> end() {
    seal();
    draft = null;
    return slots;
  }
}
