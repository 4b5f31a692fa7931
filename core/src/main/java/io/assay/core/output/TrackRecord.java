package io.assay.core.output;

import io.assay.core.call.CallState;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.reputation.Classic;
import io.assay.core.reputation.Judged;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that is known of a channel.
///
/// @param calls how many there are by state, every state present
public record TrackRecord(
    ChannelAccount account,
    SortedMap<CallState, Long> calls,
    Returns returns,
    Classic classic,
    Judgement judgement) {
  public TrackRecord {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(returns, "returns");
    Objects.requireNonNull(classic, "classic");
    Objects.requireNonNull(judgement, "judgement");
    calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
  }

  /// The rigorous judgement, if there is anything to judge.
  public sealed interface Judgement {
    record Made(Judged judged) implements Judgement {
      public Made {
        Objects.requireNonNull(judged, "judged");
      }
    }

    /// No call of the channel is mature.
    record TooEarly() implements Judgement {}
  }

  /// All calls.
  public long callsInAll() {
    return calls.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Calls that were followed to an end.
  public long settled() {
    long settled = 0;
    for (Map.Entry<CallState, Long> state : calls.entrySet()) {
      settled += state.getKey().isSettled() ? state.getValue() : 0;
    }
    return settled;
  }

  /// What channels are ranked by: the lower bound of growth, and below all bounds where there is no
  /// judgement.
  double rank() {
    return judgement instanceof Judgement.Made(Judged judged)
        ? judged.growth().lower()
        : Double.NEGATIVE_INFINITY;
  }
}
