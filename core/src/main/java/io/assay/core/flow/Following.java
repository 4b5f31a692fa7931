package io.assay.core.flow;

import io.assay.core.call.Call;
import io.assay.core.call.Checkpoint;
import io.assay.core.call.Entry;
import io.assay.core.call.Exit;
import io.assay.core.call.Schedule;
import io.assay.core.call.Track;
import io.assay.core.ledger.RecordedAnswer;
import io.assay.core.ledger.Want;
import io.assay.core.ledger.WantId;
import io.assay.core.price.MarketSeen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Follows open calls through the answers to their questions, and lets channels learn from
/// outcomes.
final class Following {
  private final Drawers drawers;
  private final BlockShelf shelf;
  private final Tallying tallying;

  Following(Drawers drawers, BlockShelf shelf, Tallying tallying) {
    this.drawers = drawers;
    this.shelf = shelf;
    this.tallying = tallying;
  }

  /// The call one answer further.
  ///
  /// @return the call if it wants to know more, null if it is over
  @Nullable Call follow(Want want, RecordedAnswer answer, Instant at) {
    Call call = drawers.calls.find(want.id().call());
    if (call == null || call.state().isOver()) {
      return null;
    }
    Call learned = learn(call, answer, at);
    drawers.calls.put(learned.id(), learned);
    announce(call, learned, at);
    tallying.learn(call, learned, at);
    return learned.state().isOver() ? null : learned;
  }

  /// Notes what the market was at a call. That nobody tells is no reason for anything.
  ///
  /// @return the call with its market; null where nothing was told of it, or too late
  @Nullable Call market(WantId want, RecordedAnswer answer) {
    Call call = drawers.calls.find(want.call());
    if (call == null || !(answer instanceof RecordedAnswer.MarketTold(MarketSeen market))) {
      return null;
    }
    Call told = call.in(market, drawers.standing().rules());
    drawers.calls.put(call.id(), told);
    return told.track().market().isUntold() ? null : told;
  }

  private Call learn(Call call, RecordedAnswer answer, Instant at) {
    return switch (answer) {
      case RecordedAnswer.CandlesCited(var blocks, var told, var market) -> {
        var seen = new Schedule.Seen(shelf.candles(blocks), told, market);
        yield Schedule.learn(call, drawers.standing().rules(), seen, at);
      }
      case RecordedAnswer.NoAnswer(String cause) -> call.unpriceable(at, cause);
      case RecordedAnswer.ChainTold _, RecordedAnswer.TokenTold _, RecordedAnswer.MarketTold _ ->
          call.unpriceable(at, "the answer is no candle");
    };
  }

  private void announce(Call before, Call after, Instant at) {
    Track was = before.track();
    Track is = after.track();
    if (is.entry() instanceof Entry.Priced && !is.entry().equals(was.entry())) {
      drawers.note(new Change(after.id(), Change.Kind.ENTERED, 0, at));
    }
    if (was.entry() instanceof Entry.Priced && !is.origin().equals(was.origin())) {
      drawers.note(new Change(after.id(), Change.Kind.MOVED, before.stage(), at));
    }
    for (int i = 0; i < is.checkpoints().size(); i++) {
      Checkpoint checkpoint = is.checkpoints().get(i);
      if (checkpoint instanceof Checkpoint.Reached
          && !checkpoint.equals(was.checkpoints().get(i))) {
        drawers.note(new Change(after.id(), Change.Kind.CHECKPOINT, i, at));
      }
    }
    for (int i = 0; i < is.exits().size(); i++) {
      Exit exit = is.exits().get(i);
      if (exit instanceof Exit.Done && !exit.equals(was.exits().get(i))) {
        drawers.note(new Change(after.id(), Change.Kind.EXIT, i, at));
      }
    }
    if (after.state() != before.state()) {
      drawers.note(new Change(after.id(), Change.Kind.STATE, 0, at));
    }
  }
}
