package io.assay.app.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A watched call and the last price seen of it. It is for looking at: what a call comes to is told
/// by candles.
///
/// @param call its id, such as `1349910648/1234`
/// @param asset such as `solana:So111…`
/// @param side `long` or `short`
/// @param calledAt when the call was made, UTC
/// @param entryUsd what the follower paid, USD per token; null while nobody knows
/// @param provisional whether the entry is a quote of about that time, until candles tell
/// @param seen null where no provider has told a price yet
/// @param life `ALIVE`, `DEAD` or `UNPRICEABLE`
public record CallQuote(
    String call,
    String asset,
    String side,
    Instant calledAt,
    @Nullable Double entryUsd,
    boolean provisional,
    @Nullable Seen seen,
    String life) {
  public CallQuote {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(calledAt, "calledAt");
    Objects.requireNonNull(life, "life");
  }

  /// What was seen last.
  ///
  /// @param usd per token, every decimal as it was told
  /// @param ratio the price over that of the entry, whichever side; null without an entry
  /// @param liquidityUsd in the pool; null where nobody tells
  /// @param pool such as `base:0x…`; null where the source has none
  /// @param age of the price
  public record Seen(
      String usd,
      @Nullable Double ratio,
      @Nullable Double liquidityUsd,
      String source,
      @Nullable String pool,
      Instant observedAt,
      Duration age) {
    public Seen {
      Objects.requireNonNull(usd, "usd");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(observedAt, "observedAt");
      Objects.requireNonNull(age, "age");
    }
  }
}
