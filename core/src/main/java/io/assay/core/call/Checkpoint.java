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

  /// Writes it in as few bytes as it takes.
  ///
  /// @param due the instant that it is of
  default void write(CanonWriter out, Instant due) {
    switch (this) {
      case Awaited() -> out.u8(0);
      case Missing() -> out.u8(1);
      case Reached(Instant at, double ratio, boolean late) ->
          out.u8(late ? 3 : 2).signed(at.toEpochMilli() - due.toEpochMilli()).f64(ratio);
    }
  }

  static Checkpoint read(CanonReader in, Instant due) {
    int form = in.u8();
    return switch (form) {
      case 0 -> new Awaited();
      case 1 -> new Missing();
      case 2, 3 -> new Reached(due.plusMillis(in.signed()), in.f64(), form == 3);
      default -> throw new CanonException("no checkpoint of form " + form);
    };
  }
}
