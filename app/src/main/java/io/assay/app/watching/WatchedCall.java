package io.assay.app.watching;

import io.assay.core.asset.Asset;
import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.call.Entry;
import io.assay.core.reading.Side;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.OptionalDouble;

/// An open call as far as watching it needs.
///
/// @param at when it was made, UTC
/// @param entry what the follower paid, USD per token; empty until candles have told
/// @param provisional whether the entry is a quote of about that time, not what candles said
public record WatchedCall(
    CallId id, Asset asset, Side side, Instant at, OptionalDouble entry, boolean provisional) {
  /// The oldest first.
  static final Comparator<WatchedCall> BY_AGE =
      Comparator.comparing(WatchedCall::at).thenComparing(WatchedCall::id);

  public WatchedCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(entry, "entry");
  }

  /// A call as the ledger has it.
  static WatchedCall of(Call call) {
    OptionalDouble entry =
        call.track().entry() instanceof Entry.Priced(var _, double usd)
            ? OptionalDouble.of(usd)
            : OptionalDouble.empty();
    return new WatchedCall(
        call.id(), call.claim().asset(), call.claim().side(), call.claim().at(), entry, false);
  }

  /// The same with a price for its entry, until candles tell one: that of a quote that the follower
  /// could have bought at.
  WatchedCall entered(double usd) {
    return new WatchedCall(id, asset, side, at, OptionalDouble.of(usd), true);
  }

  /// Whether a price of that time could be the follower's entry.
  boolean couldEnterAt(Instant seen, CallRules rules) {
    Instant from = at.plus(rules.latency());
    return entry.isEmpty() && !seen.isBefore(from) && !seen.isAfter(from.plus(rules.lateness()));
  }

  /// The price over that of the entry; empty while there is none.
  OptionalDouble ratio(double usd) {
    return entry.isPresent() ? OptionalDouble.of(usd / entry.getAsDouble()) : entry;
  }

  /// What the stake has become, costs aside: the ratio of a long call, and two less the ratio of a
  /// short one, whose stake is its floor.
  OptionalDouble multiple(double usd) {
    OptionalDouble ratio = ratio(usd);
    return ratio.isPresent() && side == Side.SHORT
        ? OptionalDouble.of(Math.max(0, 2 - ratio.getAsDouble()))
        : ratio;
  }
}
