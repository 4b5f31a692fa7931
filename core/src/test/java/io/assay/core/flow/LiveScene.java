package io.assay.core.flow;

import static io.assay.core.flow.FlowSamples.EVM;
import static io.assay.core.flow.FlowSamples.call;
import static io.assay.core.flow.FlowSamples.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Chain;
import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.call.CallState;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Counts;
import io.assay.core.ledger.Leaf;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Want;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.output.Report;
import io.assay.core.price.PriceSource;
import io.assay.core.reading.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Books of one channel and who keeps them, where texts can be made unreadable.
final class LiveScene {
  static final Instant FROM = Instant.parse("2026-03-01T11:57:00Z"); // entry on the hour
  static final Instant END = FROM.plus(Duration.ofDays(40));
  static final ChannelId CHANNEL = new ChannelId(1_700_000_001);
  static final Replay.Limits LIMITS = new Replay.Limits(5, 1 << 20);
  static final PriceSource FLAT = new FlowSamples.Flat(Chain.SOLANA, 2);

  final Reader reader = new Reader();

  /// Texts that cannot be read, until they can.
  final Set<String> unreadable = new HashSet<>();

  final FailingBooks books = new FailingBooks();
  final Live live = live(books);

  ReadMessage read(Content content) {
    return unreadable.contains(content.text())
        ? new ReadMessage.Failed("does not parse")
        : ReadMessage.of(reader, content);
  }

  LiveScene() {
    order(live);
  }

  /// Journals what is heard, and leaves the fold behind, as a program does that is killed there.
  void journalAlone(List<Sighting> sightings) {
    books.ledgerFails = true;
    live.hear(sightings);
    books.ledgerFails = false;
  }

  void order(Live some) {
    some.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(CHANNEL, "A channel"), FROM);
  }

  Live live(Books some) {
    return new Live(some, LIMITS, () -> new CallFlow(some.ledger(), some.archive(), this::read));
  }

  static MessageEvent event(long id, Instant at, String text) {
    Timing timing = Timing.heard(at, at, at);
    return MessageEvent.imported(new MessageRef(CHANNEL, id), timing, Content.of(text));
  }

  Sighting post(long id, Duration after, String text) {
    return sighting(event(id, FROM.plus(after), text));
  }

  Sighting post(long id, String text) {
    return post(id, Duration.ofSeconds(id), text);
  }

  Sighting sighting(MessageEvent event) {
    return Sighting.of(event, this::read);
  }

  /// Some calls and some chatter, hours apart.
  List<Sighting> history() {
    List<Sighting> history = new ArrayList<>();
    for (int id = 1; id <= 40; id++) {
      String text = id % 3 == 0 ? "Good morning" : call(id % 5 == 0 ? EVM : FlowSamples.token(id));
      history.add(post(id, Duration.ofHours(7L * id), text));
    }
    return history;
  }

  static void answerAll(Live live, Instant until, PriceSource prices) {
    for (List<Want> due = live.dueWants(until, 1); !due.isEmpty(); due = live.dueWants(until, 1)) {
      Want want = due.getFirst();
      live.answer(want.due(), want.id(), prices.answer(want.question()));
    }
  }

  static void catchUp(Live live) {
    while (live.catchUp().entries() > 0) {
      assertThat(live.setback()).isNull();
    }
  }

  Counts counts() {
    return Report.of(books.ledger(), CallFlow.VERSION).channels().getFirst().account().counts();
  }

  long calls(CallState state) {
    return Report.of(books.ledger(), CallFlow.VERSION).calls().getOrDefault(state, 0L);
  }

  long entries() {
    return books.journal().head().entries();
  }

  /// The ledger of another program that folds the same journal, all of it at once.
  byte[] refolded() {
    MemoryBooks again = new MemoryBooks();
    again.transact(() -> {
      books.archive().read((name, bytes) -> again.archive().keep(name, bytes));
      books
          .journal()
          .read(block -> again.journal().append(block.entries().stream().map(Leaf::of).toList()));
    });
    catchUp(live(again));
    return rows(again);
  }
}
