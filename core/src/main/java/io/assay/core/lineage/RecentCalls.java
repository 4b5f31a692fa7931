package io.assay.core.lineage;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The calls of one asset and side that others may follow, in the order in which they were sent; of
/// one instant, those heard first come first.
///
/// However many there are, a few dozen stay. A flood of calls must not wash away the one that came
/// first, so the earliest dozen of a day is never dropped for later ones, and a channel has three
/// at most. Calls of other days stay while there is room: history is heard channel by channel, long
/// after it happened.
public record RecentCalls(List<Trace> traces) {
  /// Traces that are kept of an asset.
  static final int MOST = 36;

  /// How many of the earliest within a day are not given up for later ones.
  private static final int EARLIEST = 12;

  private static final int MOST_OF_ONE_CHANNEL = 3;

  /// How much older than the latest a trace may be: as long as an episode lasts.
  private static final Duration KEPT = Duration.ofDays(31);

  static final RecentCalls NONE = new RecentCalls(List.of());

  public RecentCalls {
    traces = List.copyOf(traces);
  }

  /// These and another one, without those that there is no room for.
  RecentCalls with(Trace added) {
    List<Trace> all = new ArrayList<>(traces);
    all.add(place(added.sentAt()), added);
    Instant latest = all.getLast().sentAt();
    all.removeIf(trace -> trace.sentAt().isBefore(latest.minus(KEPT)));
    thin(all, added);
    if (all.size() > MOST) {
      all.remove(dispensable(all, added.sentAt()));
    }
    return new RecentCalls(all);
  }

  /// Where one that is sent then belongs: behind those of the same instant.
  int place(Instant sentAt) {
    int at = traces.size();
    while (at > 0 && traces.get(at - 1).sentAt().isAfter(sentAt)) {
      at--;
    }
    return at;
  }

  /// Of too many of one channel in a day, the first and the last stay.
  private static void thin(List<Trace> all, Trace added) {
    ChannelId channel = added.channel();
    List<Trace> own =
        all.stream()
            .filter(it -> it.channel().equals(channel))
            .filter(it -> it.isWithin(Tracing.MEETING, added.sentAt()))
            .toList();
    if (own.size() > MOST_OF_ONE_CHANNEL) {
      all.remove(own.get(1));
    }
  }

  /// Which one to give up: the farthest of another day, else the earliest behind the first dozen.
  private static int dispensable(List<Trace> all, Instant at) {
    Instant first = all.getFirst().sentAt();
    Instant last = all.getLast().sentAt();
    boolean before = Duration.between(first, at).compareTo(Duration.between(at, last)) >= 0;
    int farthest = before ? 0 : all.size() - 1;
    return all.get(farthest).isWithin(Tracing.MEETING, at) ? EARLIEST : farthest;
  }

  /// The same with one of them become another.
  RecentCalls with(int index, Trace changed) {
    List<Trace> all = new ArrayList<>(traces);
    all.set(index, changed);
    return new RecentCalls(all);
  }

  /// Canonical bytes.
  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    out.count(traces.size());
    traces.forEach(trace -> trace.write(out));
    return out.toBytes();
  }

  /// The calls that have these bytes.
  ///
  /// @throws CanonException if none have
  public static RecentCalls ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, RecentCalls::read);
  }

  private static RecentCalls read(CanonReader in) {
    int size = in.size();
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      traces.add(Trace.read(in));
    }
    return new RecentCalls(traces);
  }
}
