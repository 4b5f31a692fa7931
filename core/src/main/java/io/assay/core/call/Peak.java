package io.assay.core.call;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;

/// The extremes since the entry, as ratios of the entry price before costs. For display only:
/// nobody sells at the top, so no judgement uses them.
///
/// @param high the raw all-time high since the entry
/// @param highAt close of the candle in which it was
/// @param low the lowest
public record Peak(double high, Instant highAt, double low) {
  /// Where everything begins: the entry itself.
  static Peak atEntry(Instant at) {
    return new Peak(1, at, 1);
  }

  void write(CanonWriter out) {
    out.f64(high).instant(highAt).f64(low);
  }

  static Peak read(CanonReader in) {
    return new Peak(in.f64(), in.instant(), in.f64());
  }
}
