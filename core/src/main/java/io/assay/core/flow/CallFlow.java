package io.assay.core.flow;

import io.assay.core.asset.TokenDirectory;
import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.directory.FullDirectory;
import io.assay.core.ledger.Archive;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.JournalEntry;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.RecordedAnswer;
import io.assay.core.ledger.Result;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Want;
import io.assay.core.ledger.WantId;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.EventKind;
import io.assay.core.message.Evidence;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import io.assay.core.price.Answer;
import io.assay.core.reading.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fold: what each entry of the journal does to the ledger. It does no I/O of its own, reads no
/// clock and no chance: the ledger is a function of the journal, the archive, the rules in force
/// and [#VERSION], wherever and in whatever batches it is folded.
///
/// ```
/// heard(event)     → read it → a call? → which asset? → open the episode, ask for its candles
/// answered(want)   → entry · checkpoints · barriers → over? → the channel learns
/// ordered(command) → rules, directory, names, a failed message judged again, voids, admissions
/// passed(now)      → the clock
/// ```
///
/// One writer at a time. After a failure it is thrown away and made anew from what was committed.
public final class CallFlow {
  /// Version of the fold: a change that makes another ledger of the same journal gets a new one.
  public static final int VERSION = 6;

  private final Drawers drawers;
  private final Archive archive;
  private final BlockShelf shelf;
  private final Learning learning;
  private final Tallying tallying;
  private final Scoring scoring;
  private final Opening opening;
  private final Following following;
  private final Function<Content, ReadMessage> reading;
  private TokenDirectory directory;

  /// The fold where the books stand.
  ///
  /// @throws CanonException if the ledger is of another fold version, or cannot be read
  public CallFlow(Books books) {
    this(books.ledger(), books.archive());
  }

  /// The fold where the ledger stands, with evidence from an archive that may be another's.
  public CallFlow(Ledger ledger, Archive archive) {
    this(ledger, archive, reader());
  }

  private static Function<Content, ReadMessage> reader() {
    Reader reader = new Reader();
    return content -> ReadMessage.of(reader, content);
  }

  /// The fold with another way to read.
  CallFlow(Ledger ledger, Archive archive, Function<Content, ReadMessage> reading) {
    this.archive = archive;
    this.reading = reading;
    drawers = new Drawers(ledger, VERSION);
    refuseOther(drawers.standing().foldVersion(), "the ledger is");
    shelf = new BlockShelf(archive);
    learning = new Learning(drawers);
    tallying = new Tallying(learning);
    scoring = new Scoring(drawers);
    opening = new Opening(drawers, tallying, scoring);
    following = new Following(drawers, shelf, tallying);
    directory = Directories.in(archive, drawers.standing().directory());
  }

  /// A ledger is of one version throughout; what another one made is not to be mixed with this.
  private static void refuseOther(int version, String what) {
    if (version != VERSION) {
      throw new CanonException(
          what + " of fold version " + version + ", and this Assay folds version " + VERSION);
    }
  }

  public Standing standing() {
    return drawers.standing();
  }

  /// The want that is due first: it must be answered before anything later is folded.
  ///
  /// @return null if nothing is asked
  public @Nullable Want nextWant() {
    return drawers.nextWant();
  }

  /// Open wants that are due by then, those due first before.
  List<Want> dueWants(Instant now, int most) {
    return drawers.dueWants(now, most);
  }

  boolean isOpen(WantId want) {
    return drawers.isOpen(want);
  }

  /// Whether this very event is among the messages that failed.
  private boolean hasFailed(MessageEvent event) {
    FailedMessage failed = drawers.failures.find(Opening.first(event));
    return failed != null && failed.isOf(event);
  }

  /// Whether there is such a call.
  boolean holds(CallId call) {
    return drawers.calls.find(call) != null;
  }

  /// Whether an order would change nothing here.
  boolean isIdle(Command command) {
    return switch (command) {
      case Command.MessageRetried(MessageEvent event) -> !hasFailed(event);
      case Command.CallVoided(CallId call, _) -> !holds(call) || drawers.voids.find(call) != null;
      case Command.BackfillAdmitted(ChannelId channel) -> drawers.account(channel).admitted();
      case Command.RulesInForce _, Command.DirectoryAdopted _, Command.ChannelNamed _ -> false;
    };
  }

  /// What symbols mean where the fold stands.
  TokenDirectory directory() {
    return directory;
  }

  /// The commands that put rules, directory and titles in force where they are not yet. The text of
  /// a directory that is to be adopted is archived; inside a transaction. A full directory that is
  /// in force stays, since majors are only for books that have no better one.
  List<Command> missing(CallRules rules, byte[] directory, Map<ChannelId, String> titles) {
    List<Command> missing = new ArrayList<>();
    if (standing().position() == 0 || !standing().rules().equals(rules)) {
      missing.add(new Command.RulesInForce(rules, VERSION));
    }
    Sha256 name = Sha256.over(directory);
    boolean stays = this.directory instanceof FullDirectory && !FullDirectory.isForm(directory);
    if (!stays && !standing().directory().equals(name)) {
      archive.keep(name, directory);
      missing.add(new Command.DirectoryAdopted(name));
    }
    titles.forEach((channel, title) -> {
      if (!drawers.account(channel).ordered().equals(title)) {
        missing.add(new Command.ChannelNamed(channel, title));
      }
    });
    return missing;
  }

  /// When what an entry tells is known: at its own time, and an answer not before the want was due,
  /// whatever a clock that was set back has written.
  public Instant knownAt(JournalEntry entry) {
    Want want =
        entry instanceof JournalEntry.Answered(Instant _, WantId id, RecordedAnswer _)
            ? drawers.find(id)
            : null;
    return want != null && want.due().isAfter(entry.at()) ? want.due() : entry.at();
  }

  /// Folds one entry.
  public Folded fold(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Heard(MessageEvent event) -> heard(event, reading.apply(event.content()));
      case JournalEntry.Answered(Instant at, WantId want, RecordedAnswer answer) ->
          answered(at, want, answer);
      case JournalEntry.Ordered(Instant at, Command command) -> ordered(at, command);
      case JournalEntry.Passed(Instant at) -> passed(at);
    };
  }

  /// Folds an event that has been read already: reading is pure, so others may do it beforehand.
  public Folded heard(MessageEvent event, ReadMessage read) {
    drawers.begin(event.timing().receivedAt());
    ChannelAccount account = drawers.account(event.chat());
    if (event.content().media() == Media.TITLE) {
      account = account.named(event.content().text());
    }
    Result result = judge(event, read);
    if (result instanceof Result.Failed(String cause)) {
      drawers.failures.put(Opening.first(event), new FailedMessage(event, cause));
    }
    account = account.heard(result, event.at());
    if (event.kind() == EventKind.EDITED) {
      account = account.edited();
    } else if (event.kind() == EventKind.DELETED && scoring.delete(event)) {
      account = account.deleted();
    }
    drawers.channels.put(event.chat(), account);
    scoring.answer(event);
    return new Folded.Judged(result);
  }

  private Result judge(MessageEvent event, ReadMessage read) {
    return switch (event.kind()) {
      case DELETED -> new Result.Ignored("delete");
      case ENGAGEMENT -> new Result.Ignored("engagement");
      case POSTED -> judgeText(event, read);
      case EDITED -> {
        Result result = judgeText(event, read);
        boolean news = result instanceof Result.Opened || result instanceof Result.Deferred;
        yield news || result instanceof Result.Failed ? result : new Result.Ignored("edit");
      }
    };
  }

  private Result judgeText(MessageEvent event, ReadMessage read) {
    Media media = event.content().media();
    if (media == Media.SERVICE || media == Media.TITLE) {
      return new Result.Ignored("service");
    }
    if (read instanceof ReadMessage.Failed(String cause)) {
      return new Result.Failed(cause);
    }
    return opening.open(event, ((ReadMessage.Done) read).reading(), directory);
  }

  private Folded answered(Instant at, WantId id, RecordedAnswer answer) {
    drawers.begin(at);
    Want want = drawers.close(id);
    if (want == null) {
      return new Folded.Nothing();
    }
    Instant known = at.isBefore(want.due()) ? want.due() : at; // a clock was set back
    if (id.stage() == WantId.ASSET) {
      return opening.settle(id, answer, known);
    }
    if (id.stage() == WantId.MARKET) {
      Call told = following.market(id, answer);
      if (told != null) {
        scoring.learn(told, known);
      }
      return new Folded.Nothing();
    }
    var call = following.follow(want, answer, known);
    if (call != null) {
      opening.ask(call);
    }
    return new Folded.Nothing();
  }

  private Folded ordered(Instant at, Command command) {
    drawers.begin(at);
    switch (command) {
      case Command.RulesInForce(CallRules rules, int version) -> {
        refuseOther(version, "the journal has rules");
        drawers.inForce(standing().with(rules));
      }
      case Command.DirectoryAdopted(Sha256 adopted) -> {
        drawers.inForce(standing().with(adopted));
        directory = Directories.in(archive, adopted);
      }
      case Command.ChannelNamed(ChannelId channel, String title) ->
          drawers.channels.put(channel, drawers.account(channel).ordered(title));
      case Command.MessageRetried(MessageEvent event) -> {
        return retried(event);
      }
      case Command.CallVoided(CallId call, String reason) -> learning.declareVoid(call, reason, at);
      case Command.BackfillAdmitted(ChannelId channel) -> admit(channel);
    }
    return new Folded.Nothing();
  }

  /// Counts a channel's backfilled calls from here on: those that are over in the order in which
  /// they were made.
  private void admit(ChannelId channel) {
    ChannelAccount account = drawers.account(channel);
    if (account.admitted()) {
      return;
    }
    drawers.channels.put(channel, account.admit());
    drawers.calls(CallId.prefix(channel)).stream()
        .map(drawers.calls::find)
        .filter(call -> call != null && call.claim().evidence() == Evidence.BACKFILL)
        .sorted(Comparator.comparing((Call call) -> call.claim().at()).thenComparing(Call::id))
        .forEach(tallying::admit);
  }

  /// Judges a failed message again. It has been counted as heard already, so that only its result
  /// is counted anew.
  private Folded retried(MessageEvent event) {
    CallId message = Opening.first(event);
    FailedMessage failed = drawers.failures.find(message);
    if (failed == null || !failed.isOf(event)) {
      return new Folded.Nothing();
    }
    Result before = new Result.Failed(failed.cause());
    Result after = judge(event, reading.apply(event.content()));
    if (after instanceof Result.Failed(String cause)) {
      drawers.failures.put(message, new FailedMessage(event, cause));
    } else {
      drawers.failures.remove(message);
      ChannelAccount account = drawers.account(event.chat());
      drawers.channels.put(event.chat(), account.recounted(before, after));
    }
    return new Folded.Recounted(message, before, after);
  }

  private Folded passed(Instant at) {
    drawers.begin(at);
    return new Folded.Nothing();
  }

  /// Archives what an answer brought and gives the form in which the journal keeps it.
  public RecordedAnswer record(Answer answer) {
    return shelf.record(answer);
  }

  /// Writes what changed into the ledger; inside the transaction of the entries that changed it.
  public void save() {
    drawers.save();
  }
}
