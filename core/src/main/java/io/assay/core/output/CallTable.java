package io.assay.core.output;

import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.Checkpoint;
import io.assay.core.call.Course;
import io.assay.core.call.Entry;
import io.assay.core.call.Exit;
import io.assay.core.call.Horizon;
import io.assay.core.call.Origin;
import io.assay.core.call.Policy;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.market.Costs;
import io.assay.core.message.ChannelId;
import io.assay.core.price.MarketSeen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.function.Consumer;

/// Every call as a row, in the order in which they were made. Returns are ratios of the stake after
/// costs (0.1 is +10 %), prices USD, times UTC; what is not known is empty.
public final class CallTable {
  private static final Policy[] FURTHER =
      Arrays.copyOfRange(Policy.values(), Barrier.values().length, Policy.values().length);
  private static final double MILLIS_AN_HOUR = Duration.ofHours(1).toMillis();

  private final CallRules rules;
  private final ScoreColumns scores;
  private final Map<ChannelId, String> titles = new HashMap<>();

  /// Where a call's row is, and what it is ordered by.
  private static final class Place {
    private final long at;
    private final byte[] key;

    private Place(Call call, byte[] key) {
      this.at = call.claim().at().toEpochMilli();
      this.key = key;
    }
  }

  private CallTable(Ledger ledger, CallRules rules) {
    this.rules = rules;
    scores = new ScoreColumns(ledger);
    ledger.scan(
        Table.CHANNELS,
        new byte[0],
        (_, row) -> {
          ChannelAccount account = ChannelAccount.ofBytes(row);
          titles.put(account.channel(), account.title());
        });
  }

  /// Names of the columns.
  public static List<String> header() {
    List<String> names =
        new ArrayList<>(
            List.of("call", "channel_id", "channel_name", "message_id", "called_at", "asset"));
    names.addAll(List.of("side", "pump", "evidence", "state", "known_at", "cause"));
    names.addAll(List.of("entry_at", "entry_price_usd"));
    for (Horizon horizon : Horizon.values()) {
      names.add("return_" + horizon.word());
    }
    for (Barrier barrier : Barrier.values()) {
      String word = barrier.word().replaceAll("[^0-9]+", "_").replaceAll("^_", "");
      names.addAll(List.of("exit_" + word, "exit_at_" + word, "return_" + word));
    }
    names.addAll(List.of("raw_high_ratio", "raw_high_at", "raw_low_ratio", "late_samples"));
    names.addAll(List.of("source", "pool", "splice_ratio"));
    addFurther(names);
    names.addAll(ScoreColumns.header());
    return List.copyOf(names);
  }

  private static void addFurther(List<String> names) {
    names.addAll(List.of("claimed_at", "claimed_price_usd", "bot_at", "bot_price_usd"));
    names.addAll(List.of("latency_decay", "latency_decay_bot"));
    for (Policy policy : FURTHER) {
      String word = policy.word().replace('/', '_');
      names.addAll(List.of("exit_" + word, "exit_at_" + word, "return_" + word));
    }
    names.addAll(List.of("costs", "market_source", "liquidity_usd", "market_cap_usd"));
    names.addAll(List.of("volume_24h_usd", "size", "token_age_hours", "exitable_high_ratio"));
    names.addAll(List.of("drawdown_before_peak", "hours_in_profit", "run_up_1h", "rugged"));
  }

  /// Gives every row to the reader.
  public static void rows(Ledger ledger, Standing standing, Consumer<List<String>> reader) {
    CallTable table = new CallTable(ledger, standing.rules());
    List<Place> places = new ArrayList<>();
    ledger.scan(
        Table.CALLS, new byte[0], (key, row) -> places.add(new Place(Call.ofBytes(row), key)));
    places.sort((one, other) -> {
      int by = Long.compare(one.at, other.at);
      return by != 0 ? by : Arrays.compareUnsigned(one.key, other.key);
    });
    for (Place place : places) {
      byte[] row = Objects.requireNonNull(ledger.find(Table.CALLS, place.key), "a call's row");
      reader.accept(table.row(Call.ofBytes(row)));
    }
  }

  /// Gives the rows of those calls to the reader, in their order.
  public static void rows(
      Ledger ledger, Standing standing, List<Call> calls, Consumer<List<String>> reader) {
    CallTable table = new CallTable(ledger, standing.rules());
    calls.forEach(call -> reader.accept(table.row(call)));
  }

  private List<String> row(Call call) {
    List<String> row = new ArrayList<>();
    row.add(call.id().toString());
    row.add(call.channel().toString());
    row.add(titles.getOrDefault(call.channel(), ""));
    row.add(Long.toString(call.id().opener().id()));
    row.add(Plain.time(call.claim().at()));
    row.add(call.claim().asset().id());
    row.add(call.claim().side().name().toLowerCase(Locale.ROOT));
    row.add(call.claim().pump() ? "yes" : "no");
    row.add(call.claim().evidence().name().toLowerCase(Locale.ROOT));
    row.add(call.state().name());
    row.add(Plain.time(call.stateSince()));
    addEntry(call.track().entry(), row);
    Costs costs = call.costs(rules);
    call.track().checkpoints().forEach(checkpoint -> row.add(held(checkpoint, costs)));
    for (Barrier barrier : Barrier.values()) {
      addExit(call.track().exit(barrier), row);
    }
    addPeak(call, row);
    row.add(late(call.track().checkpoints()));
    addOrigin(call, row);
    addEarly(call, row);
    for (Policy policy : FURTHER) {
      addExit(call.track().exit(policy), row);
    }
    addMarket(call, costs, row);
    addCourse(call, costs, row);
    scores.add(call, row);
    return row;
  }

  private static void addEntry(Entry entry, List<String> row) {
    switch (entry) {
      case Entry.Priced(var at, double usd) ->
          row.addAll(List.of("", Plain.time(at), Plain.number(usd)));
      case Entry.Unpriced(String cause) -> row.addAll(List.of(cause, "", ""));
      case Entry.Awaited() -> row.addAll(List.of("", "", ""));
    }
  }

  private static String held(Checkpoint checkpoint, Costs costs) {
    return checkpoint instanceof Checkpoint.Reached reached
        ? Plain.number(costs.gross(reached.ratio()) - 1)
        : "";
  }

  /// The checkpoints whose sample came late, each with the time that it is of.
  private static String late(List<Checkpoint> checkpoints) {
    StringJoiner late = new StringJoiner(" ");
    Iterator<Checkpoint> each = checkpoints.iterator();
    for (Horizon horizon : Horizon.values()) {
      if (each.next() instanceof Checkpoint.Reached(var at, _, boolean isLate) && isLate) {
        late.add(horizon.word() + "@" + Plain.time(at));
      }
    }
    return late.toString();
  }

  private static void addExit(Exit exit, List<String> row) {
    switch (exit) {
      case Exit.Done(var at, var reason, double gross) -> {
        String word = reason.name().toLowerCase(Locale.ROOT);
        row.addAll(List.of(word, Plain.time(at), Plain.number(gross - 1)));
      }
      case Exit.NotStated() -> row.addAll(List.of("not_stated", "", ""));
      case Exit.Awaited _, Exit.Unknown() -> row.addAll(List.of("", "", ""));
    }
  }

  private static void addOrigin(Call call, List<String> row) {
    Origin origin = call.track().origin();
    row.add(origin.told().source());
    row.add(origin.told().poolId(call.claim().asset()));
    row.add(origin.splice() == 1 ? "" : Plain.number(origin.splice()));
  }

  private static void addPeak(Call call, List<String> row) {
    if (call.track().entry() instanceof Entry.Priced) {
      Course course = call.track().course();
      row.add(Plain.number(course.high()));
      row.add(Plain.time(course.highAt()));
      row.add(Plain.number(course.low()));
    } else {
      row.addAll(List.of("", "", ""));
    }
  }

  private static void addEarly(Call call, List<String> row) {
    Entry entry = call.track().entry();
    Entry.Early early = call.track().early();
    for (Entry one : List.of(early.claimed(), early.bot())) {
      if (one instanceof Entry.Priced(var at, double usd)) {
        row.addAll(List.of(Plain.time(at), Plain.number(usd)));
      } else {
        row.addAll(List.of("", ""));
      }
    }
    row.add(told(early.claimed().lostUntil(entry, call.isShort())));
    row.add(told(early.bot().lostUntil(entry, call.isShort())));
  }

  private static void addMarket(Call call, Costs costs, List<String> row) {
    MarketSeen market = call.track().market();
    Duration age = call.track().age(call.claim().at());
    row.addAll(List.of(costs.word(), market.told().source()));
    row.add(rounded(market.liquidityUsd()));
    row.add(rounded(market.marketCapUsd()));
    row.add(rounded(market.volumeUsd()));
    row.add(call.tier().word());
    row.add(age == null ? "" : Plain.number(age.toMillis() / MILLIS_AN_HOUR));
  }

  private static void addCourse(Call call, Costs costs, List<String> row) {
    if (call.track().entry() instanceof Entry.Priced) {
      Course course = call.track().course();
      row.add(rounded(course.exitableHigh(costs)));
      row.add(rounded(OptionalDouble.of(course.drawdownBeforePeak())));
      row.add(Plain.number(course.inProfit().toMillis() / MILLIS_AN_HOUR));
      row.add(rounded(call.track().early().runUp()));
      row.add(call.isRugged() ? "yes" : "no");
    } else {
      row.addAll(List.of("", "", "", "", ""));
    }
  }

  private static String told(OptionalDouble value) {
    return value.isPresent() ? Plain.number(value.getAsDouble()) : "";
  }

  /// What is kept to seven digits.
  private static String rounded(OptionalDouble value) {
    return value.isPresent() ? Plain.number((float) value.getAsDouble()) : "";
  }
}
