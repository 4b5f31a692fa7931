package io.assay.core.ledger;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The books of one installation: journal, archive, ledger and the seen index, written together or
/// not at all. One writer at a time; reading what was committed is free. Where they cannot be read
/// or written, anything here throws a [StoreException]. Port.
public interface Books extends AutoCloseable {
  Journal journal();

  Archive archive();

  Ledger ledger();

  Seen seen();

  /// Does the work in one durable transaction: when this returns, all that was written is on disk;
  /// when it throws, none of it is. Not reentrant.
  void transact(Runnable work);

  @Override
  void close();

  /// The store failed, and no entry is to blame: whoever folds stops here, and goes on later from
  /// what was committed.
  class StoreException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    public StoreException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
