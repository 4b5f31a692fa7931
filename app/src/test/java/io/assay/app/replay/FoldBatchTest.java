package io.assay.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.call.CallState;
import io.assay.core.flow.Audit;
import io.assay.core.flow.CallFlow;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Table;
import io.assay.core.message.Content;
import io.assay.core.message.Engagement;
import io.assay.core.message.EventKind;
import io.assay.core.message.Evidence;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.Timing;
import io.assay.core.output.Deletions;
import io.assay.core.output.Report;
import io.assay.sim.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldBatchTest {
  private final History history = History.of(Played.SMALL);

  private MemoryBooks played(int batch) {
    MemoryBooks books = new MemoryBooks();
    Played.play(history, books, batch);
    return books;
  }

  @Test
  void play_inBatchesOfAnySize_isTheSameLedger() {
    var whole = Played.digest(played(Integer.MAX_VALUE).ledger());
    for (int batch : new int[] {1, 7, 1000}) {
      assertThat(Played.digest(played(batch).ledger())).as("batches of %d", batch).isEqualTo(whole);
    }
  }

  /// What was seen of the history, and of its messages afterwards: every third was looked at twice,
  /// every seventh taken away.
  private List<Sighting> eventful() {
    List<MessageEvent> events = new ArrayList<>(history.events());
    for (int i = 0; i < history.events().size(); i++) {
      MessageEvent post = history.events().get(i);
      if (i % 3 == 0) {
        events.add(after(post, EventKind.ENGAGEMENT, 1, new Engagement(i, i % 90, i % 50, 2)));
        events.add(after(post, EventKind.ENGAGEMENT, 24, new Engagement(9L * i, i % 800, i, 9)));
      }
      if (i % 7 == 0) {
        events.add(after(post, EventKind.DELETED, 30, Engagement.NONE));
      }
    }
    return events.stream()
        .sorted(Comparator.comparing((MessageEvent event) -> event.timing().receivedAt()))
        .map(Played::sighting)
        .toList();
  }

  private static MessageEvent after(
      MessageEvent post, EventKind kind, int hours, Engagement counts) {
    Instant at = post.at().plus(Duration.ofHours(hours));
    Timing timing = new Timing(post.timing().sentAt(), at, at, Evidence.IMPORTED);
    return new MessageEvent(post.ref(), kind, timing, Content.EMPTY, counts);
  }

  @Test
  void play_withWhatBecameOfMessages_inBatchesOfAnySize_isTheSameLedger() {
    List<Sighting> eventful = eventful();
    MemoryBooks whole = new MemoryBooks();
    Played.play(history, eventful.iterator(), whole, Integer.MAX_VALUE);
    assertThat(Audit.of(whole).findings()).isEmpty();
    for (Table table :
        List.of(Table.MESSAGES, Table.HABITS, Table.SCORES, Table.FORMS, Table.CHANCES)) {
      assertThat(whole.ledger().isEmpty(table)).as(table.word()).isFalse();
    }
    assertThat(Deletions.of(whole.ledger()).tallies().values())
        .anyMatch(it -> it.deletedLosers() > 0)
        .anyMatch(it -> it.deletedWinners() > 0);
    for (int batch : new int[] {1, 7, 1000}) {
      MemoryBooks some = new MemoryBooks();
      Played.play(history, eventful.iterator(), some, batch);
      assertThat(Played.digest(some.ledger()))
          .as("batches of %d", batch)
          .isEqualTo(Played.digest(whole.ledger()));
    }
  }

  @Test
  void play_anyHistory_keepsTheIdentityAndTheAuditFindsNothing() {
    MemoryBooks books = new MemoryBooks();
    Replay.Run run = Played.play(history, books, 500);
    assertThat(run.counts().messages()).isEqualTo(history.events().size());
    assertThat(run.counts().failed()).isZero();
    assertThat(run.counts().deferred()).isZero();
    assertThat(run.counts().opened()).isPositive();
    Audit.Report audit = Audit.of(books);
    assertThat(audit.findings()).isEmpty();
    assertThat(audit.head()).isEqualTo(books.journal().head());
  }

  @Test
  void play_theSameAgain_hearsNothingAndChangesNothing() {
    MemoryBooks books = played(700);
    var before = Played.digest(books.ledger());
    var head = books.journal().head();
    Replay.Run again = Played.play(history, books, 700);
    assertThat(again.counts().messages()).isZero();
    assertThat(again.duplicates()).isEqualTo(history.events().size());
    assertThat(books.journal().head()).isEqualTo(head);
    assertThat(Played.digest(books.ledger())).isEqualTo(before);
  }

  @Test
  void play_brokenOffAnywhere_goesOnToTheSameLedger() {
    var whole = Played.digest(played(300).ledger());
    MemoryBooks books = new MemoryBooks();
    for (int heard : new int[] {1, 250, 777, 1200}) {
      Replay some =
          new Replay(books, new io.assay.sim.SimulatedPrices(history), Replay.Limits.BULK);
      some.order(
          io.assay.core.call.CallRules.DEFAULT,
          io.assay.core.asset.Majors.shippedText(),
          history.titles(),
          history.plan().from());
      var sightings = Played.sightings(history);
      some.hear(java.util.stream.Stream.generate(sightings::next).limit(heard).iterator());
    }
    Played.play(history, books, 300);
    assertThat(Played.digest(books.ledger())).isEqualTo(whole);
  }

  @Test
  void report_ofKnownTruth_putsTheSkilledBeforeThePumper() {
    Report report = Report.of(played(1000).ledger(), CallFlow.VERSION);
    assertThat(report.channels()).hasSize(6);
    assertThat(report.calls().get(CallState.RESOLVED)).isPositive();
    var names = report.channels().stream().map(one -> one.account().title()).toList();
    assertThat(names.indexOf("Harbour Calls")).isLessThan(names.indexOf("Rocket Room"));
    assertThat(report.channels())
        .allSatisfy(one -> assertThat(one.settled()).isLessThanOrEqualTo(one.callsInAll()));
  }
}
