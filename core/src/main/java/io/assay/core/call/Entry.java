package io.assay.core.call;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;

/// What a follower paid: the first price at or after the post plus a latency, never one before.
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

  /// What can be told of the time before the follower's own entry. No judgement uses it.
  ///
  /// @param claimed the entry without any latency: what the caller may claim
  /// @param bot the entry after [#BOT_LATENCY]
  /// @param runUp what the price had gained in the hour before the call: ratio, 0.5 is +50 %,
  ///   whichever the side; empty where no price of that time is known. Kept to seven digits
  record Early(Entry claimed, Entry bot, OptionalDouble runUp) {
    /// Nothing is known yet.
    static final Early AWAITED = new Early(new Awaited(), new Awaited(), OptionalDouble.empty());

    /// How long a program takes to follow.
    public static final Duration BOT_LATENCY = Duration.ofSeconds(20);

    /// How far before the call prices are looked at.
    public static final Duration RUN_UP = Duration.ofHours(1);

    public Early {
      Objects.requireNonNull(claimed, "claimed");
      Objects.requireNonNull(bot, "bot");
      Objects.requireNonNull(runUp, "runUp");
    }

    void write(CanonWriter out, Instant called) {
      claimed.write(out, called);
      bot.write(out, called);
      Course.write((float) runUp.orElse(Double.NaN), out);
    }

    static Early read(CanonReader in, Instant called) {
      Entry claimed = Entry.read(in, called);
      Entry bot = Entry.read(in, called);
      float runUp = Course.readFloat(in);
      return new Early(
          claimed, bot, Float.isNaN(runUp) ? OptionalDouble.empty() : OptionalDouble.of(runUp));
    }
  }

  /// What is lost of the return by coming in at another entry instead of this one: how far the
  /// price has gone the caller's way in between. Ratio: 0.1 is ten percent of the stake; below zero
  /// where waiting was cheaper. Empty where either is not known.
  ///
  /// @param isShort whether down is the caller's way
  default OptionalDouble lostUntil(Entry later, boolean isShort) {
    if (this instanceof Priced(_, double first) && later instanceof Priced(_, double second)) {
      double gained = second / first - 1;
      return OptionalDouble.of(isShort ? -gained : gained);
    }
    return OptionalDouble.empty();
  }

  /// Writes it in as few bytes as it takes.
  ///
  /// @param called the clock of the call
  default void write(CanonWriter out, Instant called) {
    switch (this) {
      case Awaited() -> out.u8(0);
      case Priced(Instant at, double usd) ->
          out.u8(1).signed(at.toEpochMilli() - called.toEpochMilli()).f64(usd);
      case Unpriced(String cause) -> out.u8(2).text(cause);
    }
  }

  static Entry read(CanonReader in, Instant called) {
    int form = in.u8();
    return switch (form) {
      case 0 -> new Awaited();
      case 1 -> new Priced(called.plusMillis(in.signed()), in.f64());
      case 2 -> new Unpriced(in.text());
      default -> throw new CanonException("no entry of form " + form);
    };
  }
}
