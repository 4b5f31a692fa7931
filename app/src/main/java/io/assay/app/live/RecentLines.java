package io.assay.app.live;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A stream that still knows the lines of its last read, and the beginning of the line that was not
/// whole before it: whoever finds one of them wrong can show it. Read and asked on one thread.
final class RecentLines extends FilterInputStream {
  /// So much of a line is shown.
  static final int SHOWN = 4_000;

  /// A line that is longer than this is not held while the rest of it comes.
  private static final int LONGEST = 1 << 18;

  private byte[] held = new byte[0];
  private long heldFrom;

  RecentLines(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got = super.read(into, from, length);
    if (got > 0) {
      int whole = wholeLines();
      int kept = held.length - whole;
      byte[] next = Arrays.copyOfRange(held, whole, held.length + got);
      System.arraycopy(into, from, next, kept, got);
      held = next;
      heldFrom += whole;
    }
    return got;
  }

  /// How much of what is held nobody will ask for any more.
  private int wholeLines() {
    int at = held.length;
    while (at > 0 && held[at - 1] != '\n') {
      at--;
    }
    return held.length - at > LONGEST ? held.length : at;
  }

  /// The line of a byte as it came, without its end.
  ///
  /// @param offset of the byte in the stream
  /// @return null where it is not held any more
  @Nullable String at(long offset) {
    if (offset < heldFrom || offset > heldFrom + held.length) {
      return null;
    }
    int begin = (int) (offset - heldFrom);
    int end = begin;
    while (begin > 0 && !isEnd(held[begin - 1])) {
      begin--;
    }
    while (end < held.length && !isEnd(held[end])) {
      end++;
    }
    String line = new String(held, begin, end - begin, StandardCharsets.UTF_8);
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private static boolean isEnd(byte letter) {
    return letter == '\n' || letter == '\r';
  }
}
