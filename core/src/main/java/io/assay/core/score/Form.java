package io.assay.core.score;

import io.assay.core.call.CallId;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.reputation.Classic;
import io.assay.core.reputation.Realised;
import io.assay.core.reputation.Realised.Confidence;
import io.assay.core.reputation.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// A channel's form as the fold goes along: what its classic score, its correlation and its own win
/// rate need, so that a new call is scored without a look at the old ones. What a call adds can be
/// taken away again.
///
/// @param sums of its settled calls
/// @param held how many of them were held for how many whole hours
/// @param wins of its calls whose outcome is known, by maturity; in one bin
/// @param history its last settled calls
public record Form(Sums sums, SortedMap<Integer, Long> held, Ripening wins, History history) {
  public static final Form NONE =
      new Form(Sums.NONE, Collections.emptySortedMap(), Ripening.NONE, History.NONE);

  /// As far as the classic composite tells a holding time from another.
  private static final int MOST_HOURS = 30 * 24;

  private static final double HOURS_A_DAY = 24;

  /// Sums over settled calls, whole numbers so that their order leaves no trace.
  ///
  /// @param gain of the stakes, units of 1e-9
  /// @param squares of the gains, each rounded by itself, units of 1e-6
  /// @param scored how many had a score when they were made
  /// @param confidence of those, units of 1e-9
  public record Sums(
      long settled, long wins, long gain, long squares, long scored, long confidence) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

    private static final double UNIT = 1e9;
    private static final double SQUARE_UNIT = 1e6;

    /// A greater gain is a flaw of the data, and counts as this one so that no sum overflows.
    private static final double MOST_GAIN = 1e3;

    public Sums {
      if (settled < 0 || wins < 0 || wins > settled || squares < 0 || scored > settled) {
        throw new IllegalArgumentException(wins + " wins of " + settled + ", scored " + scored);
      }
    }

    static Sums of(Realised call) {
      double gain = StrictMath.min(call.gain(), MOST_GAIN);
      boolean scored = call.confidence() instanceof Confidence.Scored;
      double ratio = call.confidence() instanceof Confidence.Scored(double told) ? told : 0;
      return new Sums(
          1,
          call.win() ? 1 : 0,
          (long) StrictMath.rint(gain * UNIT),
          (long) StrictMath.rint(gain * gain * SQUARE_UNIT),
          scored ? 1 : 0,
          (long) StrictMath.rint(ratio * UNIT));
    }

    Sums plus(Sums other) {
      return new Sums(
          settled + other.settled,
          wins + other.wins,
          Math.addExact(gain, other.gain),
          Math.addExact(squares, other.squares),
          scored + other.scored,
          confidence + other.confidence);
    }

    Sums minus(Sums other) {
      return new Sums(
          settled - other.settled,
          wins - other.wins,
          gain - other.gain,
          squares - other.squares,
          scored - other.scored,
          confidence - other.confidence);
    }

    double meanGain() {
      return gain / UNIT / settled;
    }

    /// The standard deviation of gains with n − 1; NaN of fewer than two.
    double deviation() {
      if (settled < 2) {
        return Double.NaN;
      }
      double around = squares / SQUARE_UNIT - meanGain() * meanGain() * settled;
      return StrictMath.sqrt(StrictMath.max(0, around) / (settled - 1));
    }

    double meanConfidence() {
      return scored == 0 ? Double.NaN : confidence / UNIT / scored;
    }
  }

  public Form {
    Objects.requireNonNull(sums, "sums");
    Objects.requireNonNull(wins, "wins");
    Objects.requireNonNull(history, "history");
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    if (held.values().stream().mapToLong(Long::longValue).sum() != sums.settled) {
      throw new IllegalArgumentException("calls that were held and not settled: " + held);
    }
  }

  /// The same with one more settled call.
  public Form plus(CallId id, Realised call) {
    SortedMap<Integer, Long> more = new TreeMap<>(held);
    more.merge(hours(call), 1L, Long::sum);
    History longer =
        call.confidence() instanceof Confidence.Scored(double ratio)
            ? history.plus(new History.Pair(id, 100 * ratio, call.gain()))
            : history;
    return new Form(sums.plus(Sums.of(call)), more, wins, longer);
  }

  /// The same without a settled call that it has.
  public Form minus(CallId id, Realised call) {
    SortedMap<Integer, Long> less = new TreeMap<>(held);
    less.merge(hours(call), -1L, (one, other) -> one + other == 0 ? null : one + other);
    return new Form(sums.minus(Sums.of(call)), less, wins, history.without(id));
  }

  /// The same with other wins.
  public Form with(Ripening changed) {
    return new Form(sums, held, changed, history);
  }

  private static int hours(Realised call) {
    return (int) Math.min(MOST_HOURS, call.held().toHours());
  }

  /// The classic composite of all settled calls: that of [Classic#of(List)], with the median
  /// holding time right to half an hour.
  public Classic classic() {
    return sums.settled == 0
        ? new Classic.Unrated()
        : Classic.of(
            new Classic.Figures(
                Math.toIntExact(sums.settled),
                sums.wins,
                sums.meanGain(),
                sums.deviation(),
                medianDays(),
                sums.meanConfidence()));
  }

  private double medianDays() {
    double low = hour((sums.settled - 1) / 2);
    double high = hour(sums.settled / 2);
    return (low + high) / 2 / HOURS_A_DAY;
  }

  /// The holding time of the call at a rank from 0, in hours: the middle of its hour.
  private double hour(long rank) {
    long below = 0;
    for (var hours : held.entrySet()) {
      below += hours.getValue();
      if (rank < below) {
        return hours.getKey() + 0.5;
      }
    }
    throw new IllegalStateException("a rank above all calls");
  }

  /// The factors that a channel's form gives a new call. A channel of under ten settled calls is
  /// unproven: its classic score rests on too few to be known.
  public List<Score.Factor> factors() {
    List<Score.Factor> factors = new ArrayList<>();
    if (classic() instanceof Classic.Rated(double score, int settled, var tier)
        && tier != Tier.UNPROVEN) {
      String evidence =
          String.format(
              Locale.ROOT,
              "classic score %.1f of %d settled calls: %s",
              score,
              settled,
              tier.word());
      factors.add(new Score.Factor(Score.Part.REPUTATION, score, evidence));
    }
    history.addTo(factors);
    return factors;
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    out.count(sums.settled).count(sums.wins).signed(sums.gain).count(sums.squares);
    out.count(sums.scored).count(sums.confidence).count(held.size());
    held.forEach((hours, calls) -> out.count(hours).count(calls));
    wins.write(out);
    history.write(out);
    return out.toBytes();
  }

  public static Form ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Form::read);
  }

  private static Form read(CanonReader in) {
    Sums sums = new Sums(in.count(), in.count(), in.signed(), in.count(), in.count(), in.count());
    SortedMap<Integer, Long> held = new TreeMap<>();
    for (int left = in.size(); left > 0; left--) {
      held.put(Math.toIntExact(in.count()), in.count());
    }
    return new Form(sums, held, Ripening.read(in), History.read(in));
  }
}
