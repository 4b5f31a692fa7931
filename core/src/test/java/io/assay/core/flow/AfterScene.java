package io.assay.core.flow;

import static io.assay.core.flow.FlowSamples.address;
import static io.assay.core.flow.FlowSamples.call;
import static io.assay.core.flow.LiveScene.CHANNEL;
import static io.assay.core.flow.LiveScene.FROM;

import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.message.Content;
import io.assay.core.message.Engagement;
import io.assay.core.message.EventKind;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.price.PriceSource;
import io.assay.core.score.Aftermath;
import io.assay.core.score.Scored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A channel that calls another token every six hours, of which every third wins; and what happens
/// to its messages afterwards.
final class AfterScene {
  private static final Duration EVERY = Duration.ofHours(6);

  final LiveScene scene = new LiveScene();
  final Live live = scene.live;
  final Books books = scene.books;
  final PriceSource prices;

  AfterScene() {
    Map<String, FlowSamples.Stepped.Step> steps = new HashMap<>();
    for (int id = 1; id < 400; id++) {
      Instant step = at(id).plus(Duration.ofHours(20));
      steps.put(address(id), new FlowSamples.Stepped.Step(step, isWinner(id) ? 1.8 : 0.3));
    }
    prices = new FlowSamples.Stepped(steps);
  }

  static boolean isWinner(int id) {
    return id % 3 == 0;
  }

  static Instant at(int id) {
    return FROM.plus(EVERY.multipliedBy(id));
  }

  static MessageRef ref(int id) {
    return new MessageRef(CHANNEL, id);
  }

  static CallId id(int message) {
    return new CallId(ref(message), 0, 0);
  }

  /// A post that calls its own token, heard when it was made.
  Sighting calling(int id) {
    return scene.sighting(LiveScene.event(id, at(id), call(address(id))));
  }

  /// The same heard much later, with the counts of then.
  Sighting backfilled(int id, Instant receivedAt, Engagement counts) {
    Timing timing = Timing.heard(at(id), at(id), receivedAt);
    Content content = Content.of(call(address(id)));
    return scene.sighting(new MessageEvent(ref(id), EventKind.POSTED, timing, content, counts));
  }

  Sighting deleted(int id, Instant at) {
    Timing timing = Timing.heard(at, at, at);
    return scene.sighting(
        new MessageEvent(ref(id), EventKind.DELETED, timing, Content.EMPTY, Engagement.NONE));
  }

  /// A look at how a message was answered: by so many forwards and nothing else.
  Sighting looked(int id, Instant at, long forwards) {
    Timing timing = Timing.heard(at(id), at, at);
    Engagement counts = new Engagement(10 * forwards, forwards, 0, 0);
    return scene.sighting(
        new MessageEvent(ref(id), EventKind.ENGAGEMENT, timing, Content.EMPTY, counts));
  }

  /// Hears events in time order, answering what falls due before each.
  void hear(List<Sighting> sightings) {
    for (Sighting sighting : sightings) {
      answerUntil(sighting.event().timing().receivedAt());
      live.hear(List.of(sighting));
    }
  }

  /// Hears the calls of these messages, each in its time.
  void calls(int first, int last) {
    List<Sighting> calls = new ArrayList<>();
    for (int id = first; id <= last; id++) {
      calls.add(calling(id));
    }
    hear(calls);
  }

  void answerUntil(Instant until) {
    LiveScene.answerAll(live, until, prices);
  }

  byte[] rows(Table table) {
    return rows(books.ledger(), table);
  }

  static byte[] rows(Ledger ledger, Table table) {
    CanonWriter out = new CanonWriter();
    ledger.scan(table, new byte[0], (key, value) -> out.blob(key).blob(value));
    return out.toBytes();
  }

  Scored scored(int message) {
    byte[] row = books.ledger().find(Table.SCORES, id(message).toBytes());
    return Scored.ofBytes(Objects.requireNonNull(row, "a score"));
  }

  Aftermath aftermath(int message) {
    byte[] row = books.ledger().find(Table.MESSAGES, Aftermath.key(ref(message)));
    return row == null ? Aftermath.NONE : Aftermath.ofBytes(row);
  }

  Call found(int message) {
    byte[] row = books.ledger().find(Table.CALLS, id(message).toBytes());
    return Call.ofBytes(Objects.requireNonNull(row, "a call"));
  }

  ChannelAccount account() {
    List<ChannelAccount> all = new ArrayList<>();
    books
        .ledger()
        .scan(Table.CHANNELS, new byte[0], (_, row) -> all.add(ChannelAccount.ofBytes(row)));
    return all.getFirst();
  }
}
