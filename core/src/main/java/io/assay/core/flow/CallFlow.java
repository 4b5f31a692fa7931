package io.assay.core.flow;

import io.assay.core.asset.TokenDirectory;
import io.assay.core.call.CallRules;
import io.assay.core.canon.Sha256;
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
import io.assay.core.message.EventKind;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.reading.Reader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fold: what each entry of the journal does to the ledger. It does no I/O of its own, reads no
/// clock and no chance: the ledger is a function of the journal, the archive, the rules in force
/// and [#VERSION], wherever and in whatever batches it is folded.
///
/// ```
/// heard(event)     → read it → a call? → which asset? → open the episode, ask for its candles
/// answered(want)   → entry · checkpoints · barriers → over? → the channel learns
/// ordered(command) → rules, directory, names
/// passed(now)      → the clock
/// ```
///
/// One writer at a time. After a failure it is thrown away and made anew from what was committed.
public final class CallFlow {
  /// Version of the fold: a change that makes another ledger of the same journal gets a new one.
  public static final int VERSION = 1;

  private final Drawers drawers;
  private final Archive archive;
  private final BlockShelf shelf;
  private final Opening opening;
  private final Following following;
  private final Reader reader = new Reader();
  private TokenDirectory directory;

  /// The fold where the books stand.
  public CallFlow(Books books) {
    this(books.ledger(), books.archive());
  }

  /// The fold where the ledger stands, with evidence from an archive that may be another's.
  public CallFlow(Ledger ledger, Archive archive) {
    this.archive = archive;
    drawers = new Drawers(ledger, VERSION);
    shelf = new BlockShelf(archive);
    Tallying tallying = new Tallying(drawers);
    opening = new Opening(drawers, tallying);
    following = new Following(drawers, shelf, tallying);
    directory = Directories.in(archive, drawers.standing().directory());
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

  /// The title that was last ordered for a channel; empty if none was.
  String orderedTitle(ChannelId channel) {
    return drawers.account(channel).ordered();
  }

  /// Folds one entry.
  public Folded fold(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Heard(MessageEvent event) ->
          heard(event, ReadMessage.of(reader, event.content()));
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
    boolean edit = event.kind() == EventKind.EDITED;
    drawers.channels.put(event.chat(), account.heard(result, event.at(), edit));
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
    if (id.stage() == WantId.CHAIN) {
      return opening.settle(id, answer, at);
    }
    var call = following.follow(want, answer, at);
    if (call != null) {
      opening.ask(call);
    }
    return new Folded.Nothing();
  }

  private Folded ordered(Instant at, Command command) {
    drawers.begin(at);
    switch (command) {
      case Command.RulesInForce(CallRules rules, int _) -> drawers.inForce(standing().with(rules));
      case Command.DirectoryAdopted(Sha256 adopted) -> {
        drawers.inForce(standing().with(adopted));
        directory = Directories.in(archive, adopted);
      }
      case Command.ChannelNamed(ChannelId channel, String title) ->
          drawers.channels.put(channel, drawers.account(channel).ordered(title));
    }
    return new Folded.Nothing();
  }

  private Folded passed(Instant at) {
    drawers.begin(at);
    return new Folded.Nothing();
  }

  /// Archives what an answer brought and gives the form in which the journal keeps it.
  public RecordedAnswer record(Answer answer) {
    return switch (answer) {
      case Answer.CandlesFound(List<CandleBlock> blocks) -> {
        blocks.forEach(shelf::keep);
        yield new RecordedAnswer.CandlesCited(blocks.stream().map(CandleBlock::digest).toList());
      }
      case Answer.ChainFound(var chain) -> new RecordedAnswer.ChainTold(chain);
      case Answer.Unanswerable(String cause) -> new RecordedAnswer.NoAnswer(cause);
    };
  }

  /// Writes what changed into the ledger; inside the transaction of the entries that changed it.
  public void save() {
    drawers.save();
  }
}
