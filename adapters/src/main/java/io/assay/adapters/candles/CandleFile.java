package io.assay.adapters.candles;

import io.assay.core.message.Flaw;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one candle file into blocks.
///
/// The same rows make the same blocks and the same findings, whatever their order: where they do
/// not rise they are put in order first. What is wrong is said once for each kind, and the rest
/// goes on. Used once.
final class CandleFile {
  private static final int ROWS_TO_TELL_STEP = 1000;

  private final Path file;
  private final long latest;
  private final Scratch scratch;
  private Findings findings = new Findings();

  private CandleFile(Path file, long latest, Scratch scratch) {
    this.file = file;
    this.latest = latest;
    this.scratch = scratch;
  }

  /// A block of the file.
  ///
  /// @param first when its first candle opens, in milliseconds
  /// @param last when its last one does
  record Slot(long first, long last, Scratch.Place place) {}

  /// The file's blocks by the time of their first candle; empty where nothing can be used.
  ///
  /// @param latest the latest time that can have come, in seconds: later rows are not used
  static NavigableMap<Long, Slot> read(
      Path file, long latest, Scratch scratch, Consumer<Flaw> flaws) {
    return new CandleFile(file, latest, scratch).read(flaws);
  }

  private NavigableMap<Long, Slot> read(Consumer<Flaw> flaws) {
    NavigableMap<Long, Slot> slots = new TreeMap<>();
    try {
      Grid grid = lay(this::open);
      if (grid == null) {
        grid = inOrder();
      }
      slots = grid.end();
      findings.add(grid.findings());
      if (slots.isEmpty()) {
        findings.note("step", 0, "fewer than two candles: their length cannot be told");
      }
    } catch (IOException e) {
      findings.note("io", 0, "cannot be read: " + Causes.of(e));
    }
    findings.tell(file.toString(), flaws);
    return slots;
  }

  /// The file from its begin, with what was found in it before forgotten.
  private Rows open() throws IOException {
    findings = new Findings();
    return FileRows.of(file, latest, findings);
  }

  private Grid inOrder() throws IOException {
    RowOrder order = new RowOrder();
    Rows.Source sorted = SortedRows.of(open(), scratch, order);
    order.note(findings);
    Grid grid = lay(sorted);
    if (grid == null) {
      throw new IllegalStateException("candles are out of order after they were put in order");
    }
    return grid;
  }

  /// Lays the rows at the distance that is the commonest among the first of them, and once more if
  /// it turns out not to be that of all.
  ///
  /// @return null if they do not rise
  private @Nullable Grid lay(Rows.Source source) throws IOException {
    long step = step(source);
    while (true) {
      Grid grid = new Grid(step, scratch);
      try (Rows rows = source.open()) {
        while (rows.next()) {
          if (!grid.take(rows.line(), rows.number())) {
            return null;
          }
        }
      }
      if (grid.commonest() == step) {
        return grid;
      }
      step = grid.commonest();
    }
  }

  /// The candle length in seconds: the commonest distance between the first rows; 0 if there are
  /// fewer than two.
  private static long step(Rows.Source source) throws IOException {
    long[] times = new long[ROWS_TO_TELL_STEP];
    int rows = 0;
    try (Rows first = source.open()) {
      while (rows < times.length && first.next()) {
        times[rows++] = first.line().seconds();
      }
    }
    Arrays.sort(times, 0, rows);
    Distances distances = new Distances(0);
    for (int i = 1; i < rows; i++) {
      distances.add(times[i] - times[i - 1]);
    }
    return distances.commonest();
  }
}
