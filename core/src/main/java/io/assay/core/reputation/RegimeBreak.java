package io.assay.core.reputation;

import io.assay.core.message.ChannelId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// A channel whose calls are no longer what they were: another person writes, or a method has
/// stopped to work. Found by a two-sided CUSUM over its days of maturity (E. S. Page, 1954).
///
/// Every day with calls is compared with the channel's own earlier ones: `z = (ū_d − m) /
/// (s·√(1/n_d
/// + 1/(n + 10)))`, within ±3, so that no single day is a break. `m` is the mean of the channel's
///   `n` earlier utilities, shrunk to that of all channels until then as by ten calls; `s²` their
///   variance, shrunk as by thirty degrees of freedom. A side adds `z − 0.5` (or `−z − 0.5`), is
///   never below zero, and is a break at 5. With `b = h + 1.166`, days without any change raise one
///   in `½ · (e^{2kb} − 2kb − 1)/(2k²) = 469` days with calls, and a shift of one standard
///   deviation is found after some `(e^{−2kb} + 2kb − 1)/(2k²)` = 10 (D. Siegmund, *Sequential
///   Analysis*, 1985). It is an alert and no verdict: among many channels some day always has one.
///
/// The first twenty calls of a channel, and of a regime, are only learned from. Calls without a
/// price are left out, and nothing is taken off for the market that all calls of a time have in
/// common. A break that was noticed is never unsaid by later days.
///
/// @param since first day of the new regime, as it seems: when the side that rose was last at zero;
///   days since 1970 in UTC
/// @param noticed the day on which it was told
/// @param size how far the mean has moved, in standard deviations of a call; below zero where it is
///   for the worse
public record RegimeBreak(
    ChannelId channel, long since, long noticed, Direction direction, double size) {
  private static final double SLACK = 0.5;
  private static final double LIMIT = 5;
  private static final double MOST_SCORE = 3;
  private static final long LEAST_CALLS = 20;
  private static final double PRIOR_CALLS = 10;
  private static final double PRIOR_FREEDOM = 30;

  public RegimeBreak {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(direction, "direction");
    if (noticed < since) {
      throw new IllegalArgumentException("noticed on " + noticed + ", before " + since);
    }
  }

  /// Where it went.
  public enum Direction {
    BETTER,
    WORSE
  }

  /// The latest break of every channel that has had one, as of a day.
  ///
  /// @param cells sums of all channels; later days are not looked at
  /// @param asOf days since 1970 in UTC
  /// @param baseline mean utility per call of luck: what is expected of the first calls ever
  public static SortedMap<ChannelId, RegimeBreak> of(
      Map<DayKey, DayCell> cells, long asOf, double baseline) {
    SortedMap<ChannelId, RegimeBreak> latest = new TreeMap<>();
    history(cells, asOf, baseline)
        .forEach((channel, breaks) -> latest.put(channel, breaks.getLast()));
    return Collections.unmodifiableSortedMap(latest);
  }

  /// All breaks of every channel that has had one, oldest first.
  ///
  /// @param cells sums of all channels; later days are not looked at
  /// @param asOf days since 1970 in UTC
  /// @param baseline mean utility per call of luck
  public static SortedMap<ChannelId, List<RegimeBreak>> history(
      Map<DayKey, DayCell> cells, long asOf, double baseline) {
    SortedMap<Long, SortedMap<ChannelId, DayCell>> days = new TreeMap<>();
    cells.forEach((key, cell) -> {
      if (key.epochDay() <= asOf && cell.n() > 0) {
        days.computeIfAbsent(key.epochDay(), _ -> new TreeMap<>())
            .merge(key.channel(), cell, DayCell::plus);
      }
    });
    Watch watch = new Watch(baseline);
    days.forEach(watch::pass);
    return watch.breaks();
  }

  /// Mean and variance that something is expected to have.
  private record Expected(double mean, double variance) {
    /// What calls make of an expectation that is worth so many calls and degrees of freedom.
    Expected after(DayCell calls, double worth) {
      double own = calls.n() == 0 ? 0 : average(calls);
      double shrunk = (calls.sum() / Utility.SCALE + worth * mean) / (calls.n() + worth);
      double scatter = StrictMath.max(0, calls.squares() / Utility.SCALE - calls.n() * own * own);
      double freedom = StrictMath.max(0, calls.n() - 1);
      return new Expected(shrunk, (PRIOR_FREEDOM * variance + scatter) / (PRIOR_FREEDOM + freedom));
    }
  }

  private static double average(DayCell calls) {
    return calls.sum() / (Utility.SCALE * calls.n());
  }

  /// All channels while days pass.
  private static final class Watch {
    private final Expected luck;
    private final SortedMap<ChannelId, Course> courses = new TreeMap<>();
    private DayCell pool = DayCell.EMPTY;

    Watch(double baseline) {
      luck = new Expected(baseline, FairGame.of(0).variance());
    }

    void pass(long day, SortedMap<ChannelId, DayCell> calls) {
      Expected all = luck.after(pool, PRIOR_FREEDOM);
      calls.forEach((channel, cell) -> {
        courses.computeIfAbsent(channel, Course::new).pass(day, cell, all);
        pool = pool.plus(cell);
      });
    }

    SortedMap<ChannelId, List<RegimeBreak>> breaks() {
      SortedMap<ChannelId, List<RegimeBreak>> breaks = new TreeMap<>();
      courses.forEach((channel, course) -> {
        if (!course.breaks.isEmpty()) {
          breaks.put(channel, List.copyOf(course.breaks));
        }
      });
      return Collections.unmodifiableSortedMap(breaks);
    }
  }

  /// One direction of one channel.
  private static final class Arm {
    private final int sign;
    private double height;
    private long since;
    private DayCell calls = DayCell.EMPTY;

    Arm(int sign) {
      this.sign = sign;
    }

    /// Whether this day makes it a break.
    boolean isBreak(long day, DayCell cell, double z) {
      if (height == 0) {
        since = day;
        calls = DayCell.EMPTY;
      }
      calls = calls.plus(cell);
      height = StrictMath.max(0, height + sign * z - SLACK);
      return height >= LIMIT;
    }
  }

  /// One channel.
  private static final class Course {
    private final ChannelId channel;

    private final List<RegimeBreak> breaks = new ArrayList<>();
    private DayCell known = DayCell.EMPTY;
    private Arm better = new Arm(1);
    private Arm worse = new Arm(-1);

    Course(ChannelId channel) {
      this.channel = channel;
    }

    void pass(long day, DayCell cell, Expected all) {
      if (known.n() >= LEAST_CALLS) {
        Expected own = all.after(known, PRIOR_CALLS);
        double z = score(cell, own);
        // Both look at every day.
        boolean up = better.isBreak(day, cell, z);
        boolean down = worse.isBreak(day, cell, z);
        if (up || down) {
          turn(day, up ? better : worse, cell, all);
          return;
        }
      }
      known = known.plus(cell);
    }

    private double score(DayCell cell, Expected own) {
      double spread =
          StrictMath.sqrt(own.variance() * (1.0 / cell.n() + 1 / (known.n() + PRIOR_CALLS)));
      return StrictMath.clamp((average(cell) - own.mean()) / spread, -MOST_SCORE, MOST_SCORE);
    }

    private void turn(long day, Arm arm, DayCell cell, Expected all) {
      Expected before = all.after(known.plus(cell).minus(arm.calls), PRIOR_CALLS);
      double size = (average(arm.calls) - before.mean()) / StrictMath.sqrt(before.variance());
      Direction direction = arm.sign > 0 ? Direction.BETTER : Direction.WORSE;
      breaks.add(new RegimeBreak(channel, arm.since, day, direction, size));
      known = arm.calls;
      better = new Arm(1);
      worse = new Arm(-1);
    }
  }
}
