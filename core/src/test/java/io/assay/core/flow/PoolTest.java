package io.assay.core.flow;

import static io.assay.core.flow.FlowSamples.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.Majors;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.CallState;
import io.assay.core.call.Origin;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import io.assay.core.reading.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Calls by the address of a pool, and calls whose pool ends.
class PoolTest {
  private static final Instant FROM = Instant.parse("2026-03-01T11:58:00Z"); // entry on the hour
  private static final ChannelId CHANNEL = new ChannelId(1_700_000_001);
  private static final String PAIR = "0x7d9e3f1c5b28a46e0f93d1b7c82a5e64f0193bd7";
  private static final Asset.Token POOL = new Asset.Token(Chain.BSC, PAIR);
  private static final Asset.Token TOKEN =
      new Asset.Token(Chain.BSC, "0x3ac4b81f6e29d705c8e4f1a2b967d03e5c718f4a");
  private static final String LINK = "https://dexscreener.com/bsc/" + PAIR;

  private final MemoryBooks books = new MemoryBooks();
  private final Reader reader = new Reader();
  private final List<MessageEvent> events = new ArrayList<>();
  private final List<Question> asked = new ArrayList<>();

  private void post(long id, Duration after, String text) {
    Timing timing = Timing.imported(FROM.plus(after));
    events.add(MessageEvent.imported(new MessageRef(CHANNEL, id), timing, Content.of(text)));
  }

  private Replay.Run play(Books into, PriceSource prices, int batch) {
    Replay replay = new Replay(into, prices, new Replay.Limits(batch, 1 << 30));
    replay.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(CHANNEL, "A channel"), FROM);
    replay.hear(events.stream().map(event -> Sighting.of(event, reader)).toList().iterator());
    replay.pass(FROM.plus(Duration.ofDays(80)));
    return replay.run();
  }

  private Replay.Run play(PriceSource prices) {
    return play(books, prices, 1000);
  }

  private static List<Call> calls(Books books) {
    List<Call> calls = new ArrayList<>();
    books.ledger().scan(Table.CALLS, new byte[0], (_, row) -> calls.add(Call.ofBytes(row)));
    return calls;
  }

  /// A market with one pool of the token, which moves to another one after ten days: dearer by a
  /// ratio.
  private PriceSource market(double dearer) {
    Instant end = FROM.plus(Duration.ofDays(10)).plusSeconds(120);
    return question -> {
      asked.add(question);
      return switch (question) {
        case Question.TokenOf(var pool) when pool.equals(POOL) -> new Answer.TokenFound(TOKEN);
        case Question.CandlesOf(var asset, var from, var to, var pinned)
            when asset.equals(TOKEN) -> {
          boolean old = from.isBefore(end);
          Instant until = old && to.isAfter(end) ? end : to;
          String pool = old ? "0xold" : "0xnew";
          assertThat(pinned.pool()).isIn(null, "0xold", "0xnew");
          yield candles(from, until, old ? 1 : dearer, new Provenance("vendor", pool));
        }
        default -> new Answer.Unanswerable("nobody knows");
      };
    };
  }

  private static Answer candles(Instant from, Instant to, double price, Provenance told) {
    List<String> lines = new ArrayList<>();
    long first = Math.ceilDiv(from.getEpochSecond(), 3600) * 3600;
    for (long at = first; at + 3600 <= to.getEpochSecond(); at += 3600) {
      lines.add(at + "," + price + "," + price + "," + price + "," + price + ",1");
    }
    return new Answer.CandlesFound(List.of(CandleBlock.of(Duration.ofHours(1), lines)), told);
  }

  @Test
  void hear_aPool_waitsAndIsACallOfItsToken() {
    post(1, Duration.ZERO, call(LINK));
    Replay.Run run = play(market(1));
    assertThat(asked.getFirst()).isEqualTo(new Question.TokenOf(POOL));
    assertThat(run.counts().opened()).isEqualTo(1);
    assertThat(run.counts().deferred()).isZero();
    assertThat(calls(books))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.claim().asset()).isEqualTo(TOKEN);
          assertThat(call.claim().at()).isEqualTo(FROM);
          assertThat(call.state()).isEqualTo(CallState.RESOLVED);
        });
  }

  @Test
  void hear_aPoolAndLaterItsToken_isOneEpisode() {
    post(1, Duration.ZERO, call(LINK));
    post(2, Duration.ofHours(1), call("BSC " + TOKEN.address()));
    post(3, Duration.ofHours(2), call(LINK));
    Replay.Run run = play(market(1));
    assertThat(run.counts().opened()).isEqualTo(1);
    assertThat(run.counts().repeated()).isEqualTo(2);
  }

  @Test
  void hear_aPoolThatNobodyKnows_standsForItsToken() {
    post(1, Duration.ZERO, call(LINK));
    Replay.Run run =
        play(question ->
            question instanceof Question.TokenOf
                ? new Answer.Unanswerable("nobody knows")
                : new FlowSamples.Flat(Chain.BSC, 2).answer(question));
    assertThat(run.counts().opened()).isEqualTo(1);
    assertThat(calls(books))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.claim().asset()).isEqualTo(POOL);
          assertThat(call.state()).isEqualTo(CallState.RESOLVED);
        });
  }

  @Test
  void follow_aPoolThatEnds_goesOnWithTheOneThatFollows() {
    post(1, Duration.ZERO, call(LINK));
    play(market(1.25));
    assertThat(calls(books))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.state()).isEqualTo(CallState.RESOLVED);
          assertThat(call.track().origin())
              .isEqualTo(new Origin(new Provenance("vendor", "0xnew"), 1.25));
          assertThat(call.track().course().high()).isEqualTo(1);
        });
    assertThat(asked)
        .filteredOn(Question.CandlesOf.class::isInstance)
        .map(question -> ((Question.CandlesOf) question).pinned().pool())
        .startsWith(null, "0xold")
        .doesNotContainSequence("0xnew", "0xold");
    assertThat(Audit.of(books).findings()).isEmpty();
  }

  @Test
  void follow_aPoolThatEndsWhereAnotherDisagrees_isUnpriceableFromThere() {
    post(1, Duration.ZERO, call(LINK));
    play(market(1.3));
    assertThat(calls(books))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.state()).isEqualTo(CallState.UNPRICEABLE);
          assertThat(call.track().origin().told().pool()).isEqualTo("0xold");
          assertThat(call.track().pulse().followedTo())
              .isEqualTo(FROM.plus(Duration.ofDays(10)).plusSeconds(120));
        });
  }

  @Test
  void play_poolsInBatchesOfAnySize_isTheSameLedger() {
    for (int id = 1; id <= 12; id++) {
      String text = id % 3 == 0 ? "Good morning" : id % 2 == 0 ? call(LINK) : call(TOKEN.address());
      post(id, Duration.ofDays(3L * id), text);
    }
    List<byte[]> ledgers = new ArrayList<>();
    for (int batch : new int[] {1, 7, 1000, Integer.MAX_VALUE}) {
      MemoryBooks some = new MemoryBooks();
      play(some, market(1.1), batch);
      assertThat(Audit.of(some).findings()).isEmpty();
      ledgers.add(FlowSamples.rows(some));
    }
    assertThat(ledgers).allSatisfy(one -> assertThat(one).isEqualTo(ledgers.getFirst()));
  }
}
