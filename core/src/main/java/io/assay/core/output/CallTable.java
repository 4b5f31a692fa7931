package io.assay.core.output;

import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.Checkpoint;
import io.assay.core.call.Entry;
import io.assay.core.call.Exit;
import io.assay.core.call.Horizon;
import io.assay.core.call.Origin;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Consumer;

/// Every call as a row, in the order in which they were made. Returns are ratios of the stake after
/// costs (0.1 is +10 %), prices USD, times UTC; what is not known is empty.
public final class CallTable {
  private final double left;
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

  private CallTable(Ledger ledger, double cost) {
    this.left = 1 - cost;
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
    return List.copyOf(names);
  }

  /// Gives every row to the reader.
  public static void rows(Ledger ledger, Standing standing, Consumer<List<String>> reader) {
    CallTable table = new CallTable(ledger, standing.rules().cost());
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
    call.track().checkpoints().forEach(checkpoint -> row.add(held(checkpoint)));
    call.track().exits().forEach(exit -> addExit(exit, row));
    addPeak(call, row);
    row.add(late(call.track().checkpoints()));
    addOrigin(call, row);
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

  private String held(Checkpoint checkpoint) {
    return checkpoint instanceof Checkpoint.Reached reached
        ? Plain.number(reached.ratio() * left - 1)
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
    if (exit instanceof Exit.Done(var at, var reason, double gross)) {
      String word = reason.name().toLowerCase(Locale.ROOT);
      row.addAll(List.of(word, Plain.time(at), Plain.number(gross - 1)));
    } else {
      row.addAll(List.of("", "", ""));
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
      var peak = call.track().peak();
      row.add(Plain.number(peak.high()));
      row.add(Plain.time(peak.highAt()));
      row.add(Plain.number(peak.low()));
    } else {
      row.addAll(List.of("", "", ""));
    }
  }
}
