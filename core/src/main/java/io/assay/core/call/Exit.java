package io.assay.core.call;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;
import java.util.Objects;

/// How a [Barrier] policy ended for a call.
public sealed interface Exit {
  /// Still in.
  record Awaited() implements Exit {}

  /// Out.
  ///
  /// @param gross what came back of each unit staked, after costs: 1.5 is +50 %, ≥ 0
  record Done(Instant at, Reason reason, double gross) implements Exit {
    public Done {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(reason, "reason");
      if (!(gross >= 0)) {
        throw new IllegalArgumentException("a gross return is at least zero, not " + gross);
      }
    }
  }

  /// Prices ended before either barrier or the time-out was reached.
  record Unknown() implements Exit {}

  /// Why it is out. The order is part of the ledger's format.
  enum Reason {
    TAKE_PROFIT,
    STOP,
    /// Both barriers lie inside one candle: counted as the stop.
    AMBIGUOUS,
    TIME_OUT,
    DEAD;

    private static final Reason[] ALL = values();
  }

  default boolean isWin() {
    return this instanceof Done done && done.reason() == Reason.TAKE_PROFIT;
  }

  default void write(CanonWriter out) {
    switch (this) {
      case Awaited() -> out.u8(0);
      case Done(Instant at, Reason reason, double gross) ->
          out.u8(1).instant(at).one(reason).f64(gross);
      case Unknown() -> out.u8(2);
    }
  }

  static Exit read(CanonReader in) {
    int form = in.u8();
    return switch (form) {
      case 0 -> new Awaited();
      case 1 -> new Done(in.instant(), in.one(Reason.ALL), in.f64());
      case 2 -> new Unknown();
      default -> throw new CanonException("no exit of form " + form);
    };
  }
}
