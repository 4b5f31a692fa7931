package io.assay.core.reputation;

import io.assay.core.chance.FalseDiscovery;
import io.assay.core.message.ChannelId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whether a channel has ever shown itself better than luck, by a test that may be looked at every
/// day. A [Verdict] is right for the day it is asked for; whoever looks daily and remembers the
/// best day is wrong in a third of all worlds of luck alone. What lasts and what alerts is this.
///
/// The evidence is the wealth of a gambler who stakes four tenths on every call: `E_t = Π(1 +
/// 0.4·(R̄_d − 1))` over the days of maturity up to `t`, `R̄_d` the mean net gross return of a
/// day's calls, since calls of one day share their market. Under luck `E[R] ≤ 1`, so `E_t` is a
/// supermartingale and is ever above `1/α` with a chance of at most `α` (Ville's inequality): `p_t
/// = 1/max_{s≤t} E_s` may be looked at at any time. A call without a price counts as a total loss.
/// A badge is earned on the first day on which Benjamini and Hochberg's rule at 5 % over the `p_t`
/// of all channels seen so far lets it through, and is never lost.
///
/// The price is power: of channels with a skill of 0.2 standard deviations a call it finds fewer
/// than the verdict, and later. Positions overlap for up to seven days, and a market that moves all
/// calls of a week together makes `E_t` a little too great; costs, which luck pays too, stand
/// against that.
///
/// @param wealth ln max E, units of 1e-9, ≥ 0
/// @param earned whether and when it was
public record Badge(ChannelId channel, long wealth, Earned earned) {
  private static final double STAKE = 0.4;
  private static final double FALSE_SHARE = 0.05;

  public Badge {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(earned, "earned");
    if (wealth < 0) {
      throw new IllegalArgumentException("the most wealth is at least the first, not " + wealth);
    }
  }

  /// Whether and when a badge was earned.
  public sealed interface Earned {
    /// On a day, counted since 1970 in UTC.
    record On(long epochDay) implements Earned {}

    /// Not so far.
    record NotYet() implements Earned {}
  }

  /// The anytime-valid p-value: ratio in 0..1.
  public double p() {
    return p(wealth);
  }

  private static double p(long wealth) {
    return StrictMath.exp(-wealth / Utility.SCALE);
  }

  /// The badges of all channels as of a day.
  ///
  /// @param cells sums of all channels; later days are not looked at
  /// @param asOf days since 1970 in UTC
  /// @return by channel, in order of their ids
  public static SortedMap<ChannelId, Badge> of(Map<DayKey, DayCell> cells, long asOf) {
    SortedMap<Long, SortedMap<ChannelId, DayCell>> days = new TreeMap<>();
    cells.forEach((key, cell) -> {
      if (key.epochDay() <= asOf && !cell.equals(DayCell.EMPTY)) {
        days.computeIfAbsent(key.epochDay(), _ -> new TreeMap<>())
            .merge(key.channel(), cell, DayCell::plus);
      }
    });
    Race race = new Race();
    days.forEach(race::pass);
    return race.badges();
  }

  /// What a day multiplies the wealth by, as a logarithm in units of 1e-9.
  static long factor(DayCell day) {
    DayCell whole = day.filled(Utility.MISSING_WORST);
    double mean = whole.excess() / (whole.n() * Utility.SCALE);
    return (long) StrictMath.rint(StrictMath.log1p(STAKE * mean) * Utility.SCALE);
  }

  /// The channels' wealth while days pass.
  private static final class Race {
    private final SortedMap<ChannelId, Long> now = new TreeMap<>();
    private final SortedMap<ChannelId, Long> most = new TreeMap<>();
    private final SortedMap<ChannelId, Long> earned = new TreeMap<>();
    private final TreeSet<ChannelId> near = new TreeSet<>();

    void pass(long day, SortedMap<ChannelId, DayCell> calls) {
      calls.forEach((channel, cell) -> {
        long wealth = now.merge(channel, factor(cell), Math::addExact);
        long highest = most.merge(channel, StrictMath.max(0, wealth), StrictMath::max);
        // Nothing above the level itself is ever let through.
        if (p(highest) <= FALSE_SHARE && !earned.containsKey(channel)) {
          near.add(channel);
        }
      });
      if (!near.isEmpty()) {
        award(day);
      }
    }

    private void award(long day) {
      List<ChannelId> channels = List.copyOf(most.keySet());
      double[] p = channels.stream().mapToDouble(one -> p(most.getOrDefault(one, 0L))).toArray();
      boolean[] rejected = FalseDiscovery.rejected(p, FALSE_SHARE);
      for (int i = 0; i < rejected.length; i++) {
        if (rejected[i]) {
          earned.putIfAbsent(channels.get(i), day);
          near.remove(channels.get(i));
        }
      }
    }

    SortedMap<ChannelId, Badge> badges() {
      SortedMap<ChannelId, Badge> badges = new TreeMap<>();
      most.forEach((channel, wealth) -> {
        Long day = earned.get(channel);
        badges.put(
            channel,
            new Badge(channel, wealth, day == null ? new Earned.NotYet() : new Earned.On(day)));
      });
      return Collections.unmodifiableSortedMap(badges);
    }
  }
}
