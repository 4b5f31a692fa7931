package io.assay.core.lineage;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long after another channel one called the same, counted in classes that double in width:
/// under a second, under two, under four, up to a day. So the median of any number of lags takes
/// the room of eighteen counts, and is right to within its class.
final class Lags {
  /// 2^17 seconds are more than a day.
  private static final int CLASSES = 18;

  static final Lags NONE = new Lags(new long[CLASSES]);

  private final long[] counts;

  private Lags(long[] counts) {
    this.counts = counts;
  }

  /// These and one more.
  Lags and(Duration lag) {
    long seconds = lag.toSeconds();
    int which = Long.SIZE - Long.numberOfLeadingZeros(seconds);
    long[] more = counts.clone();
    more[Math.min(which, CLASSES - 1)]++;
    return new Lags(more);
  }

  long size() {
    return Arrays.stream(counts).sum();
  }

  /// The median, as if the lags of its class were spread evenly over it; zero of none.
  Duration median() {
    long half = size(); // in halves of a lag, so that the middle of an even number is one too
    long below = 0;
    for (int which = 0; which < CLASSES; which++) {
      long upTo = below + 2 * counts[which];
      if (upTo >= half && counts[which] > 0) {
        double part = (double) (half - below) / (2 * counts[which]);
        double from = which == 0 ? 0 : 1L << (which - 1);
        double to = 1L << which;
        return Duration.ofMillis(StrictMath.round(1000 * (from + part * (to - from))));
      }
      below = upTo;
    }
    return Duration.ZERO;
  }

  void write(CanonWriter out) {
    int used = CLASSES;
    while (used > 0 && counts[used - 1] == 0) {
      used--;
    }
    out.count(used);
    for (int i = 0; i < used; i++) {
      out.count(counts[i]);
    }
  }

  static Lags read(CanonReader in) {
    int used = in.size();
    if (used > CLASSES) {
      throw new CanonException("there are " + CLASSES + " classes of lags, not " + used);
    }
    long[] counts = new long[CLASSES];
    for (int i = 0; i < used; i++) {
      counts[i] = in.count();
    }
    return new Lags(counts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lags that && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return size() + " lags, median " + median();
  }
}
