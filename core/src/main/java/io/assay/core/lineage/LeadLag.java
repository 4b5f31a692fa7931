package io.assay.core.lineage;

import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How often one channel calls what another called within the day before, against chance.
///
/// By chance, whoever comes before a channel on an asset is one of the others, in proportion to how
/// much they call. How popular its assets are is in how many others came before it, all in all, and
/// so is its own rate. With `m` for those, `a` for the leader's calls, `b` for the follower's and
/// `n` for everybody's:
///
/// ```
/// expected = m · a / (n − b)
/// p        = P(X ≥ together), X Poisson with that mean
/// ```
///
/// Where there are but two channels, each is all the others, and nothing is significant: nobody can
/// tell following from a taste for the same assets then. Many pairs are compared, so that p is to
/// be held against a level divided by how many.
///
/// @param together calls of the follower that came within 24 hours after the leader's
/// @param expected by chance
/// @param medianLag between the two, right to within a factor of two
/// @param p probability that chance gives as many
public record LeadLag(
    ChannelId leader,
    ChannelId follower,
    long together,
    double expected,
    Duration medianLag,
    double p) {
  private static final Comparator<LeadLag> CLEAREST =
      Comparator.comparingDouble(LeadLag::p)
          .thenComparing(Comparator.comparingLong(LeadLag::together).reversed())
          .thenComparing(LeadLag::leader)
          .thenComparing(LeadLag::follower);

  public LeadLag {
    Objects.requireNonNull(leader, "leader");
    Objects.requireNonNull(follower, "follower");
    Objects.requireNonNull(medianLag, "medianLag");
  }

  /// Every pair of channels that met, the least likely by chance first.
  public static List<LeadLag> of(Ledger ledger) {
    Crowd crowd = Crowd.of(ledger);
    List<LeadLag> pairs = new ArrayList<>();
    for (Meetings follower : crowd.channels()) {
      follower.leaders().forEach((leader, met) -> pairs.add(crowd.pair(leader, follower, met)));
    }
    pairs.sort(CLEAREST);
    return List.copyOf(pairs);
  }

  /// All channels and how much they call.
  private record Crowd(List<Meetings> channels, Map<ChannelId, Long> calls, long all) {
    static Crowd of(Ledger ledger) {
      List<Meetings> channels = new ArrayList<>();
      ledger.scan(Table.MEETINGS, new byte[0], (_, row) -> channels.add(Meetings.ofBytes(row)));
      Map<ChannelId, Long> calls = new HashMap<>();
      channels.forEach(one -> calls.put(one.channel(), one.calls()));
      return new Crowd(channels, calls, channels.stream().mapToLong(Meetings::calls).sum());
    }

    LeadLag pair(ChannelId leader, Meetings follower, Meetings.Met met) {
      long others = all - follower.calls();
      double share = others <= 0 ? 1 : (double) calls.getOrDefault(leader, 0L) / others;
      double expected = follower.met() * share;
      double p = PoissonTail.atLeast(met.times(), expected);
      return new LeadLag(leader, follower.channel(), met.times(), expected, met.lags().median(), p);
    }
  }
}
