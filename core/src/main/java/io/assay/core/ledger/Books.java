package io.assay.core.ledger;

/// The books of one installation: journal, archive, ledger and the seen index, written together or
/// not at all. One writer at a time; reading what was committed is free. Port.
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
}
