package io.assay.sim.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Majors;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.flow.CallFlow;
import io.assay.core.flow.Live;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Table;
import io.assay.core.ledger.Want;
import io.assay.core.message.EventKind;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.output.CallTable;
import io.assay.core.output.ChannelTable;
import io.assay.core.output.Report;
import io.assay.core.reading.Reader;
import io.assay.sim.crowd.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One simulated quarter, heard as it happens, replayed from the log of its events, and replayed
/// from what an export of it would show.
class LiveAgreesTest {
  private static final World WORLD = World.of(Scenario.of(4, 90, 10));
  private static final Replay.Limits SMALL = new Replay.Limits(97, 1 << 20);
  private static final Reader READER = new Reader();

  private static MemoryBooks live;
  private static MemoryBooks replayed;

  @BeforeAll
  static void hear() {
    live = new MemoryBooks();
    hearLive(live);
    replayed = replay(log().stream().map(event -> Sighting.of(event, READER)).toList());
  }

  private static List<MessageEvent> log() {
    List<MessageEvent> log = new ArrayList<>();
    WORLD.feed().forEachRemaining(log::add);
    return log;
  }

  /// Event by event: what is due is answered when it is due, then the event is heard.
  private static void hearLive(Books books) {
    Live flow = new Live(books, SMALL);
    Instant begin = WORLD.scenario().from();
    flow.order(CallRules.DEFAULT, Majors.shippedText(), WORLD.crowd().titles(), begin);
    for (MessageEvent event : log()) {
      answer(flow, event.timing().receivedAt());
      flow.hear(List.of(Sighting.of(event, READER)));
    }
    answer(flow, WORLD.scenario().end());
    flow.pass(WORLD.scenario().end());
  }

  private static void answer(Live flow, Instant now) {
    List<Want> due = flow.dueWants(now, 1);
    while (!due.isEmpty()) {
      Want want = due.getFirst();
      flow.answer(want.due(), want.id(), WORLD.market().answer(want.question()));
      due = flow.dueWants(now, 1);
    }
  }

  private static MemoryBooks replay(List<Sighting> events) {
    MemoryBooks books = new MemoryBooks();
    Replay replay = new Replay(books, WORLD.market(), Replay.Limits.BULK);
    Instant begin = WORLD.scenario().from();
    replay.order(CallRules.DEFAULT, Majors.shippedText(), WORLD.crowd().titles(), begin);
    replay.hear(events.iterator());
    replay.pass(WORLD.scenario().end());
    return books;
  }

  /// What Telegram Desktop exports at the end: no deleted post, of each other one its last text.
  private static List<Sighting> export() {
    Map<MessageRef, MessageEvent> posts = new LinkedHashMap<>();
    for (MessageEvent event : log()) {
      switch (event.kind()) {
        case POSTED, EDITED -> posts.put(event.ref(), event);
        case DELETED -> posts.remove(event.ref());
        case ENGAGEMENT -> {}
      }
    }
    return posts.values().stream()
        .map(event -> {
          Timing told = Timing.imported(event.timing().sentAt(), event.at());
          return MessageEvent.imported(event.ref(), told, event.content());
        })
        .sorted(Comparator.comparing(MessageEvent::at).thenComparing(MessageEvent::ref))
        .map(event -> Sighting.of(event, READER))
        .toList();
  }

  private static List<List<String>> calls(MemoryBooks books) {
    List<List<String>> rows = new ArrayList<>();
    Report report = report(books);
    CallTable.rows(books.ledger(), report.standing(), rows::add);
    return rows;
  }

  private static Report report(MemoryBooks books) {
    return Report.of(books.ledger(), CallFlow.VERSION);
  }

  private static Map<MessageRef, Call> byPost(MemoryBooks books) {
    Map<MessageRef, Call> calls = new LinkedHashMap<>();
    books
        .ledger()
        .scan(
            Table.CALLS,
            new byte[0],
            (_, row) -> {
              Call call = Call.ofBytes(row);
              calls.put(call.id().opener(), call);
            });
    return calls;
  }

  @Test
  void replay_ofTheEventLog_isTheLiveLedgerByteByByte() {
    for (Table table : Table.values()) {
      List<String> one = rows(live, table);
      assertThat(rows(replayed, table)).as(table.name()).isEqualTo(one);
    }
    assertThat(calls(live)).hasSizeGreaterThan(500);
  }

  private static List<String> rows(MemoryBooks books, Table table) {
    List<String> rows = new ArrayList<>();
    books
        .ledger()
        .scan(
            table,
            new byte[0],
            (key, row) ->
                rows.add(HexFormat.of().formatHex(key) + "=" + HexFormat.of().formatHex(row)));
    return rows;
  }

  @Test
  void replay_ofTheEventLog_hasTheSameExports() {
    assertThat(calls(replayed)).isEqualTo(calls(live));
    assertThat(ChannelTable.rows(report(replayed))).isEqualTo(ChannelTable.rows(report(live)));
  }

  @Test
  void replay_ofAPlainExport_differsInDeletedAndEditedCallsAlone() {
    Map<MessageRef, Call> heard = byPost(live);
    Map<MessageRef, Call> exported = byPost(replay(export()));
    Set<MessageRef> deleted = new HashSet<>();
    Set<MessageRef> edited = new HashSet<>();
    for (MessageEvent event : log()) {
      boolean gone = event.kind() == EventKind.DELETED;
      if (heard.containsKey(event.ref()) && (gone || event.kind() == EventKind.EDITED)) {
        (gone ? deleted : edited).add(event.ref());
      }
    }
    edited.removeAll(deleted);
    Set<MessageRef> lost = new HashSet<>(heard.keySet());
    lost.removeAll(exported.keySet());
    Set<MessageRef> changed = new HashSet<>();
    exported.forEach((post, call) -> {
      Call before = heard.get(post);
      if (before == null || !before.track().equals(call.track())) {
        changed.add(post);
      }
    });
    assertThat(deleted).isNotEmpty();
    assertThat(lost).containsAll(deleted);
    lost.removeAll(deleted); // what is left was edited into what is no call
    changed.addAll(lost);
    assertThat(changed).isEqualTo(edited).isNotEmpty();
  }
}
