package io.assay.adapters.candles;

import io.assay.core.price.CandleLine;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The first and last rows of a candle file, found without reading what lies between unless they
/// are in no order.
final class Ends {
  private static final int END = 4096;
  private static final int CHUNK = 1 << 16;

  private final CandleLine row = new CandleLine();
  private final long possible;
  private long latest = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;
  private boolean rises = true;
  private boolean falls = true;
  private boolean impossible;

  private Ends(long possible) {
    this.possible = possible;
  }

  /// Looks at the ends of a file.
  ///
  /// @param possible the latest time that can have come, in seconds; later ones do not count
  static Ends of(Path file, long possible) {
    Ends ends = new Ends(possible);
    try {
      ends.look(file);
      if (!ends.rises && !ends.falls) {
        try (Rows rows = FileRows.of(file, possible, new Findings())) {
          while (rows.next()) {
            ends.latest = Math.max(ends.latest, rows.line().seconds());
          }
        }
      }
    } catch (IOException e) {
      return ends; // why, is said when the file is asked for
    }
    return ends;
  }

  /// The latest time that a row tells, in seconds: the first or the last, or any where those do not
  /// keep one order. [Long#MIN_VALUE] where none tells any.
  long latest() {
    return latest;
  }

  /// Whether something is wrong that would let the clock run wrong: no row tells a time, or one a
  /// time that has not come.
  boolean areFlawed() {
    return impossible || latest == Long.MIN_VALUE;
  }

  private void look(Path file) throws IOException {
    try (InputStream in = Lines.open(file)) {
      byte[] head = some(in, END);
      look(head, 0);
      if (head.length < END) {
        return; // that was all
      }
      if (!(in instanceof GZIPInputStream)) {
        in.skipNBytes(Math.max(0, Files.size(file) - head.length - END));
      }
      byte[] tail = tail(in, head);
      look(tail, lineBegin(tail));
    }
  }

  /// Where the first line begins that is whole, as far as can be known.
  private static int lineBegin(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(bytes.length, at + 1);
  }

  /// The last bytes; some of them may be the first too.
  private static byte[] tail(InputStream in, byte[] head) throws IOException {
    byte[] before = head;
    for (byte[] chunk = some(in, CHUNK); chunk.length > 0; chunk = some(in, CHUNK)) {
      int kept = Math.min(before.length, END);
      byte[] both =
          Arrays.copyOf(
              Arrays.copyOfRange(before, before.length - kept, before.length), kept + chunk.length);
      System.arraycopy(chunk, 0, both, kept, chunk.length);
      before = both;
    }
    return before;
  }

  /// The next bytes, fewer than asked for only where the stream ends. One that breaks off ends
  /// there.
  private static byte[] some(InputStream in, int most) throws IOException {
    byte[] bytes = new byte[most];
    int filled = 0;
    try {
      for (int read = 0; read >= 0 && filled < most; filled += Math.max(0, read)) {
        read = in.read(bytes, filled, most - filled);
      }
    } catch (EOFException | ZipException e) {
      return Arrays.copyOf(bytes, filled);
    }
    return filled == most ? bytes : Arrays.copyOf(bytes, filled);
  }

  /// Looks at every row that begins in the bytes from there on.
  private void look(byte[] bytes, int begin) {
    int from = begin;
    for (int at = begin; at <= bytes.length; at++) {
      if (at == bytes.length || bytes[at] == '\n') {
        boolean sound = row.read(bytes, from, at) == CandleLine.Finding.SOUND;
        if (sound && row.seconds() <= possible) {
          see(row.seconds());
        }
        impossible |= sound && row.seconds() > possible;
        from = at + 1;
      }
    }
  }

  private void see(long second) {
    boolean isFirst = last == Long.MIN_VALUE;
    rises &= isFirst || second >= last;
    falls &= isFirst || second <= last;
    last = second;
    latest = Math.max(latest, second);
  }
}
