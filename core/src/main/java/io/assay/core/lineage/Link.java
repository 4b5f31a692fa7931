package io.assay.core.lineage;

import io.assay.core.call.CallId;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// A call is an echo of another channel's: it earns nothing by itself.
///
/// @param echo the later one
/// @param of the earlier one, which may be a repeat that opened no episode, or a message of a
///   channel that is not heard
/// @param similarity the share of the shorter text that is in both, 0 to 1; 1 for a forward
/// @param lag how long after the other it was sent, by Telegram's times; zero where the forward
///   does not tell
/// @param knownAt when both had been heard
public record Link(
    CallId echo, CallId of, Kind kind, double similarity, Duration lag, Instant knownAt) {
  private static final Kind[] KINDS = Kind.values();

  /// What shows it. The order is part of the ledger's format: append only.
  public enum Kind {
    /// Telegram names the message that it was forwarded from. Within 24 hours: who forwards later
    /// has chosen his own time.
    FORWARDED,
    /// It says the same in nearly the same words, within six hours.
    RETOLD;

    /// How long after the other a call can be such an echo.
    public Duration window() {
      return switch (this) {
        case FORWARDED -> Duration.ofHours(24);
        case RETOLD -> Duration.ofHours(6);
      };
    }
  }

  public Link {
    Objects.requireNonNull(echo, "echo");
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(knownAt, "knownAt");
    if (!(similarity >= 0 && similarity <= 1)) {
      throw new IllegalArgumentException("a similarity is 0 to 1, not " + similarity);
    }
    if (lag.isNegative()) {
      throw new IllegalArgumentException("an echo comes later, not by " + lag);
    }
  }

  void write(CanonWriter out) {
    echo.write(out);
    of.write(out);
    out.one(kind).f64(similarity).count(lag.toMillis()).instant(knownAt);
  }

  static Link read(CanonReader in) {
    CallId echo = CallId.read(in);
    CallId of = CallId.read(in);
    Kind kind = in.one(KINDS);
    return new Link(echo, of, kind, in.f64(), Duration.ofMillis(in.count()), in.instant());
  }
}
