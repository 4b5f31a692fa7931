package io.assay.core.call;

import io.assay.core.price.Candles;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

  /// The question of the call's present stage: all candles since it last looked.
  public static Question.CandlesOf question(Call call, CallRules rules) {
    Track track = call.track();
    return new Question.CandlesOf(
        call.claim().asset(), track.pulse().followedTo(), due(call, rules), track.origin().told());
  }

  /// The call after its candles up to `known` have been seen.
  ///
  /// @param runs in time order, one candle length throughout
  /// @param told who told them: candles of another pool than the pinned one count from a migration
  ///   on, and where that is refused they count as none
  /// @param known the instant of the answer: nothing later is looked at
  public static Call learn(
      Call call, CallRules rules, List<Candles> runs, Provenance told, Instant known) {
    Origin origin = Migration.of(call, rules, runs, told);
    Follower follower = new Follower(call, rules, origin == null ? call.track().origin() : origin);
    follower.see(origin == null ? List.of() : runs, known);
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
