package io.assay.core.call;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;
import java.util.Objects;

/// How a [Policy] ended for a call.
public sealed interface Exit {
  /// Still in.
  ///
  /// @param sold how many parts have been sold; 0 unless the policy sells in parts
  record Awaited(int sold) implements Exit {
    public Awaited {
      if (sold < 0 || sold > MOST_PARTS) {
        throw new IllegalArgumentException("no number of parts: " + sold);
      }
    }

    /// All of it is held.
    public Awaited() {
      this(0);
    }
  }

  /// Out.
  ///
  /// @param at when the last of it was sold
  /// @param reason of the last sale
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

  /// Prices ended before the policy did.
  record Unknown() implements Exit {}

  /// The policy is the caller's own, and he stated none that is about this entry.
  record NotStated() implements Exit {}

  /// The most parts in which anything is sold.
  int MOST_PARTS = 200;

  /// Why it is out. The order is part of the ledger's format.
  enum Reason {
    TAKE_PROFIT,
    STOP,
    /// A stop and the next level lie inside one candle: counted as the stop.
    AMBIGUOUS,
    TIME_OUT,
    DEAD;

    private static final Reason[] ALL = values();

    @SuppressWarnings("EnumOrdinal") // it is the format
    private int place() {
      return ordinal();
    }
  }

  default boolean isWin() {
    return this instanceof Done done && done.reason() == Reason.TAKE_PROFIT;
  }

  /// Writes it in as few bytes as it takes.
  ///
  /// @param called the clock of the call
  default void write(CanonWriter out, Instant called) {
    switch (this) {
      case Unknown() -> out.u8(0);
      case NotStated() -> out.u8(1);
      case Done(Instant at, Reason reason, double gross) ->
          out.u8(DONE + reason.place())
              .signed(at.toEpochMilli() - called.toEpochMilli())
              .f64(gross);
      case Awaited(int sold) -> out.u8(AWAITED + sold);
    }
  }

  static Exit read(CanonReader in, Instant called) {
    int form = in.u8();
    if (form >= AWAITED && form - AWAITED <= MOST_PARTS) {
      return new Awaited(form - AWAITED);
    }
    if (form >= DONE && form - DONE < Reason.ALL.length) {
      return new Done(called.plusMillis(in.signed()), Reason.ALL[form - DONE], in.f64());
    }
    return switch (form) {
      case 0 -> new Unknown();
      case 1 -> new NotStated();
      default -> throw new CanonException("no exit of form " + form);
    };
  }

  /// Form of an exit that is done, by its first reason.
  int DONE = 2;

  /// Form of one that is awaited, nothing sold.
  int AWAITED = 16;
}
