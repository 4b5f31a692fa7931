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

/// The first and last rows of a candle file, found without reading what lies between.
final class Ends {
  private static final int END = 4096;
  private static final int CHUNK = 1 << 16;

  private final CandleLine row = new CandleLine();
  private long latest = Long.MIN_VALUE;

  private Ends() {}

  /// The later of the times that the first and the last row tell, in seconds; [Long#MIN_VALUE]
  /// where neither tells any. A file that cannot be read tells none: why, is said when it is asked
  /// for.
  static long latest(Path file) {
    Ends ends = new Ends();
    try (InputStream in = Lines.open(file)) {
      byte[] head = some(in, END);
      ends.look(head, head.length);
      if (!(in instanceof GZIPInputStream)) {
        in.skipNBytes(Math.max(0, Files.size(file) - head.length - END));
      }
      byte[] tail = tail(in, head);
      ends.look(tail, tail.length);
    } catch (IOException e) {
      return ends.latest;
    }
    return ends.latest;
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

  /// Looks at every row that begins in the bytes.
  private void look(byte[] bytes, int length) {
    int from = 0;
    for (int at = 0; at <= length; at++) {
      if (at == length || bytes[at] == '\n') {
        if (row.read(bytes, from, at) == CandleLine.Finding.SOUND) {
          latest = Math.max(latest, row.seconds());
        }
        from = at + 1;
      }
    }
  }
}
