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

/// What channels learn from their calls: the utility of the reference exit, added to the day on
/// which the call matured. Winners finish first, so a call counts from its seventh day however
/// early it was decided, and never before it was known. An echo counts for nobody: what it came to
/// is the skill of whoever called first. One that was decided before it was known for an echo stays
/// counted, since what was known then is not made another.
final class Tallying {
  private final Learning learning;

  Tallying(Learning learning) {
    this.learning = learning;
  }

  /// Adds what one more answer told.
  ///
  /// @param at when it became known
  void learn(Call before, Call after, Instant at) {
    boolean decided = isDecided(after) && !isDecided(before);
    boolean settled = after.state().isSettled() && !before.state().isSettled();
    if ((decided || settled) && learning.counts(after)) {
      if (decided) {
        decide(after, at);
      }
      if (settled) {
        learning.settle(after);
      }
    }
  }

  /// Adds what is known of a backfilled call, which did not count until now.
  void admit(Call call) {
    if (learning.counts(call)) {
      if (isDecided(call)) {
        decide(call, call.stateSince());
      }
      if (call.state().isSettled()) {
        learning.settle(call);
      }
    }
  }

  private static boolean isDecided(Call call) {
    return call.state().isOver() || call.track().exit(Barrier.REFERENCE) instanceof Exit.Done;
  }

  private void decide(Call call, Instant at) {
    DayCell more =
        call.track().exit(Barrier.REFERENCE) instanceof Exit.Done done
            ? DayCell.EMPTY.plus(Utility.of(done.gross()))
            : DayCell.EMPTY.plusMissing();
    learning.count(call, key(call, at), more);
  }

  // A backfilled call is looked up long after it matured. How old it is says what it is worth
  // today; when it was looked up does not. Who asks as of an earlier day folds the journal to
  // there.
  private static DayKey key(Call call, Instant at) {
    Instant mature = call.claim().at().plus(Barrier.TIME_OUT.after());
    boolean late = at.isAfter(mature) && call.claim().evidence() != Evidence.BACKFILL;
    return DayKey.of(call.channel(), pool(call), late ? at : mature);
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
