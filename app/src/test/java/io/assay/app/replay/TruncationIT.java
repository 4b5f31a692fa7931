package io.assay.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.live.Tables;
import io.assay.core.asof.AsOf;
import io.assay.core.asset.Majors;
import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.Exit;
import io.assay.core.call.Horizon;
import io.assay.core.flow.CallFlow;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.output.Report;
import io.assay.core.output.TrackRecord;
import io.assay.core.price.PriceSource;
import io.assay.core.reputation.DayCell;
import io.assay.core.reputation.DayKey;
import io.assay.sim.History;
import io.assay.sim.HistoryPlan;
import io.assay.sim.SimulatedPrices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing looks ahead: what the full books say of an instant is, byte for byte, what books say
/// that were given no more than was known then. Faults that do look ahead are put in on purpose, to
/// see that they are found.
class TruncationIT {
  private static final HistoryPlan QUARTER =
      new HistoryPlan(
          11, 5, 700, 24, 0.25, Instant.parse("2024-01-01T00:00:00Z"), 60, 32, Duration.ofHours(1));
  private static final int INSTANTS = 50;
  private static final History HISTORY = History.of(QUARTER);

  private static List<Sighting> heard = List.of();
  private static MemoryBooks full = new MemoryBooks();

  @TempDir static Path folder;
  private static int folders;

  @BeforeAll
  static void play() {
    heard =
        Stream.generate(Played.sightings(HISTORY)::next).limit(HISTORY.events().size()).toList();
    full = played(QUARTER.end(), new SimulatedPrices(HISTORY));
  }

  /// Books that heard what there was until the instant, and were told those prices.
  private static MemoryBooks played(Instant until, PriceSource prices) {
    MemoryBooks books = new MemoryBooks();
    Replay replay = new Replay(books, prices, Replay.Limits.BULK);
    replay.order(CallRules.DEFAULT, Majors.shippedText(), HISTORY.titles(), QUARTER.from());
    replay.hear(
        heard.stream().filter(one -> !one.event().timing().receivedAt().isAfter(until)).iterator());
    replay.pass(until);
    return books;
  }

  /// Instants all over the quarter, and the very ones at which something falls due.
  @SuppressWarnings("EnumOrdinal") // which one does not matter, only that all come
  private static List<Instant> instants() {
    TreeSet<Instant> instants = new TreeSet<>();
    long span = Duration.between(QUARTER.from(), QUARTER.end()).toSeconds();
    for (int i = 1; i <= INSTANTS / 2; i++) {
      instants.add(QUARTER.from().plusSeconds(span * i / (INSTANTS / 2 + 1) + 37L * i));
    }
    List<Call> calls = calls(full.ledger());
    for (int i = 0; instants.size() < INSTANTS; i++) {
      Call call = calls.get(i * 5 % calls.size());
      Horizon horizon = Horizon.values()[i % Horizon.values().length];
      Duration answered = i % 2 == 0 ? Duration.ZERO : Duration.ofMinutes(32);
      instants.add(call.claim().at().plus(horizon.after()).plus(answered));
    }
    return List.copyOf(instants);
  }

  private static List<Call> calls(Ledger ledger) {
    List<Call> calls = new ArrayList<>();
    ledger.scan(Table.CALLS, new byte[0], (_, row) -> calls.add(Call.ofBytes(row)));
    return calls;
  }

  /// Both tables as they would be published.
  private static String exported(Ledger ledger) throws IOException {
    Path out = folder.resolve(Integer.toString(folders++));
    Tables.write(out, ledger, Report.of(ledger, CallFlow.VERSION));
    return Files.readString(out.resolve("channels.csv"), StandardCharsets.UTF_8)
        + Files.readString(out.resolve("calls.csv"), StandardCharsets.UTF_8);
  }

  /// The instants at which the books say something else than was known then.
  ///
  /// @param fault what the prices go through, in the full books and in the cut ones
  private static List<Instant> differing(MemoryBooks books, UnaryOperator<PriceSource> fault)
      throws IOException {
    List<Instant> differing = new ArrayList<>();
    PriceSource all = new SimulatedPrices(HISTORY);
    for (Instant at : instants()) {
      MemoryBooks cut = played(at, fault.apply(new KnownPrices(all, at)));
      if (!exported(AsOf.ledger(books, at)).equals(exported(cut.ledger()))) {
        differing.add(at);
      }
    }
    return differing;
  }

  @Test
  void asOf_anyInstant_isWhatDataCutThereGives() throws IOException {
    assertThat(instants()).hasSize(INSTANTS);
    assertThat(calls(full.ledger())).hasSizeGreaterThan(60);
    assertThat(differing(full, UnaryOperator.identity())).isEmpty();
  }

  @Test
  void asOf_theEnd_isTheLedgerItself() {
    assertThat(Played.digest(AsOf.ledger(full, QUARTER.end())))
        .isEqualTo(Played.digest(full.ledger()));
  }

  @Test
  void asOf_beforeAnything_isNothing() {
    Ledger ledger = AsOf.ledger(full, QUARTER.from().minusSeconds(1));
    assertThat(calls(ledger)).isEmpty();
    assertThat(Report.of(ledger, CallFlow.VERSION).channels()).isEmpty();
  }

  @Test
  void asOf_afterTheEnd_onlyLetsTimePass() {
    Instant later = QUARTER.end().plus(Duration.ofDays(30));
    Ledger ledger = AsOf.ledger(full, later);
    assertThat(calls(ledger)).isEqualTo(calls(full.ledger()));
    assertThat(Report.of(ledger, CallFlow.VERSION).standing().clock()).isEqualTo(later);
  }

  @Test
  void prices_thatLendTomorrowsCandle_areFound() throws IOException {
    UnaryOperator<PriceSource> tomorrow = KnownPrices.Tomorrow::new;
    MemoryBooks ahead = played(QUARTER.end(), tomorrow.apply(new SimulatedPrices(HISTORY)));
    assertThat(differing(ahead, tomorrow)).hasSizeGreaterThan(INSTANTS / 2);
  }

  @Test
  void ledgerOfToday_underTheClockOfThen_isFound() throws IOException {
    Instant at = QUARTER.from().plus(Duration.ofDays(40));
    Ledger then = AsOf.ledger(full, at);
    Ledger today = new Mixed(full.ledger(), Table.STANDING, then);
    assertThat(exported(today)).isNotEqualTo(exported(then));
  }

  /// Channels of which the judgement rests on other calls than those that are seven days old by the
  /// end of that day and decided. Both of the ledgers that are compared above would count alike, so
  /// this is counted from the calls themselves.
  private static List<ChannelId> judgedOnOthers(Ledger ledger) {
    Report report = Report.of(ledger, CallFlow.VERSION);
    long today = day(report.standing().clock());
    Map<ChannelId, Long> mature = new HashMap<>();
    for (Call call : calls(ledger)) {
      boolean decided = call.track().exit(Barrier.REFERENCE) instanceof Exit.Done;
      if (decided && day(call.claim().at().plus(Barrier.TIME_OUT.after())) <= today) {
        mature.merge(call.channel(), 1L, Long::sum);
      }
    }
    List<ChannelId> others = new ArrayList<>();
    for (TrackRecord channel : report.channels()) {
      ChannelId id = channel.account().channel();
      long judged =
          channel.judgement() instanceof TrackRecord.Judgement.Made(var made)
              ? made.sample().n()
              : 0;
      if (judged != mature.getOrDefault(id, 0L)) {
        others.add(id);
      }
    }
    return others;
  }

  private static long day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }

  @Test
  void judgement_atAnyInstant_restsOnMatureCallsAlone() {
    for (Instant at : instants()) {
      assertThat(judgedOnOthers(AsOf.ledger(full, at))).as(at.toString()).isEmpty();
    }
  }

  @Test
  void tally_thatCountsBeforeMaturity_isFound() {
    long found =
        instants().stream()
            .filter(at -> !judgedOnOthers(new EarlyTallies(AsOf.ledger(full, at))).isEmpty())
            .count();
    assertThat(found).isGreaterThan(INSTANTS / 2);
  }

  /// A ledger of which one table is another's.
  private static class Mixed implements Ledger {
    private final Ledger ledger;
    private final Table table;
    private final Ledger other;

    Mixed(Ledger ledger, Table table, Ledger other) {
      this.ledger = ledger;
      this.table = table;
      this.other = other;
    }

    private Ledger of(Table asked) {
      return asked == table ? other : ledger;
    }

    @Override
    public byte @Nullable [] find(Table asked, byte[] key) {
      return of(asked).find(asked, key);
    }

    @Override
    public boolean isEmpty(Table asked) {
      return of(asked).isEmpty(asked);
    }

    @Override
    public void put(Table asked, byte[] key, byte[] value) {
      throw new UnsupportedOperationException("only read");
    }

    @Override
    public void remove(Table asked, byte[] key) {
      throw new UnsupportedOperationException("only read");
    }

    @Override
    public void scan(Table asked, byte[] prefix, RowReader reader) {
      of(asked).scan(asked, prefix, reader);
    }
  }

  /// A ledger whose tallies count every call as soon as it is decided.
  private static final class EarlyTallies extends Mixed {
    EarlyTallies(Ledger ledger) {
      super(ledger, Table.TALLIES, ledger);
    }

    @Override
    public void scan(Table asked, byte[] prefix, RowReader reader) {
      if (asked != Table.TALLIES) {
        super.scan(asked, prefix, reader);
        return;
      }
      Map<DayKey, DayCell> early = new HashMap<>();
      super.scan(
          asked,
          prefix,
          (key, value) -> {
            DayKey day = DayKey.ofBytes(key);
            DayKey seven = new DayKey(day.channel(), day.pool(), day.epochDay() - 7);
            early.merge(seven, DayCell.ofBytes(value), DayCell::plus);
          });
      early.forEach((day, cell) -> reader.row(day.toBytes(), cell.toBytes()));
    }
  }
}
