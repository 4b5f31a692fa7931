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

  static Pulse before(Instant at) {
    return new Pulse(at, 1, 1, Instant.MAX);
  }

  long quietMillis() {
    return quietSince.equals(Instant.MAX) ? TRADING : quietSince.toEpochMilli();
  }

  static Instant quiet(long millis) {
    return millis == TRADING ? Instant.MAX : Instant.ofEpochMilli(millis);
  }

  void write(CanonWriter out) {
    out.instant(followedTo).f64(lastRatio).f64(tradedRatio).signed(quietMillis());
  }

  static Pulse read(CanonReader in) {
    return new Pulse(in.instant(), in.f64(), in.f64(), quiet(in.signed()));
  }
}
