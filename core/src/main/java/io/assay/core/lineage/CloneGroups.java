package io.assay.core.lineage;

import io.assay.core.ledger.Ledger;
import io.assay.core.message.ChannelId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Channels that are one voice. Two belong together where the one that echoes the other more has at
/// least [#LEAST_ECHOES] echoes between the two, either way, and those are at least [#LEAST_SHARE]
/// of its calls; a group is all that belong together, by however many steps.
///
/// @param groups by originator
public record CloneGroups(List<Group> groups) {
  /// Echoes between two channels of one voice.
  public static final int LEAST_ECHOES = 5;

  /// Their share of the calls of the one that echoes more.
  public static final double LEAST_SHARE = 0.6;

  public CloneGroups {
    groups = List.copyOf(groups);
  }

  /// One voice.
  ///
  /// @param originator who leads most: whom the others echo most, less what it echoes of them
  /// @param members the originator too, by id
  public record Group(ChannelId originator, List<ChannelId> members) {
    public Group {
      Objects.requireNonNull(originator, "originator");
      members = List.copyOf(members);
    }
  }

  /// The groups as a ledger stands.
  public static CloneGroups of(Ledger ledger) {
    return of(EchoCounts.of(ledger));
  }

  static CloneGroups of(EchoCounts counts) {
    NavigableMap<ChannelId, ChannelId> parents = new TreeMap<>();
    counts
        .echoes()
        .forEach((echoing, sources) -> {
          for (ChannelId original : sources.keySet()) {
            if (areOne(echoing, original, counts)) {
              join(parents, echoing, original);
            }
          }
        });
    NavigableMap<ChannelId, NavigableSet<ChannelId>> members = new TreeMap<>();
    for (ChannelId channel : parents.keySet()) {
      members.computeIfAbsent(root(parents, channel), _ -> new TreeSet<>()).add(channel);
    }
    List<Group> groups = new ArrayList<>();
    members.values().forEach(all -> groups.add(group(all, counts)));
    groups.sort(Comparator.comparing(Group::originator));
    return new CloneGroups(groups);
  }

  private static boolean areOne(ChannelId one, ChannelId other, EchoCounts counts) {
    long there = counts.between(one, other);
    long back = counts.between(other, one);
    long fewer = Math.min(counts.calls(one), counts.calls(other));
    long calls = there == back ? fewer : counts.calls(there > back ? one : other);
    return !one.equals(other)
        && there + back >= LEAST_ECHOES
        && there + back >= LEAST_SHARE * calls;
  }

  /// Union by the lower id, so that the order of joining makes no difference.
  private static void join(
      NavigableMap<ChannelId, ChannelId> parents, ChannelId one, ChannelId other) {
    parents.putIfAbsent(one, one);
    parents.putIfAbsent(other, other);
    ChannelId first = root(parents, one);
    ChannelId second = root(parents, other);
    boolean lower = first.compareTo(second) < 0;
    parents.put(lower ? second : first, lower ? first : second);
  }

  private static ChannelId root(NavigableMap<ChannelId, ChannelId> parents, ChannelId channel) {
    ChannelId root = channel;
    ChannelId parent = parents.getOrDefault(root, root);
    while (!parent.equals(root)) {
      root = parent;
      parent = parents.getOrDefault(root, root);
    }
    return root;
  }

  private static Group group(NavigableSet<ChannelId> members, EchoCounts counts) {
    ChannelId originator = members.first();
    for (ChannelId member : members) {
      if (lead(member, members, counts) > lead(originator, members, counts)) {
        originator = member;
      }
    }
    return new Group(originator, List.copyOf(members));
  }

  private static long lead(ChannelId channel, NavigableSet<ChannelId> members, EchoCounts counts) {
    long lead = 0;
    for (ChannelId other : members) {
      lead += counts.between(other, channel) - counts.between(channel, other);
    }
    return lead;
  }

  /// The group that a channel belongs to, if it does to any.
  public Optional<Group> of(ChannelId channel) {
    return groups.stream().filter(group -> group.members().contains(channel)).findFirst();
  }
}
