package io.assay.core.flow;

import io.assay.core.asset.TokenDirectory;
import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.ledger.Block;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.EntryBytes;
import io.assay.core.ledger.JournalEntry;
import io.assay.core.ledger.Leaf;
import io.assay.core.ledger.RecordedAnswer;
import io.assay.core.ledger.Result;
import io.assay.core.ledger.Table;
import io.assay.core.ledger.Want;
import io.assay.core.ledger.WantId;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageEvent;
import io.assay.core.price.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps the books of what happens now. What comes in is journaled and folded in one transaction,
/// and durable when the method returns.
///
/// Where the fold lags behind the journal, or fails, the journal goes on alone: nothing that was
/// heard waits for the fold, which catches up from the journal. Entries are folded in the order of
/// the journal, whatever times they bear: the wall clock orders nothing. After any failure the fold
/// is made anew from what was committed. One thread at a time.
public final class Live {
  private final Books books;
  private final Supplier<CallFlow> fold;
  private final Replay.Limits limits;
  private final Intake intake;
  private final Replay.Batch batch;
  private @Nullable CallFlow flow;
  private @Nullable Block block;
  private @Nullable RuntimeException setback;

  /// What became of something that came in.
  public sealed interface Outcome {
    /// It is journaled and folded.
    record Done(Folded folded) implements Outcome {
      public Done {
        Objects.requireNonNull(folded, "folded");
      }
    }

    /// It is journaled, and folded when the fold has caught up.
    record Owed() implements Outcome {}

    /// The books knew it already; nothing was written.
    record Known() implements Outcome {}
  }

  /// What became of a batch of sightings.
  ///
  /// @param outcomes of each, in their order
  /// @param failures messages that could not be judged: for the dead letters
  /// @param head the end of the journal
  public record Heard(List<Outcome> outcomes, List<FailedMessage> failures, Block.Head head) {
    public Heard {
      outcomes = List.copyOf(outcomes);
      failures = List.copyOf(failures);
      Objects.requireNonNull(head, "head");
    }
  }

  /// What was caught up in one transaction.
  ///
  /// @param entries of the journal that were folded; 0 where the fold was up to date
  /// @param failures messages that could not be judged: for the dead letters
  public record CaughtUp(long entries, List<FailedMessage> failures) {
    public CaughtUp {
      failures = List.copyOf(failures);
    }
  }

  /// Takes the books up where they stand; the journal may be ahead of the ledger.
  ///
  /// @param limits of a transaction that catches up; whoever brings sightings bounds his own
  /// @throws CanonException if the ledger is ahead of the journal, or cannot be read
  public Live(Books books, Replay.Limits limits) {
    this(books, limits, () -> new CallFlow(books));
  }

  /// The same with a fold of one's own.
  Live(Books books, Replay.Limits limits, Supplier<CallFlow> fold) {
    this.books = books;
    this.fold = fold;
    this.limits = limits;
    intake = new Intake(books.seen());
    batch = new Replay.Batch(limits);
    long entries = books.journal().head().entries();
    long position = flow().standing().position();
    if (position > entries) {
      throw new CanonException(
          "the ledger stands at entry %,d, the journal ends at %,d: something was cut off"
              .formatted(position, entries));
    }
  }

  /// How many entries of the journal are not folded yet.
  public long lag() {
    return books.journal().head().entries() - flow().standing().position();
  }

  /// Lets go of what is kept at hand, which is read again where it is needed.
  public void forget() {
    flow = null;
    block = null;
  }

  /// Why the fold could not follow at its last try.
  ///
  /// @return null if it could
  public @Nullable RuntimeException setback() {
    return setback;
  }

  /// Folds the next of what the journal holds and the ledger does not: a transaction's worth.
  ///
  /// @throws RuntimeException what the fold throws; that try left no trace but in [#setback]
  public CaughtUp catchUp() {
    List<FailedMessage> failures = new ArrayList<>();
    long[] entries = new long[1];
    if (lag() > 0) {
      RuntimeException failure = attempt(() -> entries[0] = foldNext(failures));
      if (failure != null) {
        throw failure;
      }
    }
    return new CaughtUp(entries[0], failures);
  }

  private long foldNext(List<FailedMessage> failures) {
    CallFlow following = flow();
    long first = following.standing().position();
    long end = Math.min(books.journal().head().entries(), first + limits.entries());
    long bytes = 0;
    long at = first;
    for (; at < end && bytes < limits.bytes(); at++) {
      byte[] entry = entry(at);
      bytes += entry.length;
      JournalEntry read = EntryBytes.parse(entry);
      Folded folded = following.fold(read);
      MessageEvent event = judgedBy(read);
      if (event != null) {
        addFailed(event, folded, failures);
      }
    }
    following.save();
    return at - first;
  }

  /// An entry of the journal. The block it is in stays at hand, for those that follow.
  private byte[] entry(long position) {
    Block found = block;
    if (found == null || position < found.first() || position >= found.head().entries()) {
      found = books.journal().find(position);
      block = found;
    }
    if (found == null) {
      throw new CanonException("the journal does not hold entry " + position);
    }
    return found.entries().get((int) (position - found.first()));
  }

  /// Hears the sightings, in one transaction. Those that are told twice are journaled once.
  public Heard hear(List<Sighting> sightings) {
    List<Outcome> outcomes = new ArrayList<>(sightings.size());
    List<FailedMessage> failures = new ArrayList<>();
    write(folding -> {
      outcomes.clear();
      failures.clear();
      for (Sighting sighting : sightings) {
        outcomes.add(hear(sighting, folding, failures));
      }
    });
    return new Heard(outcomes, failures, books.journal().head());
  }

  private Outcome hear(Sighting sighting, boolean folding, List<FailedMessage> failures) {
    Sighting admitted = intake.admit(sighting);
    if (admitted == null) {
      return new Outcome.Known();
    }
    batch.add(admitted.leaf());
    if (!folding) {
      return new Outcome.Owed();
    }
    Folded folded = flow().heard(admitted.event(), admitted.read());
    addFailed(admitted.event(), folded, failures);
    return new Outcome.Done(folded);
  }

  /// The message event that an entry has judged.
  ///
  /// @return null if it is about something else
  private static @Nullable MessageEvent judgedBy(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Heard(MessageEvent event) -> event;
      case JournalEntry.Ordered(var _, Command.MessageRetried(MessageEvent event)) -> event;
      case JournalEntry.Ordered _, JournalEntry.Answered _, JournalEntry.Passed _ -> null;
    };
  }

  private static void addFailed(MessageEvent event, Folded folded, List<FailedMessage> failures) {
    switch (folded) {
      case Folded.Judged(Result.Failed(String cause)) ->
          failures.add(new FailedMessage(event, cause));
      case Folded.Recounted(var _, var _, Result.Failed(String cause)) ->
          failures.add(new FailedMessage(event, cause)); // retried, and failed again
      case Folded.Judged _, Folded.Recounted _, Folded.Nothing _ -> {}
    }
  }

  /// Wants that are due, in their order: for whoever can have them answered.
  ///
  /// @param most at most that many
  public List<Want> dueWants(Instant now, int most) {
    return flow().dueWants(now, most);
  }

  /// Takes an answer to a want.
  ///
  /// @param at when it was given
  public Outcome answer(Instant at, WantId want, Answer answer) {
    return enter(
        now -> !now.isOpen(want),
        folding -> new JournalEntry.Answered(at, want, record(answer, folding)));
  }

  private RecordedAnswer record(Answer answer, boolean folding) {
    return folding ? flow().record(answer) : new BlockShelf(books.archive()).record(answer);
  }

  /// Takes an order.
  ///
  /// @throws IllegalArgumentException if it adopts a directory that the archive does not hold:
  ///   nobody could ever fold that
  public Outcome order(Instant at, Command command) {
    if (command instanceof Command.DirectoryAdopted(var directory)
        && !books.archive().holds(directory)) {
      throw new IllegalArgumentException("there is no directory " + directory + " to adopt");
    }
    return enter(now -> now.isIdle(command), _ -> new JournalEntry.Ordered(at, command));
  }

  /// Whether the fold knows such a call, as far as it has followed the journal.
  public boolean holds(CallId call) {
    return flow().holds(call);
  }

  /// The latest time of anything that was folded.
  public Instant clock() {
    return flow().standing().clock();
  }

  /// What symbols mean where the fold stands. It never changes: another one is adopted in its
  /// place.
  public TokenDirectory directory() {
    return flow().directory();
  }

  /// Archives a token directory and has symbols mean what it says from here on.
  ///
  /// @param directory its text
  /// @throws CanonException if it is none: nobody could ever fold that
  public Outcome adopt(Instant at, byte[] directory) {
    Directories.read(directory);
    Sha256 name = Sha256.over(directory);
    return enter(
        now -> now.standing().directory().equals(name),
        _ -> {
          books.archive().keep(name, directory);
          return new JournalEntry.Ordered(at, new Command.DirectoryAdopted(name));
        });
  }

  /// Puts rules, directory and titles in force, where they are not yet. A full directory that was
  /// adopted stays in force.
  ///
  /// @param directory text of the token directory
  /// @param at the time of these orders
  /// @throws IllegalStateException while the fold lags: what is in force is not known then
  public void order(CallRules rules, byte[] directory, Map<ChannelId, String> titles, Instant at) {
    if (lag() > 0) {
      throw new IllegalStateException("what is in force is known when the fold has caught up");
    }
    Writing orders =
        folding -> {
          for (Command command : flow().missing(rules, directory, titles)) {
            enter(new JournalEntry.Ordered(at, command), folding);
          }
        };
    transact(() -> seal(orders, true));
  }

  /// Notes that time has passed, where the fold's clock is behind: for whoever reads the books as
  /// of an instant. The fold itself needs none of it.
  public void pass(Instant at) {
    enter(now -> !at.isAfter(now.standing().clock()), _ -> new JournalEntry.Passed(at));
  }

  /// Messages that could not be judged and have not been retried since, by message.
  public List<FailedMessage> failures() {
    List<FailedMessage> failures = new ArrayList<>();
    books
        .ledger()
        .scan(Table.FAILURES, new byte[0], (_, row) -> failures.add(FailedMessage.ofBytes(row)));
    return failures;
  }

  /// An entry in the making.
  private interface Making {
    JournalEntry make(boolean folding);
  }

  private Outcome enter(Predicate<CallFlow> isKnown, Making entry) {
    Outcome[] outcome = {new Outcome.Known()};
    write(folding -> {
      if (!folding || !isKnown.test(flow())) {
        outcome[0] = enter(entry.make(folding), folding);
      }
    });
    return outcome[0];
  }

  private Outcome enter(JournalEntry entry, boolean folding) {
    batch.add(Leaf.of(EntryBytes.of(entry)));
    return folding ? new Outcome.Done(flow().fold(entry)) : new Outcome.Owed();
  }

  /// Something that is to be written: with the fold, or for the journal alone.
  private interface Writing {
    void write(boolean folding);
  }

  /// Writes with the fold or, where it cannot follow, without it.
  private void write(Writing writing) {
    if (isBehind() || attempt(() -> seal(writing, true)) != null) {
      transact(() -> seal(writing, false));
    }
  }

  private void seal(Writing writing, boolean folding) {
    writing.write(folding);
    if (!batch.isEmpty()) {
      batch.seal(books.journal());
      if (folding) {
        flow().save();
      }
    }
  }

  private boolean isBehind() {
    try {
      return lag() > 0;
    } catch (CanonException e) { // the ledger is damaged; the journal need not be
      setback = e;
      return true;
    }
  }

  /// Lets the fold try.
  ///
  /// @return why it failed, with nothing written; null if it did not
  private @Nullable RuntimeException attempt(Runnable work) {
    try {
      transact(work);
      setback = null;
    } catch (Books.StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      setback = e;
    }
    return setback;
  }

  private void transact(Runnable work) {
    boolean done = false;
    try {
      books.transact(work);
      done = true;
    } finally {
      if (!done) { // what it had in memory was never written
        flow = null;
        batch.clear();
      }
    }
  }

  private CallFlow flow() {
    CallFlow made = flow;
    if (made == null) {
      made = fold.get();
      flow = made;
    }
    return made;
  }
}
