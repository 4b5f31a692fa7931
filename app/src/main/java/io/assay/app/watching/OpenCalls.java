package io.assay.app.watching;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.core.asset.Asset;
import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.flow.CallFlow;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Tells a watch which calls are open: all of the ledger at first, and from then on what changed,
/// from a view of its own, so that the writer never waits for it. Not for several threads.
final class OpenCalls {
  private static final int BYTE_VALUES = 256;

  private final View books;
  private final LongSupplier folded;
  private final Predicate<Asset> priced;
  private long cursor;
  private boolean begun;

  /// A way to look at a ledger that does not move meanwhile.
  @FunctionalInterface
  interface View {
    /// Looks at it.
    ///
    /// @throws io.assay.adapters.sqlite.BooksException if it cannot be read
    void look(Consumer<Ledger> reader);

    /// That of a file of books, opened anew for each look.
    static View of(Path books) {
      return reader -> {
        try (SqliteBooks opened = SqliteBooks.openReadOnly(books)) {
          opened.view(() -> reader.accept(opened.ledger()));
        }
      };
    }
  }

  /// Calls of these books.
  ///
  /// @param folded how many entries of the journal the ledger has, without opening it
  /// @param priced whether anybody could know prices of that
  OpenCalls(View books, LongSupplier folded, Predicate<Asset> priced) {
    this.books = books;
    this.folded = folded;
    this.priced = priced;
  }

  /// Tells all open calls at the next look.
  void again() {
    begun = false;
  }

  /// Tells the watch what it does not know yet.
  ///
  /// @param beat called while it reads
  /// @throws io.assay.adapters.sqlite.BooksException if the books cannot be read
  void bring(CallWatch watch, Instant now, Runnable beat) {
    if (begun && folded.getAsLong() == cursor) {
      return;
    }
    books.look(ledger -> bring(ledger, watch, now, beat));
  }

  private void bring(Ledger ledger, CallWatch watch, Instant now, Runnable beat) {
    Standing standing = Standing.of(ledger, CallFlow.VERSION);
    long position = standing.position();
    if (!begun || position < cursor) { // another ledger, made anew
      watch.begin(standing.rules());
      ledger.scan(
          Table.CALLS,
          new byte[0],
          (_, row) -> {
            tell(Call.ofBytes(row), watch, now);
            beat.run();
          });
      watch.begun();
    } else {
      for (CallId id : changed(ledger, cursor + 1, position)) {
        byte[] row = ledger.find(Table.CALLS, key(id));
        if (row == null) {
          watch.leave(id);
        } else {
          tell(Call.ofBytes(row), watch, now);
        }
        beat.run();
      }
    }
    begun = true;
    cursor = position;
  }

  private void tell(Call call, CallWatch watch, Instant now) {
    if (call.state().isOver()) {
      watch.leave(call.id());
    } else if (priced.test(call.claim().asset())) {
      watch.follow(WatchedCall.of(call), now);
    }
  }

  private static byte[] key(CallId id) {
    CanonWriter out = new CanonWriter();
    id.write(out);
    return out.toBytes();
  }

  /// The calls that entries of these positions changed.
  private static Set<CallId> changed(Ledger ledger, long from, long to) {
    Set<CallId> changed = new LinkedHashSet<>();
    for (byte[] prefix : prefixes(from, to)) {
      ledger.scan(
          Table.CHANGES, prefix, (_, row) -> changed.add(CallId.read(new CanonReader(row))));
    }
    return changed;
  }

  /// The fewest beginnings of keys that are those of all positions from the first to the last, and
  /// of no other: keys begin with the position, its highest byte first.
  static List<byte[]> prefixes(long from, long to) {
    List<byte[]> prefixes = new ArrayList<>();
    long at = from;
    while (at <= to) {
      int free = 0;
      long next = BYTE_VALUES;
      while (free < Long.BYTES - 2 && at % next == 0 && to - at >= next - 1) {
        free++;
        next *= BYTE_VALUES;
      }
      byte[] whole = new CanonWriter().fixed64(at).toBytes();
      prefixes.add(Arrays.copyOf(whole, Long.BYTES - free));
      at += next / BYTE_VALUES;
    }
    return prefixes;
  }
}
