package io.assay.core.ledger;

import java.util.List;
import java.util.function.Consumer;

/// The truth: every entry ever, in order, for ever. Append-only. Port.
public interface Journal {
  Block.Head head();

  /// Seals the entries to the end, as one block. Durable when the transaction is.
  void append(List<Leaf> entries);

  /// Shows every block in order. A block is shown as it is stored, not as it should be: whoever
  /// must know checks the seals.
  ///
  /// @throws io.assay.core.canon.CanonException if a block cannot be read at all, naming it
  void read(Consumer<Block> reader);
}
