package io.assay.core.call;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;
import java.util.Objects;

/// What a follower who held until a [Horizon] could have sold at: the first price at or after it.
public sealed interface Checkpoint {
  /// Not known yet.
  record Awaited() implements Checkpoint {}

  /// Sampled.
  ///
  /// @param at when that price was
  /// @param ratio of the entry price (mirrored for a SHORT), before costs, ≥ 0
  /// @param late whether it came more than the tolerated lateness after its time
  record Reached(Instant at, double ratio, boolean late) implements Checkpoint {
    public Reached {
      Objects.requireNonNull(at, "at");
    }
  }

  /// Prices ended before it.
  record Missing() implements Checkpoint {}

  default void write(CanonWriter out) {
    switch (this) {
      case Awaited() -> out.u8(0);
      case Reached(Instant at, double ratio, boolean late) ->
          out.u8(1).instant(at).f64(ratio).bool(late);
      case Missing() -> out.u8(2);
    }
  }

  static Checkpoint read(CanonReader in) {
    int form = in.u8();
    return switch (form) {
      case 0 -> new Awaited();
      case 1 -> new Reached(in.instant(), in.f64(), in.bool());
      case 2 -> new Missing();
      default -> throw new CanonException("no checkpoint of form " + form);
    };
  }
}
