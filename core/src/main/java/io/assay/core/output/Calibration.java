package io.assay.core.output;

import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.Exit;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.reputation.DayKey;
import io.assay.core.score.Chance;
import io.assay.core.score.Counted;
import io.assay.core.score.Forecast;
import io.assay.core.score.Reliability;
import io.assay.core.score.Scored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far the chances can be relied on that were told when calls were made. Only calls that count
/// and have matured: winners are known before losers.
///
/// @param all over all channels
/// @param channels of each channel that has any
public record Calibration(Reliability all, SortedMap<ChannelId, Reliability> channels) {
  public Calibration {
    channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
  }

  /// As the ledger stands.
  public static Calibration of(Ledger ledger) {
    long today = DayKey.day(Standing.of(ledger, 0).clock());
    List<Forecast> all = new ArrayList<>();
    SortedMap<ChannelId, List<Forecast>> channels = new TreeMap<>();
    ledger.scan(
        Table.COUNTED,
        new byte[0],
        (key, row) -> {
          Counted counted = Counted.ofBytes(row);
          byte[] call = counted.day() < today ? ledger.find(Table.CALLS, key) : null;
          byte[] score = call == null ? null : ledger.find(Table.SCORES, key);
          if (call != null && score != null) {
            add(Call.ofBytes(call), Scored.ofBytes(score), counted.day(), all, channels);
          }
        });
    SortedMap<ChannelId, Reliability> each = new TreeMap<>();
    channels.forEach((channel, forecasts) -> each.put(channel, Reliability.of(forecasts)));
    return new Calibration(Reliability.of(all), each);
  }

  private static void add(
      Call call,
      Scored scored,
      long day,
      List<Forecast> all,
      SortedMap<ChannelId, List<Forecast>> channels) {
    if (scored.chance() instanceof Chance.Told(double win, _)
        && call.track().exit(Barrier.REFERENCE) instanceof Exit.Done exit) {
      Forecast forecast = new Forecast(day, win, exit.isWin());
      all.add(forecast);
      channels.computeIfAbsent(call.channel(), _ -> new ArrayList<>()).add(forecast);
    }
  }
}
