package io.assay.core.output;

import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.Exit;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Evidence;
import io.assay.core.message.MessageRef;
import io.assay.core.score.Aftermath;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which messages with calls were taken away, and what became of those calls and of the others:
/// whether a channel deletes its losers is a question about four numbers.
public final class Deletions {
  private final Map<MessageRef, Instant> deleted = new HashMap<>();
  private final SortedMap<ChannelId, Tally> tallies = new TreeMap<>();

  /// Calls of a channel whose reference exit is known. A winner is one that took its profit.
  public record Tally(long deletedLosers, long keptLosers, long deletedWinners, long keptWinners) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    private Tally plus(boolean gone, boolean win) {
      return new Tally(
          deletedLosers + (gone && !win ? 1 : 0),
          keptLosers + (!gone && !win ? 1 : 0),
          deletedWinners + (gone && win ? 1 : 0),
          keptWinners + (!gone && win ? 1 : 0));
    }
  }

  private Deletions(Ledger ledger) {
    ledger.scan(
        Table.MESSAGES,
        new byte[0],
        (key, row) -> {
          Aftermath after = Aftermath.ofBytes(row);
          if (after.isDeleted()) {
            deleted.put(Aftermath.message(key), after.deletedAt());
          }
        });
    Countable countable = Countable.of(ledger);
    ledger.scan(
        Table.CALLS,
        new byte[0],
        (_, row) -> {
          Call call = Call.ofBytes(row);
          if (!countable.isVoid(call.id())) {
            add(call);
          }
        });
  }

  /// As the ledger stands.
  public static Deletions of(Ledger ledger) {
    return new Deletions(ledger);
  }

  // What was deleted before anybody listened is in no history: of a backfilled message it is only
  // known that it was kept.
  private void add(Call call) {
    if (call.claim().evidence() != Evidence.BACKFILL
        && call.track().exit(Barrier.REFERENCE) instanceof Exit.Done exit) {
      Tally before = tallies.getOrDefault(call.channel(), Tally.NONE);
      boolean gone = deleted.containsKey(call.id().opener());
      tallies.put(call.channel(), before.plus(gone, exit.isWin()));
    }
  }

  /// When Assay heard that a message is gone.
  ///
  /// @return null while it stands, as far as anybody has told
  public @Nullable Instant deletedAt(MessageRef message) {
    return deleted.get(message);
  }

  /// The four numbers of a channel.
  public Tally of(ChannelId channel) {
    return tallies.getOrDefault(channel, Tally.NONE);
  }

  /// Those of every channel that has any.
  public SortedMap<ChannelId, Tally> tallies() {
    return Collections.unmodifiableSortedMap(tallies);
  }
}
