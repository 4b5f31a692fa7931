package io.assay.core.flow;

import static io.assay.core.flow.FlowSamples.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Chain;
import io.assay.core.asset.Majors;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.CallState;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.output.CallTable;
import io.assay.core.price.Answer;
import io.assay.core.price.MarketSeen;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import io.assay.core.reading.Reader;
import io.assay.core.reputation.DayKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the market was at a call, and what follows from it.
class MarketTest {
  private static final Instant FROM = Instant.parse("2024-03-01T11:58:00Z"); // entry on the hour
  private static final ChannelId CHANNEL = new ChannelId(1_700_000_001);
  private static final PriceSource FLAT = new FlowSamples.Flat(Chain.SOLANA, 2);
  private static final Provenance VENDOR = new Provenance("vendor", "pool");

  private final MemoryBooks books = new MemoryBooks();

  private Call play(PriceSource prices) {
    Replay replay = new Replay(books, prices, Replay.Limits.BULK);
    replay.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(CHANNEL, "A channel"), FROM);
    MessageEvent post =
        MessageEvent.imported(
            new MessageRef(CHANNEL, 1),
            Timing.imported(FROM),
            Content.of(call(FlowSamples.SOLANA)));
    replay.hear(Stream.of(Sighting.of(post, new Reader())).iterator());
    replay.pass(FROM.plus(Duration.ofDays(40)));
    assertThat(Audit.of(books).findings()).isEmpty();
    List<Call> calls = new ArrayList<>();
    books.ledger().scan(Table.CALLS, new byte[0], (_, row) -> calls.add(Call.ofBytes(row)));
    return calls.getFirst();
  }

  private List<String> pools() {
    List<String> pools = new ArrayList<>();
    books
        .ledger()
        .scan(Table.TALLIES, new byte[0], (key, _) -> pools.add(DayKey.ofBytes(key).pool()));
    return pools;
  }

  private Map<String, String> row() {
    Map<String, String> cells = new HashMap<>();
    CallTable.rows(
        books.ledger(),
        new CallFlow(books).standing(),
        row -> {
          for (int i = 0; i < row.size(); i++) {
            cells.put(CallTable.header().get(i), row.get(i));
          }
        });
    return cells;
  }

  private static MarketSeen market(Instant at, double liquidity) {
    return new MarketSeen(
        at,
        OptionalDouble.of(liquidity),
        OptionalDouble.of(3e6),
        OptionalDouble.of(70_000),
        FROM.minus(Duration.ofHours(36)),
        VENDOR);
  }

  @Test
  void play_whereNobodyTellsTheMarket_costsAreTheFeeAndTheSizeIsUnknown() {
    Call call = play(FLAT);
    assertThat(call.state()).isEqualTo(CallState.RESOLVED);
    assertThat(call.track().market()).isEqualTo(MarketSeen.NONE);
    assertThat(pools()).containsExactly("solana/unknown");
    assertThat(row())
        .containsEntry("costs", "fee")
        .containsEntry("size", "unknown")
        .containsEntry("liquidity_usd", "")
        .containsEntry("token_age_hours", "")
        .containsEntry("exit_own", "time_out");
  }

  @Test
  void play_whereTheMarketIsTold_itDecidesCostsAndSize() {
    Call call =
        play(question ->
            question instanceof Question.MarketOf(var _, Instant at)
                ? new Answer.MarketFound(market(at, 40_000))
                : FLAT.answer(question));
    assertThat(call.track().market().told()).isEqualTo(Provenance.of("vendor"));
    assertThat(pools()).containsExactly("solana/micro");
    assertThat(row())
        .containsEntry("costs", "fee+impact")
        .containsEntry("market_source", "vendor")
        .containsEntry("liquidity_usd", "40000")
        .containsEntry("market_cap_usd", "3000000")
        .containsEntry("volume_24h_usd", "70000")
        .containsEntry("size", "micro")
        .containsEntry("token_age_hours", "36")
        .containsEntry("rugged", "no");
    assertThat(Double.parseDouble(row().get("return_30d")))
        .as("200 USD through a pool with 20,000 USD, twice")
        .isBetween(-0.0260, -0.0250);
  }

  @Test
  void play_whereCandlesComeWithADrainedMarket_theCallIsDead() {
    Instant fourHours = FROM.plus(Duration.ofHours(4));
    Call call =
        play(question ->
            question instanceof Question.CandlesOf asked
                    && FLAT.answer(question) instanceof Answer.CandlesFound found
                ? found.with(market(asked.to(), asked.to().isBefore(fourHours) ? 40_000 : 7))
                : FLAT.answer(question));
    assertThat(call.state()).isEqualTo(CallState.DEAD);
    assertThat(call.isRugged()).isTrue();
    assertThat(row()).containsEntry("state", "DEAD").containsEntry("rugged", "yes");
    assertThat(Double.parseDouble(row().get("return_30d"))).isLessThan(-0.98);
    assertThat(Double.parseDouble(row().get("return_1h"))).isGreaterThan(-0.01);
  }

  @Test
  void rows_haveAsManyCellsAsTheHeader() {
    play(FLAT);
    CallTable.rows(
        books.ledger(),
        new CallFlow(books).standing(),
        row -> assertThat(row).hasSameSizeAs(CallTable.header()));
    assertThat(CallTable.header()).doesNotHaveDuplicates();
  }
}
