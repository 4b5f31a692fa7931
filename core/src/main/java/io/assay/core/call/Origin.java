package io.assay.core.call;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.price.Provenance;
import java.util.Objects;

/// Where the prices of a call come from: pinned by the answer that priced its entry, and changed by
/// nothing but a [Migration].
///
/// @param told who told them, and of which pool
/// @param splice what prices of that pool are divided by to go on from those of the pool before; 1
///   until there is a migration
public record Origin(Provenance told, double splice) {
  /// No price has come yet.
  public static final Origin NONE = new Origin(Provenance.UNTOLD, 1);

  public Origin {
    Objects.requireNonNull(told, "told");
    if (!(splice > 0) || Double.isInfinite(splice)) {
      throw new IllegalArgumentException("a splice ratio is above zero, not " + splice);
    }
  }

  void write(CanonWriter out) {
    told.write(out);
    out.f64(splice);
  }

  static Origin read(CanonReader in) {
    Provenance told = Provenance.read(in);
    double splice = in.f64();
    if (!(splice > 0)) {
      throw new CanonException("no splice ratio: " + splice);
    }
    return new Origin(told, splice);
  }
}
