package io.assay.core.market;

import java.time.Instant;
import java.util.Objects;

/// Whether an asset can still be traded.
public sealed interface Life {
  /// One word for it in tables.
  String word();

  /// Why, in one line.
  String why();

  /// It has a price, and nothing says that it is dead.
  record Alive(String why) implements Life {
    public Alive {
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String word() {
      return "ALIVE";
    }
  }

  /// There is positive evidence that nobody can sell it.
  ///
  /// @param cause what the evidence is
  /// @param at when it was seen to be dead, UTC
  record Dead(Cause cause, Instant at, String why) implements Life {
    public Dead {
      Objects.requireNonNull(cause, "cause");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String word() {
      return "DEAD";
    }
  }

  /// Nobody has a price, and nobody has evidence of death either.
  record Unpriceable(String why) implements Life {
    public Unpriceable {
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String word() {
      return "UNPRICEABLE";
    }
  }

  /// What something died of.
  enum Cause {
    /// Nothing is left to be paid out.
    NO_LIQUIDITY,
    /// Nobody trades it.
    NO_VOLUME
  }
}
