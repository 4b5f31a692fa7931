package io.assay.adapters.export;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The content of a file, unpacked where it is gzipped. A gzip stream that breaks off ends there,
/// and says so when it is asked. Nothing is buffered behind the unpacking: a buffer that fills when
/// the stream breaks is lost whole.
final class Stream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private String cutOff = "";
  private long delivered;

  private Stream(InputStream in) {
    super(in);
  }

  /// Opens the file.
  ///
  /// @param progress told of bytes as they are read from the file
  static Stream of(Path file, LongConsumer progress) throws IOException {
    InputStream raw =
        new BufferedInputStream(new Counted(Files.newInputStream(file), progress), BUFFER);
    try {
      raw.mark(2);
      boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return new Stream(zipped ? new Unpacked(raw) : raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /// Why the content ended before its end; empty if it did not.
  String cutOff() {
    return cutOff;
  }

  /// Bytes of the content that have been read.
  long delivered() {
    return delivered;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (!cutOff.isEmpty()) {
      return -1;
    }
    try {
      int read = in.read(target, from, length);
      delivered += Math.max(0, read);
      if (read < 0 && in instanceof Unpacked unpacked && unpacked.isMoreBehind()) {
        cutOff = "what follows the gzip stream is none; what the stream held is read";
      }
      return read;
    } catch (EOFException e) {
      cutOff = "the gzip stream ends early; what it held before is read";
    } catch (ZipException e) {
      cutOff = "the gzip stream is broken; what it held before is read";
    }
    return -1;
  }

  /// Gzip members one after the other. The JDK takes whatever follows a member and is no further
  /// one for the end, in silence.
  private static final class Unpacked extends GZIPInputStream {
    private static final int TRAILER = 8;

    private Unpacked(InputStream raw) throws IOException {
      super(raw, BUFFER);
    }

    /// Whether there are bytes behind the last member; asked at its end. Zeros are padding.
    private boolean isMoreBehind() throws IOException {
      int known = Math.min(inf.getRemaining(), len);
      for (int at = len - known + TRAILER; at < len; at++) {
        if (buf[at] != 0) {
          return true;
        }
      }
      int next = 0;
      while (next == 0) {
        next = in.read();
      }
      return next > 0;
    }
  }

  /// Counts what is read from the disk.
  private static final class Counted extends FilterInputStream {
    private final LongConsumer progress;

    private Counted(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = in.read(target, from, length);
      progress.accept(Math.max(0, read));
      return read;
    }
  }
}
