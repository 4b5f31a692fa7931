package io.assay.core.flow;

import io.assay.core.ledger.Journal;
import io.assay.core.ledger.Leaf;
import java.util.ArrayList;
import java.util.List;

/// Entries of one transaction, gathered until they are sealed to the journal as one block.
final class Batch {
  private final Replay.Limits limits;
  private final List<Leaf> entries = new ArrayList<>();
  private int bytes;

  Batch(Replay.Limits limits) {
    this.limits = limits;
  }

  void add(Leaf entry) {
    entries.add(entry);
    bytes += entry.length();
  }

  boolean isFull() {
    return entries.size() >= limits.entries() || bytes >= limits.bytes();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /// Appends what was gathered; nothing is gathered any more.
  void seal(Journal journal) {
    journal.append(entries);
    clear();
  }

  /// Lets go of what was gathered.
  void clear() {
    entries.clear();
    bytes = 0;
  }
}
