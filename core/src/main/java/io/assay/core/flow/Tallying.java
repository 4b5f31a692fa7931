package io.assay.core.flow;

import io.assay.core.asset.Asset;
import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.Exit;
import io.assay.core.message.Evidence;
import io.assay.core.reputation.DayCell;
import io.assay.core.reputation.DayKey;
import io.assay.core.reputation.Utility;
import java.time.Instant;
import java.time.ZoneOffset;

/// What channels learn from their calls: the utility of the reference exit, added to the day on
/// which the call matured. Winners finish first, so a call counts from its seventh day however
/// early it was decided, and never before it was known. An echo counts for nobody: what it came to
/// is the skill of whoever called first. One that was decided before it was known for an echo stays
/// counted, since what was known then is not made another.
final class Tallying {
  private final Drawers drawers;

  Tallying(Drawers drawers) {
    this.drawers = drawers;
  }

  /// Adds what one more answer told.
  ///
  /// @param at when it became known
  void learn(Call before, Call after, Instant at) {
    if (after.claim().evidence() == Evidence.BACKFILL || isDecided(before)) {
      return;
    }
    if (after.track().exit(Barrier.REFERENCE) instanceof Exit.Done done) {
      add(after, at, DayCell.EMPTY.plus(Utility.of(done.gross())));
    } else if (after.state().isOver()) {
      add(after, at, DayCell.EMPTY.plusMissing());
    }
  }

  private static boolean isDecided(Call call) {
    return call.state().isOver() || call.track().exit(Barrier.REFERENCE) instanceof Exit.Done;
  }

  private void add(Call call, Instant at, DayCell more) {
    if (drawers.tracing.isEcho(call.id())) {
      return;
    }
    Instant mature = call.claim().at().plus(Barrier.TIME_OUT.after());
    Instant known = at.isAfter(mature) ? at : mature;
    long day = known.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    DayKey key = new DayKey(call.channel(), pool(call), day);
    DayCell cell = drawers.tallies.find(key);
    drawers.tallies.put(key, (cell == null ? DayCell.EMPTY : cell).plus(more));
  }

  /// What a call is compared within: where it trades, and how large it was when it was called.
  private static String pool(Call call) {
    String place =
        switch (call.claim().asset()) {
          case Asset.Token token -> token.chain().word();
          case Asset.Coin _ -> "coin";
          case Asset.Listing _ -> "listing";
        };
    return place + "/" + call.tier().word();
  }
}
