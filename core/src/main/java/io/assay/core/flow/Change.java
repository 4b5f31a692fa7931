package io.assay.core.flow;

import io.assay.core.call.CallId;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;

/// Something that changed in the ledger, for outputs to follow. Its id is derived (call, kind,
/// ordinal), so the same change has the same id whenever it is folded.
///
/// @param ordinal which of the call's changes of that kind
/// @param knownAt when it became known
record Change(CallId call, Kind kind, int ordinal, Instant knownAt) {
  /// What changed. The order is part of the ledger's format: append only.
  enum Kind {
    OPENED,
    ENTERED,
    CHECKPOINT,
    EXIT,
    STATE,
    /// Its prices come from another pool from now on; by the stage at which that was learned.
    MOVED,
    /// It is another channel's call told again; by how many originals were known before.
    ECHOED,
    /// Its message is gone; the call stays.
    DELETED,
    /// It was declared void.
    VOIDED,
    /// It was scored again; by how often before.
    SCORED
  }

  byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    call.write(out);
    return out.one(kind).count(ordinal).instant(knownAt).toBytes();
  }
}
