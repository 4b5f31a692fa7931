package io.assay.core.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The truth: every entry ever, in order, for ever. Append-only. Port.
public interface Journal {
  Block.Head head();

  /// Seals the entries to the end, as one block. Durable when the transaction is.
  void append(List<Leaf> entries);

  /// The block that holds the entry of that position, as it is stored.
  ///
  /// @return null if the journal ends before it
  /// @throws io.assay.core.canon.CanonException if the block cannot be read
  @Nullable Block find(long position);

  /// Shows every block in order. A block is shown as it is stored, not as it should be: whoever
  /// must know checks the seals.
  ///
  /// @throws io.assay.core.canon.CanonException if a block cannot be read at all, naming it
  void read(Consumer<Block> reader);
}
