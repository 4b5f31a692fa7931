package io.assay.core.flow;

import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonException;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.Counts;
import io.assay.core.ledger.EntryBytes;
import io.assay.core.ledger.Journal;
import io.assay.core.ledger.JournalEntry;
import io.assay.core.ledger.Leaf;
import io.assay.core.ledger.Result;
import io.assay.core.ledger.Want;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageEvent;
import io.assay.core.price.PriceSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Plays history into the books under a virtual clock: message events in time order, and between
/// them every answer that is due, in order of (due, call). Each batch is appended, folded and
/// committed in one transaction, so a run that is cut off anywhere is continued by running it
/// again: what the journal holds is not heard twice.
public final class Replay {
  private final Books books;
  private final PriceSource prices;
  private final CallFlow flow;
  private final Intake intake;
  private final Batch batch;
  private final Set<CallId> mine = new HashSet<>();
  private @Nullable Sighting next;
  private Counts counts = Counts.NONE;
  private long duplicates;

  /// How much goes into one transaction.
  ///
  /// @param entries at most, ≥ 1
  /// @param bytes about, of canonical entries
  public record Limits(int entries, int bytes) {
    /// Large enough that one fsync pays for many, small enough to be lost without regret.
    public static final Limits BULK = new Limits(12_000, 6 << 20);

    public Limits {
      if (entries < 1 || bytes < 1) {
        throw new IllegalArgumentException("a batch holds at least one entry");
      }
    }
  }

  /// What a run did.
  ///
  /// @param counts of the message events that this run journaled
  /// @param duplicates events that the journal held already
  public record Run(Counts counts, long duplicates) {}

  /// Takes the books up where they stand; a ledger that is behind its journal, or was deleted,
  /// catches up first.
  ///
  /// @throws CanonException if the ledger is ahead of the journal, of another fold version, or
  ///   cannot be read
  public Replay(Books books, PriceSource prices, Limits limits) {
    this.books = books;
    this.prices = prices;
    batch = new Batch(limits);
    flow = upToDate(books, limits);
    intake = new Intake(books.seen());
  }

  private static CallFlow upToDate(Books books, Limits limits) {
    CallFlow flow = new CallFlow(books);
    if (flow.standing().position() == books.journal().head().entries()) {
      return flow;
    }
    Live live = new Live(books, limits);
    while (live.lag() > 0) {
      live.catchUp();
    }
    return new CallFlow(books);
  }

  /// Puts rules, directory and titles in force, where they are not yet.
  ///
  /// @param directory text of the token directory
  /// @param at the time of these orders
  public void order(CallRules rules, byte[] directory, Map<ChannelId, String> titles, Instant at) {
    books.transact(() -> {
      for (Command command : flow.missing(rules, directory, titles)) {
        enter(new JournalEntry.Ordered(at, command));
      }
      seal();
    });
  }

  /// Hears the events, which must come in time order, and answers what falls due between them.
  public void hear(Iterator<Sighting> events) {
    while (next != null || events.hasNext()) {
      books.transact(() -> {
        while (!batch.isFull() && (next != null || events.hasNext())) {
          Sighting coming = next != null ? next : events.next();
          next = answer(coming.event().timing().receivedAt()) ? coming : hear(coming);
        }
        seal();
      });
    }
  }

  /// Lets the clock run on until the instant, answering what falls due.
  public void pass(Instant until) {
    while (until.isAfter(flow.standing().clock()) || isDue(until)) {
      books.transact(() -> {
        boolean more = true;
        while (more && !batch.isFull()) {
          more = answer(until);
        }
        if (!batch.isFull()) {
          enter(new JournalEntry.Passed(until));
        }
        seal();
      });
    }
  }

  public Run run() {
    return new Run(counts, duplicates);
  }

  /// Hears one event for which nothing is due any more.
  ///
  /// @return null: nothing is left to hear of it
  private @Nullable Sighting hear(Sighting sighting) {
    Sighting admitted = intake.admit(sighting);
    if (admitted == null) {
      duplicates++;
      return null;
    }
    batch.add(admitted.leaf());
    count(flow.heard(admitted.event(), admitted.read()), admitted.event());
    return null;
  }

  private boolean isDue(Instant now) {
    Want want = flow.nextWant();
    return want != null && !want.due().isAfter(now);
  }

  /// Answers the want that is due first.
  ///
  /// @return false if none is due
  private boolean answer(Instant now) {
    Want want = flow.nextWant();
    if (want == null || want.due().isAfter(now)) {
      return false;
    }
    var recorded = flow.record(prices.answer(want.question()));
    enter(new JournalEntry.Answered(want.due(), want.id(), recorded));
    return true;
  }

  private void enter(JournalEntry entry) {
    batch.add(Leaf.of(EntryBytes.of(entry)));
    Folded folded = flow.fold(entry);
    if (folded instanceof Folded.Recounted(var message, var before, var after)
        && mine.contains(message)) {
      counts = counts.plus(before, -1).plus(after, 1);
    }
  }

  private void count(Folded folded, MessageEvent event) {
    if (folded instanceof Folded.Judged(var result)) {
      counts = counts.plus(result, 1);
      if (result instanceof Result.Deferred || result instanceof Result.Repeated) {
        mine.add(Opening.first(event));
      }
    }
  }

  private void seal() {
    if (!batch.isEmpty()) {
      batch.seal(books.journal());
      flow.save();
    }
  }

  /// Entries of one transaction, gathered until they are sealed to the journal as one block.
  static final class Batch {
    private final Limits limits;
    private final List<Leaf> entries = new ArrayList<>();
    private int bytes;

    Batch(Limits limits) {
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
}
