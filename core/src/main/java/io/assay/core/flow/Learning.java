package io.assay.core.flow;

import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.call.Entry;
import io.assay.core.call.EpisodeKey;
import io.assay.core.call.Exit;
import io.assay.core.message.Evidence;
import io.assay.core.reputation.DayCell;
import io.assay.core.reputation.DayKey;
import io.assay.core.reputation.Realised;
import io.assay.core.reputation.Realised.Confidence;
import io.assay.core.score.Chance;
import io.assay.core.score.Chances;
import io.assay.core.score.Counted;
import io.assay.core.score.Experience;
import io.assay.core.score.Form;
import io.assay.core.score.Ripening;
import io.assay.core.score.Ripening.Wins.Count;
import io.assay.core.score.Scored;
import io.assay.core.score.Voided;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Adds what calls came to where it counts: to the tallies that judge a channel, to the form and
/// the chances that score its next call. Keeps with each call what it added, and takes it away
/// again where the call is declared void.
final class Learning {
  private final Drawers drawers;

  Learning(Drawers drawers) {
    this.drawers = drawers;
  }

  /// Whether a call counts: it is not void, not of a history that nobody has admitted, and no echo.
  /// One that has counted before it was known for an echo goes on counting, since what was known
  /// then is not made another.
  boolean counts(Call call) {
    boolean backfilled = call.claim().evidence() == Evidence.BACKFILL;
    boolean echo = drawers.tracing.isEcho(call.id()) && drawers.counted.find(call.id()) == null;
    return drawers.voids.find(call.id()) == null
        && !echo
        && (!backfilled || drawers.account(call.channel()).admitted());
  }

  /// Adds a call whose reference exit is known, or never will be.
  void count(Call call, DayKey key, DayCell more) {
    DayCell cell = drawers.tallies.find(key);
    drawers.tallies.put(key, (cell == null ? DayCell.EMPTY : cell).plus(more));
    drawers.counted.put(call.id(), new Counted(key.pool(), key.epochDay(), more));
    Told told = told(call);
    if (told != null) {
      long today = drawers.today();
      Form form = drawers.form(call.channel());
      Ripening own = form.wins().plus(0, told.count, key.epochDay(), today);
      drawers.put(call.channel(), form.with(own));
      Experience all = drawers.experience();
      Ripening tenths = all.tenths().plus(told.bin, told.count, key.epochDay(), today);
      drawers.put(all.with(tenths, form.wins(), own));
    }
  }

  /// Adds a call that was followed to its end.
  void settle(Call call) {
    Realised realised = realised(call);
    if (realised != null) {
      Form form = drawers.form(call.channel());
      drawers.put(call.channel(), form.plus(call.id(), realised));
    }
  }

  /// Declares a call void: takes away what it added, and lets the channel call the asset anew.
  void declareVoid(CallId id, String reason, Instant at) {
    Call call = drawers.calls.find(id);
    if (call == null || drawers.voids.find(id) != null) {
      return;
    }
    forget(call);
    drawers.voids.put(id, new Voided(at, reason));
    EpisodeKey episode = call.episode();
    if (id.equals(drawers.episodes.find(episode))) {
      drawers.episodes.remove(episode);
    }
    drawers.note(new Change(id, Change.Kind.VOIDED, 0, at));
  }

  private void forget(Call call) {
    Counted added = drawers.counted.find(call.id());
    if (added == null) {
      return;
    }
    drawers.counted.remove(call.id());
    DayKey key = new DayKey(call.channel(), added.pool(), added.day());
    DayCell cell = drawers.tallies.find(key);
    DayCell rest = (cell == null ? DayCell.EMPTY : cell).minus(added.cell());
    if (rest.equals(DayCell.EMPTY)) {
      drawers.tallies.remove(key);
    } else {
      drawers.tallies.put(key, rest);
    }
    Form form = drawers.form(call.channel());
    Told told = told(call);
    if (told != null) {
      long today = drawers.today();
      Ripening own = form.wins().minus(0, told.count, added.day(), today);
      Experience all = drawers.experience();
      Ripening tenths = all.tenths().minus(told.bin, told.count, added.day(), today);
      drawers.put(all.with(tenths, form.wins(), own));
      form = form.with(own);
    }
    Realised realised = call.state().isSettled() ? realised(call) : null;
    drawers.put(call.channel(), realised == null ? form : form.minus(call.id(), realised));
  }

  /// What a call with a chance and an outcome teaches.
  ///
  /// @param bin the tenth of its first score
  private record Told(int bin, Count count) {}

  /// What the call teaches those after it; null where its outcome is not known, or no chance was
  /// told.
  private @Nullable Told told(Call call) {
    Scored scored = drawers.scores.find(call.id());
    return scored != null
            && scored.chance() instanceof Chance.Told chance
            && call.track().exit(Barrier.REFERENCE) instanceof Exit.Done exit
        ? new Told(
            Chances.bin(scored.first().score().points()),
            Count.of(exit.isWin(), Chances.expected(chance)))
        : null;
  }

  /// What the reference exit gave; null where prices ended before it.
  private @Nullable Realised realised(Call call) {
    return call.track().exit(Barrier.REFERENCE) instanceof Exit.Done exit
            && call.track().entry() instanceof Entry.Priced entry
        ? Realised.of(entry.at(), exit, confidence(call.id()))
        : null;
  }

  private Confidence confidence(CallId id) {
    Scored scored = drawers.scores.find(id);
    return scored == null || scored.first().score().isMissing()
        ? new Confidence.Unscored()
        : new Confidence.Scored(scored.first().score().confidence());
  }
}
