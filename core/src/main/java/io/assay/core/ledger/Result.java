package io.assay.core.ledger;

import io.assay.core.call.CallId;
import java.util.List;
import java.util.Objects;

/// What a message event came to. Every message has exactly one, its latest.
public sealed interface Result {
  /// It opened calls.
  record Opened(List<CallId> calls) implements Result {
    public Opened {
      calls = List.copyOf(calls);
    }
  }

  /// It mentioned what the channel has called already.
  record Repeated() implements Result {}

  /// It waits for an answer.
  record Deferred() implements Result {}

  /// It is no call.
  ///
  /// @param reason one word, for counting: `chatter`, `edit`, `ambiguous` …
  record Ignored(String reason) implements Result {
    public Ignored {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /// It could not be read, by its own fault or ours.
  record Failed(String cause) implements Result {
    public Failed {
      Objects.requireNonNull(cause, "cause");
    }
  }
}
