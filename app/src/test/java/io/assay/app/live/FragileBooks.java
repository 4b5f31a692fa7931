package io.assay.app.live;

import io.assay.core.ledger.Archive;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Journal;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Seen;
import io.assay.core.ledger.Table;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Books in memory whose ledger or store fails while a test says so.
final class FragileBooks implements Books {
  private final MemoryBooks books = new MemoryBooks();

  volatile boolean ledgerFails;
  volatile boolean storeFails;
  final AtomicInteger tries = new AtomicInteger(); // transactions that were begun
  final AtomicInteger transactions = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();

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
    return new FragileLedger(books.ledger());
  }

  @Override
  public Seen seen() {
    return books.seen();
  }

  @Override
  public void transact(Runnable work) {
    tries.incrementAndGet();
    books.transact(() -> {
      work.run();
      if (storeFails) {
        throw new StoreException("the store fails on purpose", null);
      }
    });
    transactions.incrementAndGet();
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  private final class FragileLedger implements Ledger {
    private final Ledger ledger;

    private FragileLedger(Ledger ledger) {
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
