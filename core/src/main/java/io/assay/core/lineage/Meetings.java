package io.assay.core.lineage;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Whom a channel met: which others had called an asset within the day before it did.
///
/// @param channel the one that came later
/// @param calls its calls and repeats, an asset and side once a day
/// @param firsts those that no other channel had called in the day before
/// @param met how many others came before its calls, all in all
/// @param leaders who came before it, the most frequent ones
public record Meetings(
    ChannelId channel, long calls, long firsts, long met, NavigableMap<ChannelId, Met> leaders) {
  /// Leaders that are kept of a channel.
  static final int MOST = 200;

  private static final Comparator<Map.Entry<ChannelId, Met>> BY_COUNT =
      Comparator.<Map.Entry<ChannelId, Met>>comparingLong(it -> it.getValue().times())
          .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));

  public Meetings {
    leaders = Collections.unmodifiableNavigableMap(new TreeMap<>(leaders));
  }

  /// What was between two channels.
  ///
  /// @param times one came before the other on an asset
  /// @param lags by how long
  public record Met(long times, Lags lags) {
    private static final Met NEVER = new Met(0, Lags.NONE);

    Met again(Duration lag) {
      return new Met(times + 1, lags.and(lag));
    }
  }

  /// A channel that came before, and by how long.
  record Lead(ChannelId leader, Duration lag) {}

  static Meetings of(ChannelId channel) {
    return new Meetings(channel, 0, 0, 0, Collections.emptyNavigableMap());
  }

  /// One more call, which these came before.
  Meetings called(List<Lead> leads) {
    long first = leads.isEmpty() ? 1 : 0;
    return new Meetings(channel, calls + 1, firsts + first, met + leads.size(), leaders(leads));
  }

  /// A call that was heard before turns out to follow another one, which was heard later.
  ///
  /// @param first whether it was taken for the first
  Meetings followed(Lead lead, boolean first) {
    return new Meetings(channel, calls, firsts - (first ? 1 : 0), met + 1, leaders(List.of(lead)));
  }

  private NavigableMap<ChannelId, Met> leaders(List<Lead> leads) {
    NavigableMap<ChannelId, Met> more = new TreeMap<>(leaders);
    for (Lead lead : leads) {
      more.put(lead.leader(), more.getOrDefault(lead.leader(), Met.NEVER).again(lead.lag()));
    }
    if (more.size() > MOST) {
      List<Map.Entry<ChannelId, Met>> byCount = new ArrayList<>(more.entrySet());
      byCount.sort(BY_COUNT);
      byCount.subList(0, more.size() - MOST).forEach(rare -> more.remove(rare.getKey()));
    }
    return more;
  }

  /// Canonical bytes.
  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    out.signed(channel.value()).count(calls).count(firsts).count(met).count(leaders.size());
    leaders.forEach((leader, all) -> {
      out.signed(leader.value()).count(all.times());
      all.lags().write(out);
    });
    return out.toBytes();
  }

  /// The meetings that have these bytes.
  ///
  /// @throws io.assay.core.canon.CanonException if none have
  public static Meetings ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Meetings::read);
  }

  private static Meetings read(CanonReader in) {
    ChannelId channel = new ChannelId(in.signed());
    long calls = in.count();
    long firsts = in.count();
    long met = in.count();
    int size = in.size();
    NavigableMap<ChannelId, Met> leaders = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      leaders.put(new ChannelId(in.signed()), new Met(in.count(), Lags.read(in)));
    }
    return new Meetings(channel, calls, firsts, met, leaders);
  }
}
