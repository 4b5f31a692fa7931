package io.assay.core.flow;

import io.assay.core.ledger.Archive;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Journal;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Seen;
import io.assay.core.ledger.Table;
import org.jspecify.annotations.Nullable;

/// Books whose ledger or store fails while a test says so.
final class FailingBooks implements Books {
  private final MemoryBooks books = new MemoryBooks();
  boolean ledgerFails;
  boolean storeFails;

  @Override
  public Journal journal() {
    return books.journal();
  }

  @Override
  public Archive archive() {
    return books.archive();
  }

  @Override
  public Ledger ledger() {
    return new FailingLedger(books.ledger());
  }

  @Override
  public Seen seen() {
    return books.seen();
  }

  @Override
  public void transact(Runnable work) {
    books.transact(() -> {
      work.run();
      if (storeFails) {
        throw new StoreException("the store fails on purpose", null);
      }
    });
  }

  @Override
  public void close() {
    books.close();
  }

  private final class FailingLedger implements Ledger {
    private final Ledger ledger;

    private FailingLedger(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public byte @Nullable [] find(Table table, byte[] key) {
      return ledger.find(table, key);
    }

    @Override
    public boolean isEmpty(Table table) {
      return ledger.isEmpty(table);
    }

    @Override
    public void put(Table table, byte[] key, byte[] value) {
      if (ledgerFails) {
        throw new IllegalStateException("the ledger fails on purpose");
      }
      ledger.put(table, key, value);
    }

    @Override
    public void remove(Table table, byte[] key) {
      ledger.remove(table, key);
    }

    @Override
    public void scan(Table table, byte[] prefix, RowReader reader) {
      ledger.scan(table, prefix, reader);
    }
  }
}
