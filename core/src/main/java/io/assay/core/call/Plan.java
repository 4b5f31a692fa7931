package io.assay.core.call;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.reading.Side;
import io.assay.core.terms.Terms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the caller himself said to get out: his targets and his stop, as far as he stated them.
///
/// @param targets in the order of the message
/// @param stop null where none is stated
public record Plan(List<Level> targets, @Nullable Level stop) {
  /// Nothing is stated.
  public static final Plan NONE = new Plan(List.of(), null);

  private static final MathContext DIGITS = new MathContext(15);

  /// A target further from the entry than that is of another price, such as that in satoshis.
  private static final double FARTHEST = 100;

  public Plan {
    targets = List.copyOf(targets);
  }

  /// A price, or a distance from the entry.
  ///
  /// @param relative whether the value is a ratio of the entry price (0.3 is 30 % away), else USD
  public record Level(boolean relative, BigDecimal value) {
    public Level {
      value = value.round(DIGITS).stripTrailingZeros();
    }

    private void write(CanonWriter out) {
      out.bool(relative).signed(value.unscaledValue().longValueExact()).signed(value.scale());
    }

    private static Level read(CanonReader in) {
      boolean relative = in.bool();
      BigInteger digits = BigInteger.valueOf(in.signed());
      return new Level(relative, new BigDecimal(digits, Math.toIntExact(in.signed())));
    }

    /// The same as the follower's ratio.
    ///
    /// @param up whether a distance is a gain
    private double ratio(double entryUsd, Side side, boolean up) {
      double stated = value.doubleValue();
      if (relative) {
        return up ? 1 + stated : 1 - stated;
      }
      return side == Side.SHORT ? 2 - stated / entryUsd : stated / entryUsd;
    }
  }

  /// The plan that a message states. What is stated in bitcoin is left out, since nobody knows its
  /// price here.
  public static Plan of(Terms terms) {
    List<Level> targets = new ArrayList<>();
    for (Terms.Amount target : terms.exit().targets()) {
      Level level = level(target);
      if (level != null) {
        targets.add(level);
      }
    }
    Level stop = level(terms.exit().stop());
    return targets.isEmpty() && stop == null ? NONE : new Plan(targets, stop);
  }

  private static @Nullable Level level(Terms.Amount amount) {
    if (amount.isMissing() || amount.value().signum() == 0) {
      return null;
    }
    return switch (amount.unit()) {
      case USD, PLAIN -> new Level(false, amount.value());
      case PERCENT -> new Level(true, amount.value().movePointLeft(2));
      case BTC, SATS -> null;
    };
  }

  /// Whether nothing is stated.
  public boolean isEmpty() {
    return targets.isEmpty() && stop == null;
  }

  /// What of the plan is about this entry, as ratios of it from the follower's side.
  ///
  /// @param targets above 1, rising
  /// @param stop below 1; 0 where there is none
  @SuppressWarnings("ArrayRecordComponent") // read by one position, compared by nobody
  record Fitted(double[] targets, double stop) {
    boolean isEmpty() {
      return targets.length == 0 && stop == 0;
    }
  }

  /// The plan at an entry. Targets that are not beyond it, and a stop that is, are of another price
  /// or trade than the follower's, and fall away.
  Fitted at(double entryUsd, Side side) {
    double[] ratios = new double[targets.size()];
    int fitting = 0;
    for (Level target : targets) {
      double ratio = target.ratio(entryUsd, side, true);
      if (ratio > 1 && ratio <= FARTHEST) {
        ratios[fitting++] = ratio;
      }
    }
    double[] rising = Arrays.stream(ratios, 0, fitting).sorted().distinct().toArray();
    double below = stop == null ? 0 : stop.ratio(entryUsd, side, false);
    return new Fitted(rising, below >= 1 / FARTHEST && below < 1 ? below : 0);
  }

  void write(CanonWriter out) {
    Level last = stop;
    out.count(targets.size() * 2L + (last == null ? 0 : 1));
    targets.forEach(target -> target.write(out));
    if (last != null) {
      last.write(out);
    }
  }

  static Plan read(CanonReader in) {
    int size = in.size();
    List<Level> targets = new ArrayList<>(size / 2);
    for (int i = 0; i < size / 2; i++) {
      targets.add(Level.read(in));
    }
    return size == 0 ? NONE : new Plan(targets, size % 2 == 0 ? null : Level.read(in));
  }
}
