package io.assay.core.flow;

import io.assay.core.call.CallId;
import io.assay.core.ledger.Result;
import java.util.Objects;

/// What folding one entry did to the counts of messages.
public sealed interface Folded {
  /// A message event was judged.
  record Judged(Result result) implements Folded {
    public Judged {
      Objects.requireNonNull(result, "result");
    }
  }

  /// A message judged before came to something else.
  ///
  /// @param message the id of its first call
  record Recounted(CallId message, Result before, Result after) implements Folded {
    public Recounted {
      Objects.requireNonNull(message, "message");
    }
  }

  /// Neither.
  record Nothing() implements Folded {}
}
