package io.assay.core.score;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Wins of calls by some bin, of which each counts from the day after the one on which it matured.
/// A winner is known before a loser, so whoever counted what is known so far would count too many
/// winners. Whole numbers: what was added can be taken away again, and the order leaves no trace.
///
/// @param through the last day that has been added to what is ripe
/// @param ripe what matured by then
/// @param green what matured or matures after it, by day
public record Ripening(long through, Wins ripe, SortedMap<Long, Wins> green) {
  public static final Ripening NONE =
      new Ripening(Long.MIN_VALUE, Wins.NONE, Collections.emptySortedMap());

  /// Calls and wins by bin.
  ///
  /// @param bins each bin that has calls
  public record Wins(SortedMap<Integer, Count> bins) {
    public static final Wins NONE = new Wins(Collections.emptySortedMap());

    /// How many.
    ///
    /// @param calls with a known outcome, ≥ wins
    /// @param expected wins of calls with such scores, units of 1e-9
    public record Count(long calls, long wins, long expected) {
      public static final Count NONE = new Count(0, 0, 0);

      public Count {
        if (wins < 0 || calls < wins || expected < 0) {
          throw new IllegalArgumentException(
              wins + " wins of " + calls + " calls, " + expected + " expected");
        }
      }

      /// One call.
      ///
      /// @param expected its chance when it was made, units of 1e-9
      public static Count of(boolean win, long expected) {
        return new Count(1, win ? 1 : 0, expected);
      }

      Count plus(Count other) {
        return new Count(calls + other.calls, wins + other.wins, expected + other.expected);
      }

      private Count minus(Count other) {
        return new Count(calls - other.calls, wins - other.wins, expected - other.expected);
      }

      private void write(CanonWriter out) {
        out.count(calls).count(wins).count(expected);
      }

      private static Count read(CanonReader in) {
        return new Count(in.count(), in.count(), in.count());
      }
    }

    public Wins {
      bins = Collections.unmodifiableSortedMap(new TreeMap<>(bins));
      if (bins.values().stream().anyMatch(count -> count.calls == 0)) {
        throw new IllegalArgumentException("a bin without calls: " + bins);
      }
    }

    static Wins of(int bin, Count count) {
      return new Wins(new TreeMap<>(Map.of(bin, count)));
    }

    Wins plus(Wins other) {
      SortedMap<Integer, Count> sum = new TreeMap<>(bins);
      other.bins.forEach((bin, count) -> sum.merge(bin, count, Count::plus));
      return new Wins(sum);
    }

    private Wins minus(Wins other) {
      SortedMap<Integer, Count> rest = new TreeMap<>(bins);
      other.bins.forEach((bin, count) -> {
        Count left = rest.getOrDefault(bin, Count.NONE).minus(count);
        if (left.calls == 0) {
          rest.remove(bin);
        } else {
          rest.put(bin, left);
        }
      });
      return new Wins(rest);
    }

    /// What is in a bin.
    public Count in(int bin) {
      return bins.getOrDefault(bin, Count.NONE);
    }

    /// What is in all of them.
    public Count all() {
      return bins.values().stream().reduce(Count.NONE, Count::plus);
    }

    private void write(CanonWriter out) {
      out.count(bins.size());
      bins.forEach((bin, count) -> count.write(out.count(bin)));
    }

    private static Wins read(CanonReader in) {
      SortedMap<Integer, Count> bins = new TreeMap<>();
      for (int left = in.size(); left > 0; left--) {
        bins.put(Math.toIntExact(in.count()), Count.read(in));
      }
      return new Wins(bins);
    }
  }

  public Ripening {
    Objects.requireNonNull(ripe, "ripe");
    green = Collections.unmodifiableSortedMap(new TreeMap<>(green));
    if (!green.isEmpty() && green.firstKey() <= through) {
      throw new IllegalArgumentException("what matured by day " + through + " is ripe");
    }
  }

  /// One more call.
  ///
  /// @param day on which it matured or will
  /// @param today what has matured before it is ripe; never before an earlier call's
  public Ripening plus(int bin, Wins.Count call, long day, long today) {
    Ripening now = at(today);
    Wins one = Wins.of(bin, call);
    if (day <= now.through) {
      return new Ripening(now.through, now.ripe.plus(one), now.green);
    }
    SortedMap<Long, Wins> later = new TreeMap<>(now.green);
    later.merge(day, one, Wins::plus);
    return new Ripening(now.through, now.ripe, later);
  }

  /// One call less, which was added before.
  public Ripening minus(int bin, Wins.Count call, long day, long today) {
    Ripening now = at(today);
    Wins one = Wins.of(bin, call);
    if (day <= now.through) {
      return new Ripening(now.through, now.ripe.minus(one), now.green);
    }
    SortedMap<Long, Wins> later = new TreeMap<>(now.green);
    Wins left = later.getOrDefault(day, Wins.NONE).minus(one);
    if (left.bins.isEmpty()) {
      later.remove(day);
    } else {
      later.put(day, left);
    }
    return new Ripening(now.through, now.ripe, later);
  }

  private Ripening at(long today) {
    long last = Math.max(through, today - 1);
    return new Ripening(last, asOf(today), new TreeMap<>(green.tailMap(last + 1)));
  }

  /// What has matured before a day.
  public Wins asOf(long today) {
    SortedMap<Long, Wins> mature = green.headMap(today);
    if (mature.isEmpty()) {
      return ripe;
    }
    SortedMap<Integer, Wins.Count> sum = new TreeMap<>(ripe.bins);
    for (Wins day : mature.values()) {
      day.bins.forEach((bin, count) -> sum.merge(bin, count, Wins.Count::plus));
    }
    return new Wins(sum);
  }

  void write(CanonWriter out) {
    out.signed(through);
    ripe.write(out);
    out.count(green.size());
    green.forEach((day, wins) -> wins.write(out.signed(day)));
  }

  static Ripening read(CanonReader in) {
    long through = in.signed();
    Wins ripe = Wins.read(in);
    SortedMap<Long, Wins> green = new TreeMap<>();
    for (int left = in.size(); left > 0; left--) {
      long day = in.signed();
      if (day == Long.MIN_VALUE) {
        throw new CanonException("nothing matures on such a day");
      }
      green.put(day, Wins.read(in));
    }
    return new Ripening(through, ripe, green);
  }
}
