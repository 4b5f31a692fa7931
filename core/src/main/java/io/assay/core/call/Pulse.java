package io.assay.core.call;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;

/// The last signs of life.
///
/// @param followedTo up to where candles have been seen whole; the next question asks from here
/// @param lastRatio of the entry price at the last close
/// @param tradedRatio the same at the last close with trades: what was last exitable
/// @param quietSince since when unbroken candles say that nobody traded; [Instant#MAX] if somebody
///   does, or if the source does not tell
public record Pulse(Instant followedTo, double lastRatio, double tradedRatio, Instant quietSince) {
  private static final long TRADING = Long.MAX_VALUE;
  private static final int QUIET = 1;
  private static final int APART = 2;

  static Pulse before(Instant at) {
    return new Pulse(at, 1, 1, Instant.MAX);
  }

  long quietMillis() {
    return quietSince.equals(Instant.MAX) ? TRADING : quietSince.toEpochMilli();
  }

  static Instant quiet(long millis) {
    return millis == TRADING ? Instant.MAX : Instant.ofEpochMilli(millis);
  }

  void write(CanonWriter out, Instant called) {
    long base = called.toEpochMilli();
    boolean quiet = quietMillis() != TRADING;
    boolean apart = Double.compare(lastRatio, tradedRatio) != 0;
    out.u8((quiet ? QUIET : 0) | (apart ? APART : 0));
    out.signed(followedTo.toEpochMilli() - base).f64(lastRatio);
    if (apart) {
      out.f64(tradedRatio);
    }
    if (quiet) {
      out.signed(quietMillis() - base);
    }
  }

  static Pulse read(CanonReader in, Instant called) {
    int form = in.u8();
    Instant followedTo = called.plusMillis(in.signed());
    double last = in.f64();
    double traded = (form & APART) != 0 ? in.f64() : last;
    return new Pulse(
        followedTo,
        last,
        traded,
        (form & QUIET) != 0 ? called.plusMillis(in.signed()) : Instant.MAX);
  }
}
