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
  private long[] numbers = new long[FIRST_ROWS];
  private double[] values = new double[FIRST_ROWS * Candles.FIELDS];
  private int rows;
  private boolean rising = true;
  private int repeated;
  private long firstRepeated = Long.MAX_VALUE;

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
    add(line, 0);
  }

  /// The same.
  ///
  /// @param number of the line in its file; 0 where nobody knows it any more
  public void add(CandleLine line, long number) {
    if (rows == openAt.length) {
      numbers = Arrays.copyOf(numbers, rows * 2);
      openAt = Arrays.copyOf(openAt, rows * 2);
      ends = Arrays.copyOf(ends, rows * 2);
      values = Arrays.copyOf(values, values.length * 2);
    }
    if (text.length - length < line.mostBytes()) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + line.mostBytes()));
    }
    numbers[rows] = number;
    openAt[rows] = line.seconds() * 1000;
    rising &= rows == 0 || openAt[rows] > openAt[rows - 1];
    Candles.put(line, values, rows);
    length = line.copyTo(text, length);
    ends[rows++] = length;
  }

  /// Lines taken so far.
  public int size() {
    return rows;
  }

  /// How many lines the block has lost because an earlier one has their time; known once it is
  /// sealed.
  public int repeated() {
    return repeated;
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

  /// The number of the first of these lines.
  public long firstRepeated() {
    return firstRepeated;
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
      } else {
        repeated++;
        firstRepeated = Math.min(firstRepeated, numbers[row]);
      }
    }
    return sorted;
  }
}
