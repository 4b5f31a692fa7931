package io.assay.core.score;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.reputation.DayCell;
import java.util.Objects;

/// What a call has added to the sums of its channel, so that a void can take away exactly that.
///
/// @param pool and `day`: to which cell
/// @param cell what was added
public record Counted(String pool, long day, DayCell cell) {
  public Counted {
    Objects.requireNonNull(pool, "pool");
    Objects.requireNonNull(cell, "cell");
  }

  public byte[] toBytes() {
    return new CanonWriter().text(pool).signed(day).blob(cell.toBytes()).toBytes();
  }

  public static Counted ofBytes(byte[] bytes) {
    return CanonReader.whole(
        bytes, in -> new Counted(in.text(), in.signed(), DayCell.ofBytes(in.blob())));
  }
}
