package io.assay.core.price;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// A candle block in the making: takes lines in any order, keeps each decimal as it was said, and
/// seals to the block that the same lines always give. Not safe for use by several threads.
public final class CandleDraft {
  private static final int FIRST_ROWS = 64;
  private static final int FIRST_BYTES = 4096;
  private static final int ROW_BITS = 24;

  private final long step;
  private final int header;
  private byte[] text = new byte[FIRST_BYTES];
  private int length;
  private long[] openAt = new long[FIRST_ROWS];
  private int[] ends = new int[FIRST_ROWS];
  private double[] values = new double[FIRST_ROWS * Candles.FIELDS];
  private int rows;
  private boolean rising = true;

  /// An empty draft.
  ///
  /// @param step length of each candle, whole milliseconds
  public CandleDraft(Duration step) {
    this.step = step.toMillis();
    byte[] title = (CandleBlock.FORMAT + this.step + "\n").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(title, 0, text, 0, title.length);
    header = title.length;
    length = header;
  }

  /// Takes the line that was read last. Of several lines of one time, the first taken counts.
  public void add(CandleLine line) {
    if (rows == openAt.length) {
      openAt = Arrays.copyOf(openAt, rows * 2);
      ends = Arrays.copyOf(ends, rows * 2);
      values = Arrays.copyOf(values, values.length * 2);
    }
    if (text.length - length < line.mostBytes()) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + line.mostBytes()));
    }
    openAt[rows] = line.seconds() * 1000;
    rising &= rows == 0 || openAt[rows] > openAt[rows - 1];
    Candles.put(line, values, rows);
    length = line.copyTo(text, length);
    ends[rows++] = length;
  }

  /// Takes a line of the same time as the one taken last in its place, if it tells of more: the
  /// greater volume counts (a candle that was fetched before it had ended was fetched again), then
  /// the wider range, then the text. So it does not matter which of them came first.
  public void addFuller(CandleLine line) {
    boolean wasRising = rising;
    int kept = rows - 1;
    int from = kept == 0 ? header : ends[kept - 1];
    int behind = length;
    add(line);
    int size = length - behind;
    length = behind;
    if (isFuller(kept, from, behind, size)) {
      System.arraycopy(text, behind, text, from, size);
      length = from + size;
      ends[kept] = length;
      Candles.put(line, values, kept);
    }
    rows = kept + 1;
    rising = wasRising;
  }

  private boolean isFuller(int kept, int from, int behind, int size) {
    CandleLine before = new CandleLine();
    CandleLine now = new CandleLine();
    before.readForm(text, from, behind - 1);
    now.readForm(text, behind, behind + size - 1);
    int order = Double.compare(volume(now), volume(before));
    order = order != 0 ? order : Double.compare(now.high(), before.high());
    order = order != 0 ? order : Double.compare(before.low(), now.low());
    return order > 0
        || (order == 0 && Arrays.compare(text, behind, behind + size, text, from, ends[kept]) > 0);
  }

  private static double volume(CandleLine line) {
    return Double.isNaN(line.volume()) ? -1 : line.volume();
  }

  /// Lines taken so far.
  public int size() {
    return rows;
  }

  /// The block of the lines taken, in time order.
  public CandleBlock seal() {
    if (!rising) {
      return inOrder().seal();
    }
    Candles candles =
        new Candles(
            step, Arrays.copyOf(openAt, rows), Arrays.copyOf(values, rows * Candles.FIELDS));
    return new CandleBlock(Arrays.copyOf(text, length), candles);
  }

  private CandleDraft inOrder() {
    long[] keys = new long[rows];
    for (int i = 0; i < rows; i++) {
      keys[i] = ((openAt[i] / 1000) << ROW_BITS) | i;
    }
    Arrays.sort(keys);
    CandleDraft sorted = new CandleDraft(Duration.ofMillis(step));
    CandleLine line = new CandleLine();
    long last = -1;
    for (long key : keys) {
      int row = (int) (key & ((1 << ROW_BITS) - 1));
      if (openAt[row] != last) {
        int from = row == 0 ? header : ends[row - 1];
        line.readForm(text, from, ends[row] - 1);
        sorted.add(line);
        last = openAt[row];
      }
    }
    return sorted;
  }
}
