package io.assay.adapters.candles;

import java.time.Instant;

/// In which order the rows of a file come: oldest first, or newest first, and which of them do not
/// keep to it.
final class RowOrder {
  private final Stray late = new Stray("after a later one");
  private final Stray early = new Stray("after an earlier one, in a file that runs newest first");
  private long first = -1;
  private long last = -1;
  private long earliest = Long.MAX_VALUE;
  private long latest = -1;
  private long rising;
  private long falling;

  /// Rows that are out of order if the file's order is the one that is asked about.
  private static final class Stray {
    private final String words;
    private long line;
    private long time;
    private int times;

    Stray(String words) {
      this.words = words;
    }

    void add(long second, long number) {
      if (times++ == 0) {
        line = number;
        time = second;
      }
    }

    void note(Findings findings) {
      if (times > 0) {
        String candle = "the candle of " + Instant.ofEpochSecond(time);
        findings.note("order", line, times, candle + " comes " + words);
      }
    }
  }

  /// The next row is of that second.
  void see(long second, long number) {
    if (last < 0) {
      first = number;
    } else if (second > last) {
      rising++;
    } else if (second < last) {
      falling++;
    }
    if (second < latest) {
      late.add(second, number);
    }
    if (second > earliest) {
      early.add(second, number);
    }
    last = second;
    earliest = Math.min(earliest, second);
    latest = Math.max(latest, second);
  }

  void note(Findings findings) {
    if (falling > rising) {
      findings.note("newest", first, "the rows run newest first; they are put in order");
      early.note(findings);
    } else {
      late.note(findings);
    }
  }
}
