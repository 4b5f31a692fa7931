package io.assay.core.reputation;

import io.assay.core.message.ChannelId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The days of one channel: all pools together, and each by itself.
final class ChannelDays {
  private final ChannelId channel;
  private final long asOf;
  private final SortedMap<Long, DayCell> all = new TreeMap<>();
  private final SortedMap<String, SortedMap<Long, DayCell>> pools = new TreeMap<>();

  private ChannelDays(ChannelId channel, long asOf) {
    this.channel = channel;
    this.asOf = asOf;
  }

  /// The cells that were there on a day, by channel and in order of the ids.
  static List<ChannelDays> of(Map<DayKey, DayCell> cells, long asOf) {
    SortedMap<ChannelId, ChannelDays> channels = new TreeMap<>();
    cells.forEach((key, cell) -> {
      if (key.epochDay() <= asOf && !cell.equals(DayCell.EMPTY)) {
        channels
            .computeIfAbsent(key.channel(), channel -> new ChannelDays(channel, asOf))
            .add(key, cell);
      }
    });
    return List.copyOf(channels.values());
  }

  private void add(DayKey key, DayCell cell) {
    all.merge(key.epochDay(), cell, DayCell::plus);
    pools.computeIfAbsent(key.pool(), _ -> new TreeMap<>()).put(key.epochDay(), cell);
  }

  ChannelId channel() {
    return channel;
  }

  /// Everything added up, without decay.
  DayCell total() {
    return all.values().stream().reduce(DayCell.EMPTY, DayCell::plus);
  }

  /// The moments of the calls with a price.
  Series known() {
    return Series.of(all, asOf);
  }

  /// The moments, had all missing calls come to this utility.
  Series filled(long utility) {
    SortedMap<Long, DayCell> days = new TreeMap<>();
    all.forEach((day, cell) -> days.put(day, cell.filled(utility)));
    return Series.of(days, asOf);
  }

  /// The decayed number of calls without a price.
  double missing() {
    return Series.missing(all, asOf);
  }

  /// The moments of the calls with a price, pool by pool.
  SortedMap<String, Series> byPool() {
    SortedMap<String, Series> series = new TreeMap<>();
    pools.forEach((pool, days) -> series.put(pool, Series.of(days, asOf)));
    return series;
  }
}
