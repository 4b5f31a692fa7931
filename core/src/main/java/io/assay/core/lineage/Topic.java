package io.assay.core.lineage;

import io.assay.core.call.Call;
import io.assay.core.canon.CanonWriter;
import io.assay.core.reading.Side;
import java.util.Objects;

/// What several channels may call: an asset, and on which side. Who sells short what another
/// praises repeats nobody.
///
/// @param asset its id
public record Topic(String asset, Side side) {
  public Topic {
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(side, "side");
  }

  /// What is claimed.
  public static Topic of(Call.Claim claim) {
    return new Topic(claim.asset().id(), claim.side());
  }

  /// Canonical bytes.
  public byte[] toBytes() {
    return new CanonWriter().text(asset).one(side).toBytes();
  }
}
