package io.assay.core.output;

import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.CallState;
import io.assay.core.call.Entry;
import io.assay.core.call.Exit;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.reputation.Classic;
import io.assay.core.reputation.DayCell;
import io.assay.core.reputation.DayKey;
import io.assay.core.reputation.FairGame;
import io.assay.core.reputation.Judged;
import io.assay.core.reputation.Judgements;
import io.assay.core.reputation.Realised;
import io.assay.core.reputation.Realised.Confidence;
import io.assay.core.score.Score;
import io.assay.core.score.Scored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The track record of every channel as the ledger stands, best first: by the lower bound of what a
/// follower gains a call.
///
/// @param standing where the ledger stood
/// @param luck what a coin toss would have given under the same exit and costs
/// @param calls how many there are by state, every state present
public record Report(
    Standing standing,
    FairGame luck,
    SortedMap<CallState, Long> calls,
    List<TrackRecord> channels) {

  public Report {
    calls = new TreeMap<>(calls);
    channels = List.copyOf(channels);
  }

  /// The report of a ledger.
  ///
  /// @param foldVersion version of the fold that wrote it
  public static Report of(Ledger ledger, int foldVersion) {
    return of(ledger, foldVersion, Scope.ALL);
  }

  /// The report of a part of a ledger: channels are counted, compared and judged by the calls in it
  /// and no others.
  public static Report of(Ledger ledger, int foldVersion, Scope scope) {
    Standing standing = Standing.of(ledger, foldVersion);
    FairGame luck = FairGame.of(standing.rules().cost());
    Map<ChannelId, Gathered> gathered = gather(ledger, standing.clock(), scope);
    Map<ChannelId, Judged> judged = judge(ledger, standing.clock(), luck, scope);
    List<TrackRecord> records = new ArrayList<>();
    SortedMap<CallState, Long> all = new TreeMap<>(Gathered.noCalls());
    ledger.scan(
        Table.CHANNELS,
        new byte[0],
        (_, row) -> {
          ChannelAccount account = ChannelAccount.ofBytes(row);
          Gathered calls = gathered.getOrDefault(account.channel(), new Gathered());
          calls.states.forEach((state, count) -> all.merge(state, count, Long::sum));
          records.add(calls.record(account, judged));
        });
    records.sort(
        Comparator.comparingDouble(TrackRecord::rank)
            .thenComparingLong(TrackRecord::callsInAll)
            .reversed()
            .thenComparing(one -> one.account().channel()));
    return new Report(standing, luck, all, records);
  }

  private static Map<ChannelId, Judged> judge(
      Ledger ledger, Instant asOf, FairGame luck, Scope scope) {
    return Judgements.of(cells(ledger, scope), DayKey.day(asOf), luck.growth());
  }

  /// The sums of outcomes that belong to a part of the ledger.
  static Map<DayKey, DayCell> cells(Ledger ledger, Scope scope) {
    Map<DayKey, DayCell> cells = new TreeMap<>();
    ledger.scan(
        Table.TALLIES,
        new byte[0],
        (key, row) -> {
          DayKey day = DayKey.ofBytes(key);
          if (scope.holds(day)) {
            cells.put(day, DayCell.ofBytes(row));
          }
        });
    return cells;
  }

  private static Map<ChannelId, Gathered> gather(Ledger ledger, Instant asOf, Scope scope) {
    Map<ChannelId, Gathered> gathered = new HashMap<>();
    Countable countable = Countable.of(ledger);
    ledger.scan(
        Table.CALLS,
        new byte[0],
        (key, row) -> {
          Call call = Call.ofBytes(row);
          if (scope.holds(call)) {
            Gathered channel = gathered.computeIfAbsent(call.channel(), _ -> new Gathered());
            channel.states.merge(call.state(), 1L, Long::sum);
            if (countable.counts(call)) {
              channel.add(call, asOf, () -> confidence(ledger.find(Table.SCORES, key)));
            }
          }
        });
    return gathered;
  }

  private static Confidence confidence(byte @Nullable [] row) {
    Score first = row == null ? null : Scored.ofBytes(row).first().score();
    return first == null || first.isMissing()
        ? new Confidence.Unscored()
        : new Confidence.Scored(first.confidence());
  }

  /// One channel's calls while they are being counted.
  private static final class Gathered {
    private final Map<CallState, Long> states = noCalls();
    private final List<Realised> settled = new ArrayList<>();
    private double[] returns = new double[8];
    private int mature;
    private long wins;

    static Map<CallState, Long> noCalls() {
      Map<CallState, Long> none = new EnumMap<>(CallState.class);
      for (CallState state : CallState.values()) {
        none.put(state, 0L);
      }
      return none;
    }

    void add(Call call, Instant asOf, Supplier<Confidence> confidence) {
      boolean old = !call.claim().at().plus(Barrier.TIME_OUT.after()).isAfter(asOf);
      if (!(call.track().exit(Barrier.REFERENCE) instanceof Exit.Done exit)
          || !(call.track().entry() instanceof Entry.Priced entry)) {
        return;
      }
      if (old) {
        keep(exit);
      }
      if (call.state().isSettled()) {
        settled.add(Realised.of(entry.at(), exit, confidence.get()));
      }
    }

    private void keep(Exit.Done exit) {
      if (mature == returns.length) {
        returns = Arrays.copyOf(returns, mature * 2);
      }
      returns[mature++] = exit.gross() - 1;
      wins += exit.isWin() ? 1 : 0;
    }

    TrackRecord record(ChannelAccount account, Map<ChannelId, Judged> judged) {
      Judged found = judged.get(account.channel());
      return new TrackRecord(
          account,
          new TreeMap<>(states),
          Returns.of(Arrays.copyOf(returns, mature), wins),
          Classic.of(settled),
          found == null
              ? new TrackRecord.Judgement.TooEarly()
              : new TrackRecord.Judgement.Made(found));
    }
  }
}
