package io.assay.app.web;

import io.assay.runtime.Time;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/// A body that is given up when it comes too slowly: a thread waits for it, and there are few.
final class PacedStream extends FilterInputStream {
  private final WebSettings.Bounds bounds;
  private final Time time;
  private final long begun;
  private long read;

  PacedStream(InputStream body, WebSettings.Bounds bounds, Time time) {
    super(body);
    this.bounds = bounds;
    this.time = time;
    begun = time.nanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got = readSome(into, from, length);
    read += Math.max(0, got);
    if (got >= 0 && isTooSlow()) {
      throw tooSlow();
    }
    return got;
  }

  private int readSome(byte[] into, int from, int length) throws IOException {
    try {
      return super.read(into, from, length);
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw tooSlow();
      }
      throw e;
    }
  }

  private Refusal tooSlow() {
    return new Refusal(408, "the body came slower than " + bounds.slowest() + " bytes a second");
  }

  /// Nobody is judged before a connection might have been silent for as long.
  private boolean isTooSlow() {
    long nanos = time.nanos() - begun;
    return nanos > bounds.idle().toNanos() && read < bounds.slowest() * (nanos / 1e9);
  }
}
