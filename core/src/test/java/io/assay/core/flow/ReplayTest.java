package io.assay.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Chain;
import io.assay.core.asset.Majors;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.CallState;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.output.Report;
import io.assay.core.price.Answer;
import io.assay.core.price.PriceSource;
import io.assay.core.reading.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final Instant FROM = Instant.parse("2024-03-01T11:58:00Z"); // entry on the hour
  private static final ChannelId CHANNEL = new ChannelId(1_700_000_001);
  private static final String SOLANA = FlowSamples.SOLANA;
  private static final String EVM = FlowSamples.EVM;
  private static final PriceSource NOBODY = _ -> new Answer.Unanswerable("nobody knows");

  private final MemoryBooks books = new MemoryBooks();
  private final Reader reader = new Reader();
  private final List<MessageEvent> events = new ArrayList<>();

  private void post(long id, Duration after, String text) {
    Timing timing = Timing.imported(FROM.plus(after));
    events.add(MessageEvent.imported(new MessageRef(CHANNEL, id), timing, Content.of(text)));
  }

  private void edited(long id, Duration sent, Duration edited, String text) {
    Timing timing = Timing.imported(FROM.plus(sent), FROM.plus(edited));
    events.add(MessageEvent.imported(new MessageRef(CHANNEL, id), timing, Content.of(text)));
  }

  private Replay.Run play(Books into, PriceSource prices, Replay.Limits limits, Duration until) {
    Replay replay = new Replay(into, prices, limits);
    replay.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(CHANNEL, "A channel"), FROM);
    replay.hear(events.stream().map(event -> Sighting.of(event, reader)).toList().iterator());
    replay.pass(FROM.plus(until));
    return replay.run();
  }

  private Replay.Run play(PriceSource prices) {
    return play(books, prices, Replay.Limits.BULK, Duration.ofDays(40));
  }

  private long calls(CallState state) {
    return Report.of(books.ledger(), CallFlow.VERSION).calls().getOrDefault(state, 0L);
  }

  @Test
  void hear_aCallAndChatter_areCountedOnceEach() {
    post(1, Duration.ZERO, FlowSamples.call(SOLANA));
    post(2, Duration.ofMinutes(1), "Good morning everyone");
    Replay.Run run = play(new FlowSamples.Flat(Chain.SOLANA, 2));
    assertThat(run.counts().opened()).isEqualTo(1);
    assertThat(run.counts().ignoredInAll()).isEqualTo(1);
    assertThat(run.counts().messages()).isEqualTo(2);
    assertThat(calls(CallState.RESOLVED)).isEqualTo(1);
  }

  @Test
  void hear_withoutAnyPrice_isUnpriceable() {
    post(1, Duration.ZERO, FlowSamples.call(SOLANA));
    play(NOBODY);
    assertThat(calls(CallState.UNPRICEABLE)).isEqualTo(1);
  }

  @Test
  void hear_markedTickers_openTheirOnlyCoin() {
    Map<String, String> coins =
        Map.of(
            "$LINK", "coin:chainlink",
            "#HOT", "coin:holotoken",
            "$W", "coin:wormhole",
            "$S", "coin:sonic-3",
            "$FRAX", "coin:frax-share",
            "Binance will list Frax Share (FXS)", "binance:FXS");
    long id = 0;
    for (String marked : coins.keySet()) {
      post(++id, Duration.ofMinutes(id), "Buy " + marked + " here, entry now, stop loss below it.");
    }
    play(NOBODY);
    List<String> opened = new ArrayList<>();
    books
        .ledger()
        .scan(
            Table.CALLS,
            new byte[0],
            (_, row) -> opened.add(Call.ofBytes(row).claim().asset().id()));
    assertThat(opened).containsExactlyInAnyOrderElementsOf(coins.values());
  }

  @Test
  void hear_theSameTextTwice_isADuplicate() {
    post(1, Duration.ZERO, FlowSamples.call(SOLANA));
    post(1, Duration.ZERO, FlowSamples.call(SOLANA));
    Replay.Run run = play(NOBODY);
    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(run.counts().messages()).isEqualTo(1);
  }

  @Test
  void hear_anotherTextOfThePostWithoutALaterEdit_isTheSamePost() {
    post(1, Duration.ZERO, "Good morning everyone");
    post(1, Duration.ZERO, FlowSamples.call(SOLANA));
    Replay.Run run = play(NOBODY);
    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(run.counts().opened()).isZero();
  }

  @Test
  void hear_anAddressEditedInLater_isACallFromTheEdit() {
    post(1, Duration.ZERO, "Good morning everyone");
    edited(1, Duration.ZERO, Duration.ofHours(5), FlowSamples.call(SOLANA));
    Replay.Run run = play(new FlowSamples.Flat(Chain.SOLANA, 2));
    assertThat(run.counts().opened()).isEqualTo(1);
    assertThat(run.counts().messages()).isEqualTo(2);
  }

  @Test
  void hear_theSameTokenWithinThirtyDays_isARepetition() {
    post(1, Duration.ZERO, FlowSamples.call(SOLANA));
    post(2, Duration.ofDays(3), FlowSamples.call(SOLANA));
    post(3, Duration.ofDays(36), FlowSamples.call(SOLANA));
    Replay.Run run = play(new FlowSamples.Flat(Chain.SOLANA, 2));
    assertThat(run.counts().repeated()).isEqualTo(1);
    assertThat(run.counts().opened()).isEqualTo(2);
  }

  @Test
  void hear_anEvmAddressOfUnknownChain_waitsAndIsRecounted() {
    post(1, Duration.ZERO, FlowSamples.call(EVM));
    Replay replay = new Replay(books, new FlowSamples.Flat(Chain.BASE, 2), Replay.Limits.BULK);
    replay.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(), FROM);
    replay.hear(events.stream().map(event -> Sighting.of(event, reader)).toList().iterator());
    assertThat(replay.run().counts().deferred()).isEqualTo(1);
    assertThat(replay.run().counts().opened()).isZero();
    replay.pass(FROM.plusSeconds(1));
    assertThat(replay.run().counts().deferred()).isZero();
    assertThat(replay.run().counts().opened()).isEqualTo(1);
    assertThat(replay.run().counts().messages()).isEqualTo(1);
  }

  @Test
  void hear_anEvmAddressThatNobodyKnows_isOpenedAndUnpriceable() {
    post(1, Duration.ZERO, FlowSamples.call(EVM));
    Replay.Run run = play(NOBODY);
    assertThat(run.counts().opened()).isEqualTo(1);
    assertThat(run.counts().deferred()).isZero();
    assertThat(calls(CallState.UNPRICEABLE)).isEqualTo(1);
  }

  @Test
  void hear_hostileTexts_failNobody() {
    int id = 0;
    for (String text :
        List.of(
            "\uD800", "\u202E0x5aAe", "=HYPERLINK(1)", "\u0000", "$".repeat(5000), "0x" + EVM)) {
      post(++id, Duration.ofSeconds(id), text);
    }
    Replay.Run run = play(NOBODY);
    assertThat(run.counts().failed()).isZero();
    assertThat(run.counts().messages()).isEqualTo(id);
  }

  @Test
  void play_inBatchesOfAnySize_isTheSameLedgerAndTheAuditAgrees() {
    for (int id = 1; id <= 12; id++) {
      post(
          id,
          Duration.ofHours(7L * id),
          id % 3 == 0 ? "Good morning" : FlowSamples.call(FlowSamples.token(id)));
    }
    List<byte[]> ledgers = new ArrayList<>();
    for (int batch : new int[] {1, 3, 7, 100_000}) {
      MemoryBooks some = new MemoryBooks();
      play(
          some,
          new FlowSamples.Flat(Chain.SOLANA, 5),
          new Replay.Limits(batch, 1 << 30),
          Duration.ofDays(40));
      assertThat(Audit.of(some).findings()).isEmpty();
      ledgers.add(FlowSamples.rows(some));
    }
    assertThat(ledgers).allSatisfy(one -> assertThat(one).isEqualTo(ledgers.getFirst()));
  }

  @Test
  void audit_oneRowOfTheLedgerChanged_namesIt() {
    post(1, Duration.ZERO, FlowSamples.call(SOLANA));
    play(new FlowSamples.Flat(Chain.SOLANA, 2));
    byte[] key = "nobody wrote this".getBytes(StandardCharsets.UTF_8);
    books.transact(() -> books.ledger().put(Table.CALLS, key, new byte[3]));
    assertThat(Audit.of(books).findings()).isNotEmpty();
  }
}
