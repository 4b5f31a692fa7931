package io.assay.core.score;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;
import java.util.Objects;

/// That a call was declared void: it is followed and shown, and counts for nothing.
///
/// @param at when
/// @param reason why, in the operator's words; never blank
public record Voided(Instant at, String reason) {
  public Voided {
    Objects.requireNonNull(at, "at");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a call is declared void for a reason");
    }
  }

  public byte[] toBytes() {
    return new CanonWriter().instant(at).text(reason).toBytes();
  }

  public static Voided ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, in -> new Voided(in.instant(), in.text()));
  }
}
