package io.assay.sim.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Majors;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Table;
import io.assay.core.message.EventKind;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.reading.Reader;
import io.assay.core.reading.Side;
import io.assay.sim.crowd.Caller;
import io.assay.sim.crowd.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The real reader reads what simulated channels write.
class ReadableTest {
  private static final World WORLD = World.of(Scenario.of(9, 33, 24));

  /// What each call is really about, by its post.
  private static Map<MessageRef, String> meant() {
    Map<MessageRef, String> meant = new HashMap<>();
    for (Caller caller : WORLD.crowd().callers()) {
      for (Happening one : new Diary(WORLD, caller).happenings()) {
        if (one.kind() == EventKind.POSTED && one.call() != Happening.TALK) {
          MessageRef post = new MessageRef(caller.channel(), one.post() + 1L);
          meant.put(post, WORLD.market().asset(caller, one.call()).id());
        }
      }
    }
    return meant;
  }

  private static List<Call> opened() {
    MemoryBooks books = new MemoryBooks();
    Replay replay = new Replay(books, WORLD.market(), Replay.Limits.BULK);
    replay.order(
        CallRules.DEFAULT, Majors.shippedText(), WORLD.crowd().titles(), WORLD.scenario().from());
    Reader reader = new Reader();
    List<Sighting> posts = new ArrayList<>();
    WORLD
        .feed()
        .forEachRemaining(event -> {
          if (event.kind() == EventKind.POSTED) {
            posts.add(Sighting.of(event, reader));
          }
        });
    replay.hear(posts.iterator());
    replay.pass(WORLD.scenario().lastPost());
    List<Call> calls = new ArrayList<>();
    books.ledger().scan(Table.CALLS, new byte[0], (_, row) -> calls.add(Call.ofBytes(row)));
    return calls;
  }

  @Test
  void read_aThousandCallsAndMore_openCallsOfTheRightAssetAndNothingElseDoes() {
    Map<MessageRef, String> meant = meant();
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (Call call : opened()) {
      String asset = meant.get(call.id().opener());
      if (call.claim().asset().id().equals(asset) && call.claim().side() == Side.LONG) {
        right++;
      } else {
        wrong.add(call.id() + " of " + call.claim().asset().id() + " means " + asset);
      }
    }
    assertThat(meant).hasSizeGreaterThan(1_000);
    assertThat(wrong).isEmpty();
    assertThat((double) right / meant.size()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void feed_isInOrderOfTimeAndTheSameEachTime() {
    List<MessageEvent> events = new ArrayList<>();
    WORLD.feed().forEachRemaining(events::add);
    Feed again = WORLD.feed();
    assertThat(again.size()).isEqualTo(events.size());
    MessageEvent before = events.getFirst();
    for (MessageEvent event : events) {
      assertThat(event).isEqualTo(again.next());
      assertThat(event.timing().receivedAt()).isAfterOrEqualTo(before.timing().receivedAt());
      before = event;
    }
    assertThat(events).extracting(MessageEvent::kind).contains(EventKind.values());
  }

  @Test
  void feed_deletersDeleteLosers() {
    World world = World.of(Scenario.of(1, 60, 60));
    double[] hits = HitRates.of(world);
    for (Caller caller : world.crowd().callers()) {
      long deleted =
          new Diary(world, caller)
              .happenings().stream().filter(one -> one.kind() == EventKind.DELETED).count();
      double share = (double) deleted / caller.calls();
      switch (caller.archetype()) {
        case DELETER -> assertThat(share).as(caller.title()).isBetween(0.2, 0.6);
        case SKILLED, AVERAGE, LATE, PUMPER, LUCKY, COPYCAT, SPAMMER ->
            assertThat(share).as(caller.title()).isLessThan(0.12);
      }
      assertThat(hits[caller.number()]).isBetween(0.1, 0.95);
    }
  }
}
