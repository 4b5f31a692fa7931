package io.assay.core.flow;

import static io.assay.core.flow.AfterScene.at;
import static io.assay.core.flow.AfterScene.id;
import static io.assay.core.flow.LiveScene.END;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.call.CallState;
import io.assay.core.flow.Live.Outcome;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.Leaf;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.message.Engagement;
import io.assay.core.output.CallTable;
import io.assay.core.output.Report;
import io.assay.core.output.TrackRecord;
import io.assay.core.score.Voided;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Calls that are declared void, and histories that are admitted.
class VoidTest {
  private static final Instant MUCH_LATER = END.plus(Duration.ofDays(40));

  private final AfterScene scene = new AfterScene();
  private final Live live = scene.live;

  private static Command voided(int message) {
    return new Command.CallVoided(id(message), "misread");
  }

  private TrackRecord record() {
    return Report.of(scene.books.ledger(), CallFlow.VERSION).channels().getFirst();
  }

  /// Where the sums are to which calls add.
  private static final List<Table> SUMS = List.of(Table.TALLIES, Table.COUNTED);

  @Test
  void void_ofASettledCall_takesAwayExactlyWhatItAdded() {
    scene.calls(1, 12);
    scene.answerUntil(MUCH_LATER);
    live.pass(MUCH_LATER);
    for (int id : new int[] {3, 4, 12}) {
      live.order(MUCH_LATER, voided(id));
    }

    AfterScene without = new AfterScene();
    for (int id = 1; id <= 12; id++) {
      if (id != 3 && id != 4 && id != 12) {
        without.hear(List.of(without.calling(id)));
      }
    }
    without.answerUntil(MUCH_LATER);
    without.live.pass(MUCH_LATER);
    for (Table table : SUMS) {
      assertThat(scene.rows(table)).as(table.word()).isEqualTo(without.rows(table));
    }
    TrackRecord other = Report.of(without.books.ledger(), CallFlow.VERSION).channels().getFirst();
    assertThat(record().returns()).isEqualTo(other.returns());
    assertThat(record().judgement()).isEqualTo(other.judgement());
    assertThat(record().classic()).isEqualTo(other.classic());
  }

  @Test
  void void_ofAllCalls_leavesNoSums() {
    scene.calls(1, 6);
    scene.answerUntil(MUCH_LATER);
    assertThat(scene.rows(Table.TALLIES)).isNotEmpty();
    for (int id = 1; id <= 6; id++) {
      live.order(MUCH_LATER, voided(id));
    }
    for (Table table : SUMS) {
      assertThat(scene.rows(table)).as(table.word()).isEmpty();
    }
    assertThat(record().returns().isEmpty()).isTrue();
  }

  @Test
  void void_ofAnOpenCall_isFollowedAndNeverCounts() {
    scene.calls(3, 3);
    live.order(at(3).plusSeconds(60), voided(3));
    scene.answerUntil(MUCH_LATER);
    assertThat(scene.found(3).state()).isEqualTo(CallState.RESOLVED);
    for (Table table : SUMS) {
      assertThat(scene.rows(table)).as(table.word()).isEmpty();
    }
    assertThat(record().returns().isEmpty()).isTrue();
    assertThat(record().callsInAll()).isEqualTo(1);
  }

  @Test
  void void_isKeptWithItsReasonAndShown() {
    scene.calls(1, 1);
    live.order(END, voided(1));
    byte[] row = scene.books.ledger().find(Table.VOIDS, id(1).toBytes());
    assertThat(Voided.ofBytes(Objects.requireNonNull(row))).isEqualTo(new Voided(END, "misread"));
    List<List<String>> rows = new ArrayList<>();
    CallTable.rows(scene.books.ledger(), standing(), rows::add);
    assertThat(rows.getFirst().get(CallTable.header().indexOf("void"))).isEqualTo("misread");
    assertThat(rows.getFirst()).hasSameSizeAs(CallTable.header());
  }

  private Standing standing() {
    return Report.of(scene.books.ledger(), CallFlow.VERSION).standing();
  }

  @Test
  void void_twiceOrOfNoCall_writesNothing() {
    scene.calls(1, 1);
    assertThat(live.order(END, voided(1))).isInstanceOf(Outcome.Done.class);
    long entries = scene.scene.entries();
    byte[] rows = FlowSamples.rows(scene.books);
    assertThat(live.order(END, new Command.CallVoided(id(1), "another reason")))
        .isEqualTo(new Outcome.Known());
    assertThat(live.order(END, voided(77))).isEqualTo(new Outcome.Known());
    assertThat(scene.scene.entries()).isEqualTo(entries);
    assertThat(FlowSamples.rows(scene.books)).isEqualTo(rows);
    assertThat(live.holds(id(1))).isTrue();
    assertThat(live.holds(id(77))).isFalse();
  }

  @Test
  void void_twiceInTheJournal_changesNothingTheSecondTime() {
    scene.calls(1, 3);
    scene.answerUntil(MUCH_LATER);
    scene.scene.books.ledgerFails = true;
    live.hear(List.of(scene.calling(300)));
    for (int i = 0; i < 2; i++) {
      assertThat(live.order(MUCH_LATER, voided(2))).isEqualTo(new Outcome.Owed());
      assertThat(live.order(MUCH_LATER, voided(78))).isEqualTo(new Outcome.Owed());
    }
    scene.scene.books.ledgerFails = false;
    LiveScene.catchUp(live);
    assertThat(record().returns().n()).isEqualTo(2);
    assertThat(Audit.of(scene.books).findings()).isEmpty();
  }

  @Test
  void void_letsTheChannelCallTheAssetAnew() {
    scene.calls(1, 1);
    Sighting again =
        scene.scene.sighting(LiveScene.event(50, at(50), FlowSamples.call(FlowSamples.address(1))));
    live.order(at(2), voided(1));
    scene.hear(List.of(again));
    assertThat(record().callsInAll()).isEqualTo(2);
    assertThat(live.holds(id(50))).isTrue();
  }

  private void backfill() {
    for (int id = 1; id <= 12; id++) {
      live.hear(List.of(scene.backfilled(id, at(20 + id), Engagement.NONE)));
    }
    scene.answerUntil(MUCH_LATER);
  }

  @Test
  void admit_countsWhatWasBackfilledFromThereOn() {
    backfill();
    assertThat(record().returns().isEmpty()).isTrue();
    assertThat(scene.rows(Table.TALLIES)).isEmpty();
    live.order(MUCH_LATER, new Command.BackfillAdmitted(LiveScene.CHANNEL));
    assertThat(record().returns().n()).isEqualTo(12);
    assertThat(record().returns().wins()).isEqualTo(4);
    assertThat(scene.account().admitted()).isTrue();

    AfterScene heardLive = new AfterScene();
    heardLive.calls(1, 12);
    heardLive.answerUntil(MUCH_LATER);
    assertThat(scene.rows(Table.TALLIES))
        .as("by the day of maturity, as if they had been heard in time")
        .isEqualTo(heardLive.rows(Table.TALLIES));
  }

  @Test
  void admit_beforeTheOutcome_countsItWhenItIsKnown() {
    live.order(at(0), new Command.BackfillAdmitted(LiveScene.CHANNEL));
    backfill();
    assertThat(record().returns().n()).isEqualTo(12);
  }

  @Test
  void admit_twice_writesNothingTheSecondTime() {
    backfill();
    live.order(MUCH_LATER, new Command.BackfillAdmitted(LiveScene.CHANNEL));
    byte[] rows = FlowSamples.rows(scene.books);
    assertThat(live.order(END, new Command.BackfillAdmitted(LiveScene.CHANNEL)))
        .isEqualTo(new Outcome.Known());
    assertThat(FlowSamples.rows(scene.books)).isEqualTo(rows);
  }

  @Test
  void admit_leavesVoidCallsOut() {
    backfill();
    live.order(MUCH_LATER, voided(3));
    live.order(MUCH_LATER, new Command.BackfillAdmitted(LiveScene.CHANNEL));
    assertThat(record().returns().n()).isEqualTo(11);
    live.order(MUCH_LATER, voided(6));
    assertThat(record().returns().n()).isEqualTo(10);
    assertThat(record().returns().wins()).isEqualTo(2);
  }

  /// Calls, deletions, looks, voids and an admission, as they come.
  private void everything() {
    List<Sighting> history = new ArrayList<>();
    for (int id = 1; id <= 24; id++) {
      boolean late = id % 4 == 0;
      history.add(
          late
              ? scene.backfilled(id, at(id).plusSeconds(4_000), new Engagement(1, id, 2, 3))
              : scene.calling(id));
      history.add(scene.looked(id, at(id).plusSeconds(5_000), 30L + id));
      if (id % 5 == 0) {
        history.add(scene.deleted(id, at(id).plusSeconds(6_000)));
      }
      history.add(scene.looked(Math.max(1, id - 4), at(id).plusSeconds(7_000), 90L + id));
    }
    scene.hear(history.subList(0, 30));
    live.order(at(13), voided(5));
    scene.hear(history.subList(30, history.size()));
    live.order(at(29), voided(9));
    scene.answerUntil(END);
    live.order(END, new Command.BackfillAdmitted(LiveScene.CHANNEL));
    live.order(END, voided(8));
    live.order(END, voided(9));
    scene.hear(List.of(scene.calling(170), scene.calling(171)));
    scene.answerUntil(MUCH_LATER);
    live.pass(MUCH_LATER);
  }

  @Test
  void fold_inBatchesOfAnySize_isTheSameLedgerAndTheAuditAgrees() {
    everything();
    byte[] whole = FlowSamples.rows(scene.books);
    for (Table table :
        List.of(Table.MESSAGES, Table.HABITS, Table.SCORES, Table.FORMS, Table.VOIDS)) {
      assertThat(scene.rows(table)).as(table.word()).isNotEmpty();
    }
    assertThat(Audit.of(scene.books).findings()).isEmpty();
    for (int batch : new int[] {1, 3, 7, 100_000}) {
      assertThat(refolded(batch)).as("batches of %d", batch).isEqualTo(whole);
    }
  }

  private byte[] refolded(int batch) {
    MemoryBooks again = new MemoryBooks();
    again.transact(() -> {
      scene.books.archive().read((name, bytes) -> again.archive().keep(name, bytes));
      scene
          .books
          .journal()
          .read(block -> again.journal().append(block.entries().stream().map(Leaf::of).toList()));
    });
    Live folding = new Live(again, new Replay.Limits(batch, 1 << 30));
    while (folding.lag() > 0) {
      folding.catchUp();
      if (batch == 7) {
        folding.forget(); // nothing at hand from one batch to the next
      }
    }
    return FlowSamples.rows(again);
  }

  @Test
  void hear_again_whatIsKnown_writesNothing() {
    everything();
    byte[] rows = FlowSamples.rows(scene.books);
    List<Sighting> again =
        List.of(scene.deleted(5, at(40)), scene.looked(3, at(3).plusSeconds(5_000), 33));
    assertThat(live.hear(again).outcomes()).containsOnly(new Outcome.Known());
    assertThat(FlowSamples.rows(scene.books)).isEqualTo(rows);
  }
}
