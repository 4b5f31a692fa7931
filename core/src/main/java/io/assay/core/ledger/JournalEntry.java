package io.assay.core.ledger;

import io.assay.core.message.MessageEvent;
import java.time.Instant;
import java.util.Objects;

/// One line of the journal: all that the fold ever learns comes as one of these four.
public sealed interface JournalEntry {
  /// The entry's own time: what is due at or before it is done first.
  Instant at();

  /// Something happened to a message.
  record Heard(MessageEvent event) implements JournalEntry {
    public Heard {
      Objects.requireNonNull(event, "event");
    }

    @Override
    public Instant at() {
      return event.timing().receivedAt();
    }
  }

  /// The outside answered a want. A second answer to the same want changes nothing.
  record Answered(Instant at, WantId want, RecordedAnswer answer) implements JournalEntry {
    public Answered {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(want, "want");
      Objects.requireNonNull(answer, "answer");
    }
  }

  /// The operator, or the house itself, ordered something.
  record Ordered(Instant at, Command command) implements JournalEntry {
    public Ordered {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(command, "command");
    }
  }

  /// Time passed and nothing else happened.
  record Passed(Instant at) implements JournalEntry {
    public Passed {
      Objects.requireNonNull(at, "at");
    }
  }
}
