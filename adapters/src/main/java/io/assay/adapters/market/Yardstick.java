package io.assay.adapters.market;

import io.assay.adapters.provider.Bar;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.Candles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The candles of one source, by which what others say of the same time is measured: the median of
/// the ratios of prices of the same instant. One odd candle says nothing then, and candles of
/// another length can be compared.
final class Yardstick {
  private static final int MILLIS = 1000;

  private final List<Candles> runs;

  /// A price of an instant.
  private record Point(long millis, double usd) {}

  /// Candles in time order, one length throughout.
  Yardstick(List<CandleBlock> blocks) {
    runs = blocks.stream().map(CandleBlock::candles).toList();
  }

  /// How many times ours another source's prices are; empty where they have no instant in common.
  OptionalDouble ratioOfCandles(List<CandleBlock> others) {
    List<Point> points = new ArrayList<>();
    for (CandleBlock block : others) {
      Candles candles = block.candles();
      for (int i = 0; i < candles.size(); i++) {
        points.add(new Point(candles.openMillis(i), candles.open(i)));
        if (candles.close(i) != candles.open(i)) { // a point in the form of a candle has no close
          points.add(new Point(candles.closeMillis(i) - 1, candles.close(i)));
        }
      }
    }
    return ratio(points);
  }

  /// The same of prices of single instants.
  OptionalDouble ratioOfPoints(List<Bar> bars) {
    return ratio(
        bars.stream()
            .map(bar -> new Point(bar.openSeconds() * MILLIS, Double.parseDouble(bar.open())))
            .toList());
  }

  private OptionalDouble ratio(List<Point> points) {
    double[] ratios =
        points.stream()
            .mapToDouble(point -> point.usd / usd(point.millis))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (ratios.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = ratios.length / 2;
    return OptionalDouble.of(
        ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2);
  }

  /// Our price of an instant: the nearer of open and close of the candle that holds it; NaN where
  /// none does.
  private double usd(long millis) {
    for (Candles candles : runs) {
      int found = at(candles, millis);
      if (found >= 0 && millis < candles.closeMillis(found)) {
        long half = candles.openMillis(found) + candles.step().toMillis() / 2;
        return millis < half ? candles.open(found) : candles.close(found);
      }
    }
    return Double.NaN;
  }

  /// The last candle that opens at or before the instant; -1 where none does.
  private static int at(Candles candles, long millis) {
    int low = 0;
    int high = candles.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (candles.openMillis(middle) <= millis) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /// Instants at which a price tells most about the range: where it begins, its middle, its end.
  ///
  /// @return milliseconds since 1970, rising
  long[] marks() {
    Candles first = runs.getFirst();
    Candles last = runs.getLast();
    Candles middle = runs.get(runs.size() / 2);
    return Arrays.stream(
            new long[] {
              first.openMillis(0),
              middle.openMillis(middle.size() / 2),
              last.openMillis(last.size() - 1)
            })
        .distinct()
        .sorted()
        .toArray();
  }

  /// Our first price, for whoever wants to say what a ratio means in USD.
  double first() {
    return runs.getFirst().open(0);
  }
}
