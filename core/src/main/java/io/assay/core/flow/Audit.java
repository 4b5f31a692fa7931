package io.assay.core.flow;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.ledger.Block;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.EntryBytes;
import io.assay.core.ledger.JournalEntry;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Seen;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Checks books against themselves: the chain of seals, every piece of evidence against its name,
/// the seen index against the journal, and the ledger against the journal folded anew. Reads
/// everything, changes nothing. Used once.
public final class Audit {
  private static final int ENOUGH = 20;

  private final Books books;
  private final Runnable beat;
  private final List<String> findings = new ArrayList<>();
  private final MemoryBooks again = new MemoryBooks();
  private Block.Head head = Block.Head.START;
  private long foldTo;
  private long folded;
  private long sighted;
  private int foldVersion = CallFlow.VERSION;
  private boolean foldable = true;
  private boolean readToTheEnd;

  private Audit(Books books, Runnable beat) {
    this.books = books;
    this.beat = beat;
  }

  /// What an audit found.
  ///
  /// @param head the end of the chain that was checked
  /// @param position how many entries the ledger says it has folded
  /// @param findings what is wrong, in words; empty if nothing is; at most some twenty
  public record Report(Block.Head head, long position, List<String> findings) {
    public Report {
      findings = List.copyOf(findings);
    }

    /// How many entries of the journal are not in the ledger yet. That is no contradiction, since a
    /// ledger catches up; but what it does not hold, nobody has compared.
    public long lag() {
      return Math.max(0, head.entries() - position);
    }
  }

  public static Report of(Books books) {
    return of(books, () -> {});
  }

  /// The same, with somebody told again and again that it goes on: it may take minutes.
  public static Report of(Books books, Runnable beat) {
    return new Audit(books, beat).report();
  }

  private Report report() {
    checkArchive();
    Standing standing = standing();
    foldTo = standing.position();
    again.transact(this::checkJournal);
    if (readToTheEnd && head.entries() < foldTo) {
      find("the journal is cut off: it ends at " + head.entries() + ", the ledger has " + foldTo);
    }
    if (foldable) {
      compareSeen();
      if (isOfThisFold(standing)) {
        compareLedgers();
      }
    }
    return new Report(head, foldTo, findings);
  }

  /// Whether the ledger is of the fold version that the journal says, and that is this one: else
  /// nothing can be said of its rows.
  private boolean isOfThisFold(Standing standing) {
    if (foldTo > 0 && standing.foldVersion() != foldVersion) {
      find(
          "ledger, table standing: says fold version "
              + standing.foldVersion()
              + ", the journal "
              + foldVersion);
    } else if (foldVersion != CallFlow.VERSION) {
      find(
          "ledger: of fold version "
              + foldVersion
              + ", this Assay folds "
              + CallFlow.VERSION
              + ": not compared");
    } else {
      return true;
    }
    return false;
  }

  private Standing standing() {
    try {
      return Standing.of(books.ledger(), CallFlow.VERSION);
    } catch (CanonException e) {
      find("ledger, table standing: the row cannot be read: " + e.getMessage());
      foldable = false;
      return Standing.start(CallFlow.VERSION);
    }
  }

  private void checkArchive() {
    try {
      books
          .archive()
          .read((name, bytes) -> {
            beat.run();
            if (!Sha256.over(bytes).equals(name)) {
              find("archive, " + name + ": the bytes are not what the name says");
            }
          });
    } catch (CanonException e) {
      find("archive: " + e.getMessage());
    }
  }

  private void checkJournal() {
    CallFlow flow = new CallFlow(again.ledger(), books.archive());
    try {
      books.journal().read(block -> check(block, flow));
      readToTheEnd = true;
      if (folded > 0) {
        flow.save();
      }
    } catch (CanonException e) {
      find("journal: " + e.getMessage());
      foldable = false;
    }
  }

  private void check(Block block, CallFlow flow) {
    String name = "journal, block " + block.number() + " of position " + block.first();
    if (block.number() != head.blocks() || block.first() != head.entries()) {
      find(
          name
              + ": out of its place, block "
              + head.blocks()
              + " of "
              + head.entries()
              + " wanted");
      foldable = false;
    }
    if (!block.previous().equals(head.seal())) {
      find(name + ": is not chained to the block before it");
      foldable = false;
    }
    Block.Head before = new Block.Head(block.number(), block.first(), block.previous());
    if (!Block.seal(before, block.entries()).equals(block.seal())) {
      find(name + ": the seal does not fit what is in it");
      foldable = false;
    }
    head = block.head();
    beat.run();
    if (foldable) {
      block.entries().forEach(entry -> fold(entry, flow));
    }
  }

  private void fold(byte[] bytes, CallFlow flow) {
    JournalEntry entry = EntryBytes.parse(bytes);
    if (entry instanceof JournalEntry.Heard(MessageEvent event)) {
      checkSeen(event);
    }
    if (folded < foldTo && isFoldedHere(entry)) {
      flow.fold(entry);
      folded++;
    }
  }

  private boolean isFoldedHere(JournalEntry entry) {
    if (entry
        instanceof JournalEntry.Ordered(Instant _, Command.RulesInForce(var _, int version))) {
      foldVersion = version;
    }
    return foldVersion == CallFlow.VERSION;
  }

  private void checkSeen(MessageEvent event) {
    try {
      compareSeen(event);
    } catch (CanonException e) {
      find("seen index: the page of message " + event.ref() + " cannot be read: " + e.getMessage());
    }
  }

  private void compareSeen(MessageEvent event) {
    Seen.Sight sight = books.seen().find(Seen.place(event.ref(), event.kind()));
    long revision = Intake.revision(event);
    if (sight == null || sight.revision() < revision) {
      find("seen index: message " + event.ref() + " of the journal is missing");
    } else if (sight.revision() == revision) {
      sighted++;
      if (!sight.fingerprint().equals(Fingerprint.of(event.content()))) {
        find("seen index: message " + event.ref() + " has another text in the journal");
      }
    }
  }

  private void compareSeen() {
    if (books.seen().size() != sighted) {
      find("seen index: " + books.seen().size() + " messages, the journal has " + sighted);
    }
  }

  private void compareLedgers() {
    for (Table table : Table.values()) {
      Ledger right = again.ledger();
      long[] rows = {0, 0};
      books
          .ledger()
          .scan(
              table,
              new byte[0],
              (key, value) -> {
                beat.run();
                rows[0]++;
                if (!Arrays.equals(value, right.find(table, key))) {
                  find(row(table, key) + " is not what the journal says");
                }
              });
      right.scan(table, new byte[0], (_, _) -> rows[1]++);
      if (rows[0] != rows[1]) {
        find("ledger, table " + table.word() + ": " + rows[0] + " rows, should be " + rows[1]);
      }
    }
  }

  private static String row(Table table, byte[] key) {
    return "ledger, table " + table.word() + ", row " + HexFormat.of().formatHex(key);
  }

  private void find(String finding) {
    if (findings.size() < ENOUGH) {
      findings.add(finding);
    } else if (findings.size() == ENOUGH) {
      findings.add("and more");
    }
  }
}
