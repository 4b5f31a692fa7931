package io.assay.core.reputation;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;

/// The sums of a [DayKey]'s calls, as whole numbers. Adding commutes, so batches, their order, a
/// rebuild and a look as of an earlier day all come to the same bytes.
///
/// @param n calls whose return is known
/// @param sum of their [Utility], units of 1e-9
/// @param squares sum of the squared utilities, each rounded by itself, units of 1e-9
/// @param excess sum of what came back above the stake, `R − 1`, see [Utility#excess], units of
///   1e-9
/// @param missing mature calls that nobody has a price for
public record DayCell(long n, long sum, long squares, long excess, long missing) {
  public static final DayCell EMPTY = new DayCell(0, 0, 0, 0, 0);

  public DayCell {
    boolean sums = sum != 0 || squares != 0 || excess != 0;
    if (n < 0 || squares < 0 || missing < 0 || (n == 0 && sums)) {
      throw new IllegalArgumentException(
          "no calls sum up to " + n + ", " + sum + ", " + squares + ", " + excess + ", " + missing);
    }
  }

  /// One more call with a known return.
  ///
  /// @param utility from [Utility#of]
  public DayCell plus(long utility) {
    return plus(new DayCell(1, utility, Utility.squared(utility), Utility.excess(utility), 0));
  }

  /// One more call without a price.
  public DayCell plusMissing() {
    return plus(new DayCell(0, 0, 0, 0, 1));
  }

  /// Both together.
  ///
  /// @throws ArithmeticException if a sum leaves 64 bits, which takes some 27 million calls of the
  ///   highest return that is counted
  public DayCell plus(DayCell other) {
    return new DayCell(
        Math.addExact(n, other.n),
        Math.addExact(sum, other.sum),
        Math.addExact(squares, other.squares),
        Math.addExact(excess, other.excess),
        Math.addExact(missing, other.missing));
  }

  /// What is left when calls that were added are taken out again.
  ///
  /// @throws IllegalArgumentException if they cannot all have been in it
  public DayCell minus(DayCell other) {
    return new DayCell(
        Math.subtractExact(n, other.n),
        Math.subtractExact(sum, other.sum),
        Math.subtractExact(squares, other.squares),
        Math.subtractExact(excess, other.excess),
        Math.subtractExact(missing, other.missing));
  }

  /// The same, had all that is missing come to this utility.
  DayCell filled(long utility) {
    DayCell one = EMPTY.plus(utility);
    return new DayCell(n, sum, squares, excess, 0)
        .plus(
            new DayCell(
                missing,
                Math.multiplyExact(missing, one.sum),
                Math.multiplyExact(missing, one.squares),
                Math.multiplyExact(missing, one.excess),
                0));
  }

  public byte[] toBytes() {
    return new CanonWriter()
        .count(n)
        .signed(sum)
        .count(squares)
        .signed(excess)
        .count(missing)
        .toBytes();
  }

  /// The cell that has these bytes.
  ///
  /// @throws CanonException if none has
  public static DayCell ofBytes(byte[] bytes) {
    return CanonReader.whole(
        bytes, in -> new DayCell(in.count(), in.signed(), in.count(), in.signed(), in.count()));
  }
}
