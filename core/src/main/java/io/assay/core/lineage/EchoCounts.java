package io.assay.core.lineage;

import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How many calls channels made, and how many of those are echoes of which other channel's. An echo
/// of an echo is the first caller's.
///
/// @param calls by channel
/// @param echoes by the echoing channel, then by whose they are
record EchoCounts(
    NavigableMap<ChannelId, Long> calls,
    NavigableMap<ChannelId, NavigableMap<ChannelId, Long>> echoes) {
  /// Echoes of echoes that are followed back. Each is later than the one that it is of, but a
  /// forged header of a forward may go round in a circle.
  private static final int MOST_STEPS = 16;

  static EchoCounts of(Ledger ledger) {
    NavigableMap<ChannelId, Long> calls = new TreeMap<>();
    ledger.scan(
        Table.CALLS,
        new byte[0],
        (_, row) -> calls.merge(Call.ofBytes(row).channel(), 1L, Long::sum));
    Map<CallId, CallId> originals = new HashMap<>();
    ledger.scan(
        Table.LINKS,
        new byte[0],
        (_, row) -> {
          Link link = Links.ofBytes(row).last();
          originals.put(link.echo(), link.of());
        });
    NavigableMap<ChannelId, NavigableMap<ChannelId, Long>> echoes = new TreeMap<>();
    for (CallId echo : originals.keySet()) {
      ChannelId first = first(echo, originals).opener().chat();
      echoes
          .computeIfAbsent(echo.opener().chat(), _ -> new TreeMap<>())
          .merge(first, 1L, Long::sum);
    }
    return new EchoCounts(calls, echoes);
  }

  private static CallId first(CallId echo, Map<CallId, CallId> originals) {
    CallId first = echo;
    for (int step = 0; step < MOST_STEPS; step++) {
      CallId before = originals.get(first);
      if (before == null) {
        return first;
      }
      first = before;
    }
    return first;
  }

  /// Whose the channel's echoes are, and how many.
  NavigableMap<ChannelId, Long> of(ChannelId channel) {
    return echoes.getOrDefault(channel, Collections.emptyNavigableMap());
  }

  long calls(ChannelId channel) {
    return calls.getOrDefault(channel, 0L);
  }

  /// How many calls of the one are echoes of the other.
  long between(ChannelId echoing, ChannelId original) {
    return of(echoing).getOrDefault(original, 0L);
  }
}
