package io.assay.adapters.candles;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The lines of a file, plain or gzipped by its content, as bytes without their ends. Used by one
/// thread.
final class Lines implements AutoCloseable {
  /// Longer lines are cut: no candle is that long.
  static final int LONGEST = 4096;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private boolean ended;
  private String cutOff = "";
  private byte[] line = new byte[256];
  private int length;
  private long number;

  private Lines(InputStream in) {
    this.in = in;
  }

  static Lines of(Path file) throws IOException {
    return new Lines(open(file));
  }

  /// The file's content: a [GZIPInputStream] where it is gzipped.
  static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(2);
      boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return zipped ? new GZIPInputStream(raw, BUFFER) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /// Goes to the next line.
  ///
  /// @return false if there is none
  /// @throws IOException if the file cannot be read
  boolean next() throws IOException {
    length = 0;
    number++;
    while (true) {
      if (at == filled && !fill()) {
        return length > 0;
      }
      byte letter = buffer[at++];
      if (letter == '\n') {
        return true;
      }
      if (length < LONGEST) {
        keep(letter);
      }
    }
  }

  private void keep(byte letter) {
    if (length == line.length) {
      line = Arrays.copyOf(line, length * 2);
    }
    line[length++] = letter;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    at = 0;
    try {
      filled = Math.max(0, in.read(buffer));
    } catch (EOFException | ZipException e) {
      filled = 0;
      cutOff =
          e instanceof EOFException ? "the gzip stream ends early" : "the gzip stream is broken";
    }
    ended = filled == 0;
    return !ended;
  }

  /// The bytes of the line, of which [#length] count; overwritten by the next.
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /// Number of the line, from 1.
  long number() {
    return number;
  }

  /// Why the file ended before its end; empty if it did not.
  String cutOff() {
    return cutOff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
