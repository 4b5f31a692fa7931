package io.assay.core.output;

import io.assay.core.ledger.Block;
import io.assay.core.ledger.EntryBytes;
import io.assay.core.ledger.Journal;
import io.assay.core.ledger.JournalEntry;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A message as it was said: every event of it that the journal holds, in the journal's order. The
/// first is what was heard first; edits and a deletion follow.
///
/// @param events empty where the journal has none
public record Trail(List<MessageEvent> events) {
  public Trail {
    events = List.copyOf(events);
  }

  /// Looks through the journal.
  ///
  /// @param until what was heard later is left out
  /// @throws io.assay.core.canon.CanonException if the journal cannot be read
  public static Trail of(Journal journal, MessageRef message, Instant until) {
    List<MessageEvent> events = new ArrayList<>();
    journal.read(block -> collect(block, message, until, events));
    return new Trail(events);
  }

  private static void collect(
      Block block, MessageRef message, Instant until, List<MessageEvent> events) {
    for (byte[] entry : block.entries()) {
      if (EntryBytes.parse(entry) instanceof JournalEntry.Heard(MessageEvent event)
          && event.ref().equals(message)
          && !event.timing().receivedAt().isAfter(until)) {
        events.add(event);
      }
    }
  }
}
