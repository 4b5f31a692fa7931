package io.assay.core.price;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A run of candles of one length in time order, in USD per token. Gaps are gaps: a missing candle
/// is not there. Immutable.
public final class Candles {
  static final int FIELDS = 5;

  private final long step;
  private final long[] openAt;
  private final double[] values;

  Candles(long step, long[] openAt, double[] values) {
    this.step = step;
    this.openAt = openAt;
    this.values = values;
  }

  /// A run of the candles given.
  ///
  /// @throws IllegalArgumentException if the candles are not in strictly rising time order
  public static Candles of(Duration step, List<Candle> candles) {
    long[] times = new long[candles.size()];
    double[] values = new double[candles.size() * FIELDS];
    for (int i = 0; i < times.length; i++) {
      Candle candle = candles.get(i);
      times[i] = candle.openAt().toEpochMilli();
      if (i > 0 && times[i] <= times[i - 1]) {
        throw new IllegalArgumentException("candles out of order at " + candle.openAt());
      }
      values[i * FIELDS] = candle.open();
      values[i * FIELDS + 1] = candle.high();
      values[i * FIELDS + 2] = candle.low();
      values[i * FIELDS + 3] = candle.close();
      values[i * FIELDS + 4] = candle.volume();
    }
    return new Candles(step.toMillis(), times, values);
  }

  /// Puts the numbers of a line among the values of a run. The open and the close were paid, so the
  /// range is widened to hold them where the provider's does not.
  static void put(CandleLine line, double[] values, int row) {
    int at = row * FIELDS;
    values[at] = line.open();
    values[at + 1] = Math.max(line.high(), Math.max(line.open(), line.close()));
    values[at + 2] = Math.min(line.low(), Math.min(line.open(), line.close()));
    values[at + 3] = line.close();
    values[at + 4] = line.volume();
  }

  public int size() {
    return openAt.length;
  }

  /// Length of each candle.
  public Duration step() {
    return Duration.ofMillis(step);
  }

  public Instant openAt(int index) {
    return Instant.ofEpochMilli(openAt[index]);
  }

  /// Milliseconds since 1970 at which the candle opens.
  public long openMillis(int index) {
    return openAt[index];
  }

  /// Milliseconds since 1970 at which all of the candle is known.
  public long closeMillis(int index) {
    return openAt[index] + step;
  }

  public double open(int index) {
    return values[index * FIELDS];
  }

  public double high(int index) {
    return values[index * FIELDS + 1];
  }

  public double low(int index) {
    return values[index * FIELDS + 2];
  }

  public double close(int index) {
    return values[index * FIELDS + 3];
  }

  /// Traded volume; NaN where the source does not tell.
  public double volume(int index) {
    return values[index * FIELDS + 4];
  }

  /// Index of the first candle that opens at or after the instant; [#size] where none does.
  public int firstAtOrAfter(Instant instant) {
    int found = Arrays.binarySearch(openAt, instant.toEpochMilli());
    return found >= 0 ? found : -found - 1;
  }

  /// Bytes that [#put] writes.
  public int packedBytes() {
    return Long.BYTES + openAt.length * (Long.BYTES + FIELDS * Double.BYTES);
  }

  /// Writes the numbers as they are in memory, for a scratch file of this very process: a format
  /// that nobody else may rely on.
  public void put(ByteBuffer target) {
    target.putLong(step);
    target.asLongBuffer().put(openAt);
    target.position(target.position() + openAt.length * Long.BYTES);
    target.asDoubleBuffer().put(values);
    target.position(target.position() + values.length * Double.BYTES);
  }

  /// Reads back what [#put] wrote; it must be all that remains in the buffer.
  public static Candles get(ByteBuffer source) {
    long step = source.getLong();
    long[] openAt = new long[source.remaining() / (Long.BYTES + FIELDS * Double.BYTES)];
    source.asLongBuffer().get(openAt);
    source.position(source.position() + openAt.length * Long.BYTES);
    double[] values = new double[openAt.length * FIELDS];
    source.asDoubleBuffer().get(values);
    return new Candles(step, openAt, values);
  }
}
