package io.assay.adapters.candles;

import io.assay.core.price.CandleLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Candles put in time order, those of one time by their lines: runs of bounded size, sorted in
/// memory and kept in the scratch file, and merged as they are read.
final class SortedRows {
  private static final int RUN_ROWS = 1 << 15;
  private static final int RUN_BYTES = 4 << 20;
  private static final int PIECE_ROWS = 256;
  private static final int ROW_BITS = 20;
  private static final int HEADER = Long.BYTES + Integer.BYTES;

  private final Scratch scratch;
  private final List<List<Scratch.Parcel>> runs = new ArrayList<>();
  private final long[] times = new long[RUN_ROWS];
  private final long[] numbers = new long[RUN_ROWS];
  private final int[] ends = new int[RUN_ROWS];
  private byte[] text = new byte[1 << 16];
  private int rows;

  private SortedRows(Scratch scratch) {
    this.scratch = scratch;
  }

  /// Sorts the rows, from the first to the last, and closes them.
  static Rows.Source of(Rows rows, Scratch scratch, RowOrder order) throws IOException {
    SortedRows sorted = new SortedRows(scratch);
    try (rows) {
      while (rows.next()) {
        order.see(rows.line().seconds(), rows.number());
        sorted.add(rows.line(), rows.number());
      }
    }
    sorted.spill();
    return sorted::open;
  }

  private void add(CandleLine line, long number) {
    int from = length();
    if (rows == RUN_ROWS || from + line.mostBytes() > RUN_BYTES) {
      spill();
      from = 0;
    }
    if (text.length - from < line.mostBytes()) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, from + line.mostBytes()));
    }
    times[rows] = line.seconds();
    numbers[rows] = number;
    ends[rows++] = line.copyTo(text, from);
  }

  private int length() {
    return rows == 0 ? 0 : ends[rows - 1];
  }

  private void spill() {
    long[] keys = new long[rows];
    for (int row = 0; row < rows; row++) {
      keys[row] = (times[row] << ROW_BITS) | row;
    }
    Arrays.sort(keys);
    List<Scratch.Parcel> run = new ArrayList<>();
    for (int from = 0; from < keys.length; from += PIECE_ROWS) {
      run.add(scratch.keep(piece(keys, from, Math.min(keys.length, from + PIECE_ROWS))));
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    rows = 0;
  }

  private byte[] piece(long[] keys, int from, int to) {
    int size = 0;
    for (int i = from; i < to; i++) {
      int row = row(keys[i]);
      size += HEADER + ends[row] - start(row);
    }
    ByteBuffer piece = ByteBuffer.allocate(size);
    for (int i = from; i < to; i++) {
      int row = row(keys[i]);
      int length = ends[row] - start(row);
      piece.putLong(numbers[row]).putInt(length).put(text, start(row), length);
    }
    return piece.array();
  }

  private static int row(long key) {
    return (int) (key & ((1 << ROW_BITS) - 1));
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  private Rows open() {
    PriorityQueue<Run> next =
        new PriorityQueue<>(
            Comparator.<Run>comparingLong(run -> run.line.seconds())
                .thenComparingLong(run -> run.number));
    for (List<Scratch.Parcel> run : runs) {
      Run one = new Run(run);
      if (one.next()) {
        next.add(one);
      }
    }
    return new Merged(next);
  }

  /// One run as it is read back.
  private final class Run {
    private final List<Scratch.Parcel> pieces;
    private final CandleLine line = new CandleLine();
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private int taken;
    private long number;

    Run(List<Scratch.Parcel> pieces) {
      this.pieces = pieces;
    }

    private boolean next() {
      if (!piece.hasRemaining()) {
        if (taken == pieces.size()) {
          return false;
        }
        piece = ByteBuffer.wrap(scratch.recall(pieces.get(taken++)));
      }
      number = piece.getLong();
      int end = piece.getInt() + piece.position();
      CandleLine.Finding finding = line.read(piece.array(), piece.position(), end - 1);
      if (finding != CandleLine.Finding.SOUND) {
        String text = new String(piece.array(), StandardCharsets.UTF_8);
        throw new IllegalStateException("a candle came back from the scratch file as " + text);
      }
      piece.position(end);
      return true;
    }
  }

  /// The runs as one.
  private static final class Merged implements Rows {
    private final PriorityQueue<Run> next;
    private @Nullable Run current;

    Merged(PriorityQueue<Run> next) {
      this.next = next;
    }

    @Override
    public boolean next() {
      if (current != null && current.next()) {
        next.add(current);
      }
      current = next.poll();
      return current != null;
    }

    private Run current() {
      Run run = current;
      if (run == null) {
        throw new IllegalStateException("there is no candle before the first or after the last");
      }
      return run;
    }

    @Override
    public CandleLine line() {
      return current().line;
    }

    @Override
    public long number() {
      return current().number;
    }

    @Override
    public void close() {
      next.clear();
    }
  }
}
