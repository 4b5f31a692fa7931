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
/// @param missing mature calls that nobody has a price for
public record DayCell(long n, long sum, long squares, long missing) {
  public static final DayCell EMPTY = new DayCell(0, 0, 0, 0);

  public DayCell {
    if (n < 0 || squares < 0 || missing < 0 || (n == 0 && (sum != 0 || squares != 0))) {
      throw new IllegalArgumentException(
          "no calls sum up to " + n + ", " + sum + ", " + squares + ", " + missing);
    }
  }

  /// One more call with a known return.
  ///
  /// @param utility from [Utility#of]
  public DayCell plus(long utility) {
    return plus(new DayCell(1, utility, Utility.squared(utility), 0));
  }

  /// One more call without a price.
  public DayCell plusMissing() {
    return plus(new DayCell(0, 0, 0, 1));
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
        Math.addExact(missing, other.missing));
  }

  /// The same without what was added before.
  ///
  /// @throws IllegalArgumentException if it never was
  public DayCell minus(DayCell part) {
    return new DayCell(n - part.n, sum - part.sum, squares - part.squares, missing - part.missing);
  }

  /// The same, had all that is missing come to this utility.
  DayCell filled(long utility) {
    if (missing == 0) {
      return this;
    }
    long square = Math.multiplyExact(missing, Utility.squared(utility));
    return new DayCell(n, sum, squares, 0)
        .plus(new DayCell(missing, Math.multiplyExact(missing, utility), square, 0));
  }

  public byte[] toBytes() {
    return new CanonWriter().count(n).signed(sum).count(squares).count(missing).toBytes();
  }

  /// The cell that has these bytes.
  ///
  /// @throws CanonException if none has
  public static DayCell ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, DayCell::read);
  }

  private static DayCell read(CanonReader in) {
    long n = in.count();
    long sum = in.signed();
    long squares = in.count();
    long missing = in.count();
    if (n == 0 && (sum != 0 || squares != 0)) {
      throw new CanonException("a day without calls has sums");
    }
    return new DayCell(n, sum, squares, missing);
  }
}
