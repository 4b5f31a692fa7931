package io.assay.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.price.MarketSeen;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EntryBytesTest {
  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
  private static final MessageRef REF = new MessageRef(new ChannelId(-7), 42);
  private static final MessageEvent EVENT =
      MessageEvent.imported(REF, Timing.imported(NOON), Content.of("hello"));
  private static final CallId CALL = new CallId(REF, 5, 2);
  private static final WantId WANT = new WantId(CALL, 3);
  private static final Sha256 NAME = Sha256.over(new byte[] {1});
  private static final CallRules RULES =
      new CallRules(Duration.ofSeconds(20), 0.013, Duration.ofMinutes(5), Duration.ofDays(2));

  private static final MarketSeen MARKET =
      new MarketSeen(
          NOON,
          OptionalDouble.of(12_345.678),
          OptionalDouble.of(0),
          OptionalDouble.of(1e9),
          NOON.minusSeconds(7200),
          new Provenance("dexscreener", "0xpool"));

  private static final List<JournalEntry> ENTRIES =
      List.of(
          new JournalEntry.Heard(EVENT),
          new JournalEntry.Answered(
              NOON, WANT, new RecordedAnswer.CandlesCited(List.of(NAME), Provenance.UNTOLD)),
          new JournalEntry.Answered(
              NOON,
              WANT,
              new RecordedAnswer.CandlesCited(List.of(NAME, Sha256.ZERO), Provenance.of("files"))),
          new JournalEntry.Answered(
              NOON, WANT, new RecordedAnswer.CandlesCited(List.of(), new Provenance("v", "0xp"))),
          new JournalEntry.Answered(
              NOON,
              new WantId(CALL, WantId.ASSET),
              new RecordedAnswer.TokenTold(new Asset.Token(Chain.SOLANA, "Mint"))),
          new JournalEntry.Answered(
              NOON, new WantId(CALL, WantId.ASSET), new RecordedAnswer.ChainTold(Chain.BASE)),
          new JournalEntry.Answered(NOON, WANT, new RecordedAnswer.NoAnswer("nobody knows")),
          new JournalEntry.Answered(
              NOON, new WantId(CALL, WantId.MARKET), new RecordedAnswer.MarketTold(MARKET)),
          new JournalEntry.Answered(
              NOON,
              new WantId(CALL, WantId.MARKET),
              new RecordedAnswer.MarketTold(
                  new MarketSeen(
                      NOON,
                      OptionalDouble.empty(),
                      OptionalDouble.of(3e6),
                      OptionalDouble.empty(),
                      null,
                      Provenance.of("coingecko")))),
          new JournalEntry.Answered(
              NOON,
              WANT,
              new RecordedAnswer.CandlesCited(List.of(NAME), Provenance.of("files"), MARKET)),
          new JournalEntry.Answered(
              NOON, WANT, new RecordedAnswer.CandlesCited(List.of(), Provenance.UNTOLD, MARKET)),
          new JournalEntry.Ordered(NOON, new Command.RulesInForce(RULES.with(1000), 1)),
          new JournalEntry.Ordered(NOON, new Command.RulesInForce(RULES, 1)),
          new JournalEntry.Ordered(NOON, new Command.DirectoryAdopted(NAME)),
          new JournalEntry.Ordered(NOON, new Command.ChannelNamed(new ChannelId(9), "Nine ☾")),
          new JournalEntry.Ordered(NOON, new Command.MessageRetried(EVENT)),
          new JournalEntry.Ordered(NOON, new Command.CallVoided(CALL, "misread ☾")),
          new JournalEntry.Ordered(NOON, new Command.BackfillAdmitted(new ChannelId(-9))),
          new JournalEntry.Passed(NOON));

  @Test
  void parse_ofEveryForm_isTheEntry() {
    for (JournalEntry entry : ENTRIES) {
      assertThat(EntryBytes.parse(EntryBytes.of(entry))).isEqualTo(entry);
    }
  }

  @Test
  void parse_cutOffOrOverlong_isRefused() {
    for (JournalEntry entry : ENTRIES) {
      byte[] whole = EntryBytes.of(entry);
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> EntryBytes.parse(cut)).isInstanceOf(CanonException.class);
      }
      byte[] longer = Arrays.copyOf(whole, whole.length + 1);
      assertThatThrownBy(() -> EntryBytes.parse(longer)).isInstanceOf(CanonException.class);
    }
  }

  @Test
  void bytes_ofAVoid_areTheFormatForEver() {
    Command voided =
        new Command.CallVoided(new CallId(new MessageRef(new ChannelId(1), 2), 0, 0), "no");
    assertThat(EntryBytes.of(new JournalEntry.Ordered(Instant.EPOCH, voided)))
        .containsExactly(1, 2, 0, 4, 2, 4, 0, 0, 2, 'n', 'o');
    Command admitted = new Command.BackfillAdmitted(new ChannelId(1));
    assertThat(EntryBytes.of(new JournalEntry.Ordered(Instant.EPOCH, admitted)))
        .containsExactly(1, 2, 0, 5, 2);
  }

  @Test
  void voided_withoutAReasonOfOneLine_isRefused() {
    for (String reason : List.of("", "  ", "two\nlines", "x".repeat(501))) {
      assertThatThrownBy(() -> new Command.CallVoided(CALL, reason))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void parse_anotherVersion_isNamed() {
    assertThatThrownBy(() -> EntryBytes.parse(new byte[] {9, 0}))
        .hasMessage("an entry of version 9; this reads 1");
  }

  @Test
  void bytes_ofAnEntry_areTheFormatForEver() {
    assertThat(EntryBytes.of(new JournalEntry.Passed(Instant.ofEpochMilli(1000))))
        .containsExactly(1, 3, 0xd0, 0x0f);
  }

  @Test
  void bytes_ofCandlesThatNobodyTold_areThoseOfBeforeItWasAsked() {
    byte[] bytes =
        EntryBytes.of(
            new JournalEntry.Answered(
                Instant.EPOCH,
                new WantId(new CallId(new MessageRef(new ChannelId(1), 1), 0, 0), 0),
                new RecordedAnswer.CandlesCited(List.of(), Provenance.UNTOLD)));
    assertThat(bytes).containsExactly(1, 1, 0, 2, 2, 0, 0, 0, 0, 0);
    byte[] told = {1, 1, 0, 2, 2, 0, 0, 0, 3, 0, 0, 0};
    assertThatThrownBy(() -> EntryBytes.parse(told)).isInstanceOf(CanonException.class);
  }

  @Test
  void bytes_ofRulesWithTheUsualTicket_areThoseOfBeforeThereWereTickets() {
    byte[] bytes =
        EntryBytes.of(
            new JournalEntry.Ordered(
                Instant.EPOCH, new Command.RulesInForce(CallRules.DEFAULT, 5)));
    String latencyFeeLatenessSilence = "c0a907" + "3f689374bc6a7efa" + "c0ee6d" + "80a8cc7b";
    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("0102000005" + latencyFeeLatenessSilence);
    assertThat(EntryBytes.parse(bytes))
        .isEqualTo(
            new JournalEntry.Ordered(
                Instant.EPOCH, new Command.RulesInForce(CallRules.DEFAULT, 5)));
    byte[] stated =
        HexFormat.of().parseHex("0102000a05" + latencyFeeLatenessSilence + "4069000000000000");
    assertThatThrownBy(() -> EntryBytes.parse(stated)).hasMessageContaining("usual ticket");
  }

  @Test
  void standing_withAnotherTicket_readsBack() {
    MemoryBooks books = new MemoryBooks();
    for (CallRules rules : List.of(CallRules.DEFAULT, RULES.with(50))) {
      Standing standing = Standing.start(5).with(rules).after(NOON);
      books.transact(() -> standing.save(books.ledger()));
      assertThat(Standing.of(books.ledger(), 5)).isEqualTo(standing);
    }
  }

  @Test
  void want_ofAnyQuestion_readsBack() {
    Asset.Token token = new Asset.Token(Chain.EVM, "0xABC");
    for (Question question :
        List.of(
            new Question.ChainOf(token),
            new Question.TokenOf(token),
            new Question.MarketOf(token, NOON),
            new Question.MarketOf(new Asset.Coin("solana", "sol"), NOON),
            new Question.CandlesOf(
                token, NOON, NOON.plusSeconds(1), new Provenance("geckoterminal", "0xpool")),
            new Question.CandlesOf(new Asset.Coin("solana", "sol"), NOON, NOON.plusSeconds(1)),
            new Question.CandlesOf(new Asset.Listing("Binance", "x"), NOON, NOON.plusSeconds(9)))) {
      Want want = new Want(WANT, question, NOON);
      assertThat(Want.ofBytes(want.toBytes())).isEqualTo(want);
    }
  }

  @Test
  void counts_ofResults_keepTheIdentity() {
    Counts counts =
        Counts.NONE
            .plus(new Result.Opened(List.of(CALL)), 3)
            .plus(new Result.Repeated(), 2)
            .plus(new Result.Deferred(), 1)
            .plus(new Result.Ignored("chatter"), 5)
            .plus(new Result.Ignored("edit"), 1)
            .plus(new Result.Failed("why"), 1);
    assertThat(counts.messages()).isEqualTo(13);
    assertThat(counts.ignored()).containsEntry("chatter", 5L).containsEntry("edit", 1L);
  }
}
