package io.assay.core.asof;

import io.assay.core.flow.CallFlow;
import io.assay.core.ledger.Block;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.EntryBytes;
import io.assay.core.ledger.JournalEntry;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.MemoryBooks;
import java.time.Instant;
import java.util.Objects;

/// The ledger as it was known at an instant: the entries of the journal that were known by then,
/// folded anew in memory. Nothing is looked up in the ledger of today, so nothing of it can leak
/// into what was known before. The archive is shared and only read: a block of candles may reach
/// beyond the instant, and the fold looks at none of it that an answer could not have known.
///
/// Entries count by their own time, wherever they stand in the journal: a clock that was set back
/// orders nothing. An order counts from its time on, too.
public final class AsOf {
  private final Instant at;
  private final CallFlow flow;

  private AsOf(Instant at, CallFlow flow) {
    this.at = at;
    this.flow = flow;
  }

  /// Folds the books again up to an instant, that included. Inside a view, where somebody may be
  /// writing them.
  ///
  /// @param at up to when; where the journal ends before it, the clock has run on to it and nothing
  ///   else has happened
  /// @return the ledger as it stood then, in memory
  /// @throws io.assay.core.canon.CanonException if the journal or the archive cannot be read, or is
  ///   of another fold version
  public static Ledger ledger(Books books, Instant at) {
    Objects.requireNonNull(at, "at");
    MemoryBooks then = new MemoryBooks();
    AsOf fold = new AsOf(at, new CallFlow(then.ledger(), books.archive()));
    books.journal().read(block -> then.transact(() -> fold.block(block)));
    then.transact(fold::end);
    return then.ledger();
  }

  private void block(Block block) {
    for (byte[] bytes : block.entries()) {
      JournalEntry entry = EntryBytes.parse(bytes);
      if (!flow.knownAt(entry).isAfter(at)) {
        flow.fold(entry);
      }
    }
    flow.save(); // so that no more of it is held in memory than its rows
  }

  private void end() {
    if (flow.standing().clock().isBefore(at)) {
      flow.fold(new JournalEntry.Passed(at));
    }
    flow.save();
  }
}
