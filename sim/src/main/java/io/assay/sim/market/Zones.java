package io.assay.sim.market;

/// How finely a token's price is known at which age: candles of a minute at first, then of 5 and 30
/// minutes, 2 and 6 hours. Ages are seconds after the token's anchor, and each candle begins at a
/// multiple of its length after it.
///
/// A zone is made chunk by chunk, so that no more need be made than is asked for.
final class Zones {
  private static final int HOUR = 3_600;

  /// The age at which the record begins.
  static final long BEGIN = -2L * HOUR;

  private static final long[] FROM = {
    BEGIN, HOUR, 4L * HOUR, 24L * HOUR, 72L * HOUR, Long.MAX_VALUE
  };
  private static final int[] STEP = {60, 300, 1_800, 2 * HOUR, 6 * HOUR};
  private static final int[] CHUNK = {HOUR, 3 * HOUR, 20 * HOUR, 48 * HOUR, 192 * HOUR};

  private Zones() {}

  /// A stretch that is made whole.
  ///
  /// @param number of the chunk in its token's record, from 0
  /// @param from age at which it begins
  /// @param step length of its candles in seconds
  /// @param steps how many candles it has
  record Chunk(int number, long from, int step, int steps) {
    long to() {
      return from + (long) step * steps;
    }

    /// The chunk after it.
    Chunk next() {
      return at(number + 1, to());
    }
  }

  /// The first chunk of a record.
  static Chunk first() {
    return at(0, BEGIN);
  }

  private static Chunk at(int number, long from) {
    int zone = zone(from);
    return new Chunk(number, from, STEP[zone], CHUNK[zone] / STEP[zone]);
  }

  private static int zone(long age) {
    int zone = 0;
    while (age >= FROM[zone + 1]) {
      zone++;
    }
    return zone;
  }

  /// Candles of one length that lie in a range.
  ///
  /// @param from age at which the first opens
  /// @param to age at which the last closes; not after `from` where there is none
  /// @param step length of each, seconds
  record Span(long from, long to, int step) {}

  /// The candles that open and close in a range of ages, of the length of its last zone; what it
  /// reaches into that zone counts for nothing where no candle of it would end there.
  static Span span(long from, long to) {
    int zone = zone(Math.max(BEGIN, to - 1));
    long end = to;
    if (zone > 0 && from < FROM[zone] && to - FROM[zone] < STEP[zone]) {
      end = FROM[zone];
      zone--;
    }
    long step = STEP[zone];
    long first = Math.max(BEGIN, Math.ceilDiv(from, step) * step);
    return new Span(first, Math.floorDiv(end, step) * step, STEP[zone]);
  }

  /// The candle that holds an age.
  static Span around(long age) {
    int step = STEP[zone(Math.max(BEGIN, age))];
    long open = Math.floorDiv(age, (long) step) * step;
    return new Span(open, open + step, step);
  }
}
