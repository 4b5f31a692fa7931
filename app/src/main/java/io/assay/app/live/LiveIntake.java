package io.assay.app.live;

import io.assay.core.canon.CanonWriter;
import io.assay.core.flow.Folded;
import io.assay.core.flow.Live;
import io.assay.core.flow.ReadMessage;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.Result;
import io.assay.core.message.EventBytes;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageEvent;
import io.assay.core.reading.Reader;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Takes messages from sources, reads them, and has them journaled. When it returns they are
/// durable. Safe for any thread: reading is pure and done on the source's own.
public final class LiveIntake {
  private static final int LARGEST_BATCH = 200; // a bulk transaction lets live ones in soon
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Lanes lanes;
  private final Supplier<String> closed;
  private final MessageLetters letters;
  private final LiveFigures figures;
  private final Time time;
  private final Instant begun;

  /// What became of some messages.
  ///
  /// @param messages that were news
  /// @param opened of them opened calls
  /// @param failed of them could not be judged, and are among the dead letters
  /// @param known the books had them already
  public record Receipt(long messages, long opened, long failed, long known) {
    static final Receipt NONE = new Receipt(0, 0, 0, 0);

    Receipt and(Receipt other) {
      return new Receipt(
          messages + other.messages,
          opened + other.opened,
          failed + other.failed,
          known + other.known);
    }
  }

  /// An intake.
  ///
  /// @param closed one line: why nothing is taken at this moment; empty while it is open
  public LiveIntake(
      Lanes lanes,
      Supplier<String> closed,
      MessageLetters letters,
      LiveFigures figures,
      Time time) {
    this.lanes = lanes;
    this.closed = closed;
    this.letters = letters;
    this.figures = figures;
    this.time = time;
    begun = time.instant();
  }

  /// Whether messages are taken at this moment.
  public boolean isOpen() {
    return closed.get().isEmpty();
  }

  /// Hears events as of now.
  ///
  /// @param beat called while waiting
  /// @throws Fault temporary: nothing is taken now, or the ledger does not answer; hearing them
  ///   again later does no harm
  public Receipt hear(Lane lane, List<MessageEvent> events, Runnable beat)
      throws InterruptedException {
    Receipt all = Receipt.NONE;
    for (int from = 0; from < events.size(); from += LARGEST_BATCH) {
      int to = Math.min(events.size(), from + LARGEST_BATCH);
      all = all.and(hearBatch(lane, events.subList(from, to), beat));
    }
    return all;
  }

  private Receipt hearBatch(Lane lane, List<MessageEvent> events, Runnable beat)
      throws InterruptedException {
    String why = closed.get();
    if (!why.isEmpty()) {
      throw new Fault(ErrorKind.TEMPORARY, "nothing is taken in: " + why, null);
    }
    long begin = time.nanos();
    List<Sighting> sightings = read(events);
    Live.Heard heard = lanes.call(lane, live -> live.hear(sightings), PATIENCE, beat);
    heard.failures().forEach(letters::keep);
    Receipt receipt = receipt(heard);
    figures.heard(receipt.messages, receipt.opened, receipt.failed, receipt.known);
    figures.journaled(time.since(begin));
    if (lane == Lane.LIVE) {
      tell(sightings, heard.outcomes());
    }
    return receipt;
  }

  /// Tells how long news took. What was posted before this run waited for nobody's fault.
  private void tell(List<Sighting> sightings, List<Live.Outcome> outcomes) {
    Instant now = time.instant();
    for (int i = 0; i < outcomes.size(); i++) {
      MessageEvent event = sightings.get(i).event();
      boolean isNews = !(outcomes.get(i) instanceof Live.Outcome.Known);
      if (isNews && !event.at().isBefore(begun)) {
        Duration took = Duration.between(event.at(), now);
        figures.recorded(event.chat(), took.isNegative() ? Duration.ZERO : took);
      }
    }
  }

  private List<Sighting> read(List<MessageEvent> events) {
    Reader reader = new Reader();
    List<Sighting> sightings = new ArrayList<>(events.size());
    for (MessageEvent event : events) {
      MessageEvent now = event.heardAt(time.instant());
      CanonWriter out = new CanonWriter();
      EventBytes.write(now, out);
      Fingerprint print = Fingerprint.of(now.content());
      ReadMessage read = ReadMessage.of(reader, now.content());
      sightings.add(new Sighting(now, out.toBytes(), print, read));
    }
    return sightings;
  }

  private static Receipt receipt(Live.Heard heard) {
    long messages = 0;
    long opened = 0;
    for (Live.Outcome outcome : heard.outcomes()) {
      messages += outcome instanceof Live.Outcome.Known ? 0 : 1;
      boolean opens =
          outcome instanceof Live.Outcome.Done(Folded.Judged(Result result))
              && result instanceof Result.Opened;
      opened += opens ? 1 : 0;
    }
    long known = heard.outcomes().size() - messages;
    return new Receipt(messages, opened, heard.failures().size(), known);
  }
}
