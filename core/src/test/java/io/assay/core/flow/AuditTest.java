package io.assay.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.asset.Chain;
import io.assay.core.asset.Majors;
import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.Sha256;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.EntryBytes;
import io.assay.core.ledger.JournalEntry;
import io.assay.core.ledger.Leaf;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.ledger.Want;
import io.assay.core.lineage.Links;
import io.assay.core.lineage.Meetings;
import io.assay.core.lineage.RecentCalls;
import io.assay.core.lineage.Telling;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.Engagement;
import io.assay.core.message.EventKind;
import io.assay.core.message.Evidence;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.price.Answer;
import io.assay.core.price.PriceSource;
import io.assay.core.reading.Reader;
import io.assay.core.reputation.DayCell;
import io.assay.core.score.Aftermath;
import io.assay.core.score.Counted;
import io.assay.core.score.Experience;
import io.assay.core.score.Form;
import io.assay.core.score.Habit;
import io.assay.core.score.Scored;
import io.assay.core.score.Voided;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Lies to the audit, a bit at a time, and takes books up that were lied in.
class AuditTest {
  private static final Instant FROM = Instant.parse("2024-03-01T11:58:00Z");
  private static final ChannelId CHANNEL = new ChannelId(1_700_000_001);
  private static final PriceSource FLAT = new FlowSamples.Flat(Chain.SOLANA, 2);
  private static final PriceSource NOBODY = _ -> new Answer.Unanswerable("nobody knows");

  private final MemoryBooks books = new MemoryBooks();

  /// A row of the ledger.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(Table table, byte[] key, byte[] value) {}

  private static Replay replay(MemoryBooks into, PriceSource prices) {
    return new Replay(into, prices, new Replay.Limits(4, 1 << 20));
  }

  /// A settled call, an open one, chatter, and an address whose chain is asked for.
  private void play() {
    Reader reader = new Reader();
    List<Sighting> sightings = new ArrayList<>();
    Map<Duration, String> posts =
        Map.of(
            Duration.ZERO,
            FlowSamples.call(FlowSamples.SOLANA),
            Duration.ofHours(1),
            "Good morning",
            Duration.ofDays(39),
            FlowSamples.call(FlowSamples.token(1)),
            Duration.ofDays(40),
            FlowSamples.call(FlowSamples.EVM));
    posts.keySet().stream()
        .sorted()
        .forEach(after -> {
          MessageRef ref = new MessageRef(CHANNEL, after.toHours());
          Timing timing = Timing.imported(FROM.plus(after));
          Content content = Content.of(posts.getOrDefault(after, ""));
          sightings.add(Sighting.of(MessageEvent.imported(ref, timing, content), reader));
        });
    sightings.addAll(afterwards(reader));
    sightings.sort(Comparator.comparing(it -> it.event().timing().receivedAt()));
    Replay replay = replay(books, FLAT);
    replay.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(CHANNEL, "A channel"), FROM);
    replay.hear(sightings.iterator());
  }

  /// A post is deleted, and another one looked at.
  private static List<Sighting> afterwards(Reader reader) {
    Instant later = FROM.plus(Duration.ofDays(39)).plusSeconds(60);
    List<Sighting> afterwards = new ArrayList<>();
    for (EventKind kind : List.of(EventKind.DELETED, EventKind.ENGAGEMENT)) {
      MessageRef ref = new MessageRef(CHANNEL, kind == EventKind.DELETED ? 0 : 1);
      Engagement counts = new Engagement(900, 5, 7, 1);
      Timing timing = new Timing(FROM, later, later, Evidence.LIVE);
      afterwards.add(
          Sighting.of(new MessageEvent(ref, kind, timing, Content.EMPTY, counts), reader));
    }
    return afterwards;
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Table table : Table.values()) {
      books.ledger().scan(table, new byte[0], (key, value) -> rows.add(new Row(table, key, value)));
    }
    return rows;
  }

  private void put(Row row) {
    books.transact(() -> books.ledger().put(row.table, row.key, row.value));
  }

  private void remove(Row row) {
    books.transact(() -> books.ledger().remove(row.table, row.key));
  }

  private static Row flipped(Row row, int bit) {
    byte[] value = row.value.clone();
    value[bit / 8] ^= (byte) (1 << bit % 8);
    return new Row(row.table, row.key, value);
  }

  /// Reads a row as what its table holds.
  private static Object read(Row row) {
    return switch (row.table) {
      case STANDING -> {
        MemoryBooks alone = new MemoryBooks();
        alone.transact(() -> alone.ledger().put(row.table, row.key, row.value));
        yield Standing.of(alone.ledger(), CallFlow.VERSION);
      }
      case CHANNELS -> ChannelAccount.ofBytes(row.value);
      case CALLS -> Call.ofBytes(row.value);
      case EPISODES -> CanonReader.whole(row.value, CallId::read);
      case DEFERRALS -> Deferral.ofBytes(row.value);
      case WANTS -> Want.ofBytes(row.value);
      case TALLIES -> DayCell.ofBytes(row.value);
      case CHANGES -> row;
      case FAILURES -> FailedMessage.ofBytes(row.value);
      case LINKS -> Links.ofBytes(row.value);
      case RECENT -> RecentCalls.ofBytes(row.value);
      case MEETINGS -> Meetings.ofBytes(row.value);
      case TELLINGS -> Telling.ofBytes(row.value);
      case MESSAGES -> Aftermath.ofBytes(row.value);
      case HABITS -> Habit.ofBytes(row.value);
      case SCORES -> Scored.ofBytes(row.value);
      case FORMS -> Form.ofBytes(row.value);
      case CHANCES -> Experience.ofBytes(row.value);
      case COUNTED -> Counted.ofBytes(row.value);
      case VOIDS -> Voided.ofBytes(row.value);
    };
  }

  private static void assertReadOrDamaged(Supplier<Object> reading) {
    try {
      assertThat(reading.get()).isNotNull();
    } catch (CanonException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  @Test
  void of_soundBooks_findsNothing() {
    play();
    Audit.Report report = Audit.of(books);
    assertThat(report.findings()).isEmpty();
    assertThat(report.lag()).isZero();
    assertThat(rows())
        .extracting(Row::table)
        .contains(Table.STANDING, Table.WANTS, Table.DEFERRALS, Table.CALLS, Table.TALLIES)
        .contains(Table.MESSAGES, Table.HABITS, Table.SCORES, Table.FORMS, Table.COUNTED);
  }

  @Test
  void of_anyBitOfTheStandingFlipped_findsIt() {
    play();
    Row standing = rows().getFirst();
    assertThat(standing.table).isEqualTo(Table.STANDING);
    for (int bit = 0; bit < standing.value.length * 8; bit++) {
      put(flipped(standing, bit));
      Audit.Report report = Audit.of(books);
      assertThat(report.findings().size() + report.lag()).as("bit %d", bit).isPositive();
    }
    put(standing);
    assertThat(Audit.of(books).findings()).isEmpty();
  }

  @Test
  void of_aBitOfAnyRowFlipped_findsIt() {
    play();
    for (Row row : rows()) {
      for (int bit = row.table.word().length(); bit < row.value.length * 8; bit += 29) {
        put(flipped(row, bit));
        Audit.Report report = Audit.of(books);
        assertThat(report.findings()).as("%s, bit %d", row.table, bit).isNotEmpty();
        put(row);
      }
    }
    assertThat(Audit.of(books).findings()).isEmpty();
  }

  @Test
  void read_anyBitOfAnyRowOrEntryFlipped_isAValueOrDamage() {
    play();
    for (Row row : rows()) {
      for (int bit = 0; bit < row.value.length * 8; bit++) {
        Row lie = flipped(row, bit);
        assertReadOrDamaged(() -> read(lie));
      }
    }
    books
        .journal()
        .read(block -> {
          for (byte[] entry : block.entries()) {
            for (int bit = 0; bit < entry.length * 8; bit++) {
              Row lie = flipped(new Row(Table.CHANGES, new byte[0], entry), bit);
              assertReadOrDamaged(() -> EntryBytes.parse(lie.value));
            }
          }
        });
  }

  @Test
  void replay_anyBitOfTheStandingFlipped_isTakenUpOrDamage() {
    play();
    List<Row> sound = rows();
    Row standing = sound.getFirst();
    for (int bit = 0; bit < standing.value.length * 8; bit++) {
      put(flipped(standing, bit));
      assertReadOrDamaged(() -> replay(books, NOBODY));
      rows().forEach(this::remove);
      sound.forEach(this::put);
    }
  }

  @Test
  void of_aLedgerThatWasEmptied_tellsHowFarItIsBehind() {
    play();
    byte[] before = FlowSamples.rows(books);
    long entries = books.journal().head().entries();
    rows().forEach(this::remove);
    assertThat(Audit.of(books).lag()).isEqualTo(entries);
    Replay again = replay(books, FLAT);
    assertThat(again.run().counts().messages()).isZero();
    assertThat(FlowSamples.rows(books)).isEqualTo(before);
    assertThat(books.journal().head().entries()).isEqualTo(entries);
    assertThat(Audit.of(books).findings()).isEmpty();
  }

  @Test
  void replay_aLedgerAheadOfItsJournal_isRefused() {
    play();
    Standing standing = Standing.of(books.ledger(), CallFlow.VERSION);
    books.transact(() -> standing.after(FROM).save(books.ledger()));
    assertThatThrownBy(() -> replay(books, FLAT))
        .isInstanceOf(CanonException.class)
        .hasMessageContaining("something was cut off");
    assertThat(Audit.of(books).findings()).anyMatch(it -> it.contains("the journal is cut off"));
  }

  /// Books of one order, made under another fold version.
  private void orderUnder(int version) {
    JournalEntry rules =
        new JournalEntry.Ordered(FROM, new Command.RulesInForce(CallRules.DEFAULT, version));
    books.transact(() -> {
      books.journal().append(List.of(Leaf.of(EntryBytes.of(rules))));
      new Standing(version, 1, FROM, CallRules.DEFAULT, Sha256.ZERO).save(books.ledger());
    });
  }

  @Test
  void of_booksOfAnotherFoldVersion_saysThatTheyAreNotCompared() {
    orderUnder(CallFlow.VERSION - 1);
    assertThat(Audit.of(books).findings())
        .containsExactly(
            "ledger: of fold version %d, this Assay folds %d: not compared"
                .formatted(CallFlow.VERSION - 1, CallFlow.VERSION));
  }

  @Test
  void replay_booksOfAnotherFoldVersion_isRefusedAlsoWithoutTheirLedger() {
    orderUnder(CallFlow.VERSION - 1);
    assertThatThrownBy(() -> replay(books, FLAT))
        .isInstanceOf(CanonException.class)
        .hasMessageContaining("fold version");
    rows().forEach(this::remove);
    assertThatThrownBy(() -> replay(books, FLAT))
        .isInstanceOf(CanonException.class)
        .hasMessageContaining("fold version");
    assertThat(rows()).isEmpty();
  }
}
