package io.assay.core.lineage;

import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Whose word each channel's word is, as a ledger stands.
///
/// @param channels those that ever called
/// @param clones which of them are one voice
public record Lineage(NavigableMap<ChannelId, Ancestry> channels, CloneGroups clones) {
  public Lineage {
    Objects.requireNonNull(clones, "clones");
    channels = Collections.unmodifiableNavigableMap(new TreeMap<>(channels));
  }

  /// Where a channel's calls come from.
  ///
  /// @param calls that opened an episode
  /// @param firsts calls and repeats that no other channel heard here had made in the day before,
  ///   an asset and side once a day
  /// @param echoes calls that are another channel's
  /// @param sources whose they are, the most frequent first
  public record Ancestry(long calls, long firsts, long echoes, List<Source> sources) {
    /// A channel without calls.
    public static final Ancestry NONE = new Ancestry(0, 0, 0, List.of());

    public Ancestry {
      sources = List.copyOf(sources);
    }

    /// Whom it echoes most, if it echoes anybody.
    public Optional<Source> mostly() {
      return sources.stream().findFirst();
    }
  }

  /// A channel that another one echoes; it need not be heard here.
  ///
  /// @param echoes how often, above zero
  public record Source(ChannelId channel, long echoes) {
    private static final Comparator<Source> MOST =
        Comparator.comparingLong(Source::echoes).reversed().thenComparing(Source::channel);
  }

  /// The lineage of all channels of a ledger.
  public static Lineage of(Ledger ledger) {
    EchoCounts counts = EchoCounts.of(ledger);
    NavigableMap<ChannelId, Long> firsts = new TreeMap<>();
    ledger.scan(
        Table.MEETINGS,
        new byte[0],
        (_, row) -> {
          Meetings met = Meetings.ofBytes(row);
          firsts.put(met.channel(), met.firsts());
        });
    NavigableMap<ChannelId, Ancestry> channels = new TreeMap<>();
    counts
        .calls()
        .forEach((channel, calls) -> {
          List<Source> sources = sources(counts, channel);
          long echoes = sources.stream().mapToLong(Source::echoes).sum();
          long first = firsts.getOrDefault(channel, 0L);
          channels.put(channel, new Ancestry(calls, first, echoes, sources));
        });
    return new Lineage(channels, CloneGroups.of(counts));
  }

  private static List<Source> sources(EchoCounts counts, ChannelId channel) {
    List<Source> sources = new ArrayList<>();
    counts.of(channel).forEach((source, echoes) -> sources.add(new Source(source, echoes)));
    sources.sort(Source.MOST);
    return sources;
  }

  /// Where the channel's calls come from.
  public Ancestry of(ChannelId channel) {
    return channels.getOrDefault(channel, Ancestry.NONE);
  }

  /// The clone group of the channel, if it belongs to any.
  public Optional<CloneGroups.Group> cloneGroup(ChannelId channel) {
    return clones.of(channel);
  }
}
