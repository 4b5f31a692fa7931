package io.assay.core.call;

import io.assay.core.price.Candles;
import io.assay.core.price.MarketSeen;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When a call asks for candles, and what it learns from them: one question for each [Horizon], due
/// when a tolerably late sample would be there, and a last one a day after the last horizon.
public final class Schedule {
  private static final Horizon[] HORIZONS = Horizon.values();
  private static final Duration GRACE = Duration.ofDays(1);

  private Schedule() {}

  /// When the question of the call's present stage is to be answered.
  public static Instant due(Call call, CallRules rules) {
    Instant at = call.claim().at();
    boolean last = call.stage() >= HORIZONS.length;
    Duration after = last ? Horizon.DAY_30.after().plus(GRACE) : HORIZONS[call.stage()].after();
    return at.plus(after).plus(rules.lateness()).plus(rules.latency());
  }

  /// The question of the call's present stage: all candles since it last looked; at first, since an
  /// hour before the call.
  public static Question.CandlesOf question(Call call, CallRules rules) {
    Track track = call.track();
    return new Question.CandlesOf(
        call.claim().asset(), track.pulse().followedTo(), due(call, rules), track.origin().told());
  }

  /// What an answer brought.
  ///
  /// @param runs in time order, one candle length throughout
  /// @param told who told them: candles of another pool than the pinned one count from a migration
  ///   on, and where that is refused they count as none
  /// @param market what was seen of the market beside them; null where nobody looked
  public record Seen(List<Candles> runs, Provenance told, @Nullable MarketSeen market) {
    public Seen {
      runs = List.copyOf(runs);
      Objects.requireNonNull(told, "told");
    }
  }

  /// The call after candles alone.
  public static Call learn(
      Call call, CallRules rules, List<Candles> runs, Provenance told, Instant known) {
    return learn(call, rules, new Seen(runs, told, null), known);
  }

  /// The call after what was asked for has been seen. Nothing is looked at that is later than what
  /// was asked for, so an answer that comes late tells no more than one in time.
  ///
  /// @param known the instant of the answer
  public static Call learn(Call call, CallRules rules, Seen seen, Instant known) {
    Origin origin = Migration.of(call, rules, seen.runs, seen.told);
    Follower follower = new Follower(call, rules, origin == null ? call.track().origin() : origin);
    Instant due = due(call, rules);
    Instant end = known.isBefore(due) ? known : due;
    follower.see(origin == null ? List.of() : seen.runs, end);
    if (seen.market != null) {
      follower.hear(seen.market, end);
    }
    Track track = follower.track();
    if (!follower.isEntered()) {
      String cause =
          track.entry() instanceof Entry.Unpriced unpriced
              ? unpriced.cause()
              : "no price within " + rules.lateness().toMinutes() + " min of the entry";
      return call.unpriceable(known, cause);
    }
    CallState state = state(call, follower.isDead(), track);
    return call.with(state, known, call.stage() + 1, state.isOver() ? track.closed() : track);
  }

  private static CallState state(Call call, boolean dead, Track track) {
    if (dead) {
      return CallState.DEAD;
    }
    if (track.at(Horizon.DAY_30) instanceof Checkpoint.Reached) {
      return CallState.RESOLVED;
    }
    return call.stage() >= HORIZONS.length ? CallState.UNPRICEABLE : CallState.OPEN;
  }
}
