package io.assay.core.call;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;
import java.util.Objects;

/// What the follower paid: the first price at or after the post plus the latency, never one before.
public sealed interface Entry {
  /// Not known yet.
  record Awaited() implements Entry {}

  /// Bought.
  ///
  /// @param at when that price was
  /// @param usd per token, > 0
  record Priced(Instant at, double usd) implements Entry {
    public Priced {
      Objects.requireNonNull(at, "at");
      if (!(usd > 0) || Double.isInfinite(usd)) {
        throw new IllegalArgumentException("a price is above zero, not " + usd);
      }
    }
  }

  /// There was no price close enough, and an approximate one is none.
  ///
  /// @param cause one line: why not
  record Unpriced(String cause) implements Entry {
    public Unpriced {
      Objects.requireNonNull(cause, "cause");
    }
  }

  default void write(CanonWriter out) {
    switch (this) {
      case Awaited() -> out.u8(0);
      case Priced(Instant at, double usd) -> out.u8(1).instant(at).f64(usd);
      case Unpriced(String cause) -> out.u8(2).text(cause);
    }
  }

  static Entry read(CanonReader in) {
    int form = in.u8();
    return switch (form) {
      case 0 -> new Awaited();
      case 1 -> new Priced(in.instant(), in.f64());
      case 2 -> new Unpriced(in.text());
      default -> throw new CanonException("no entry of form " + form);
    };
  }
}
