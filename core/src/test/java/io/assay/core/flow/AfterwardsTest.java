package io.assay.core.flow;

import static io.assay.core.flow.AfterScene.at;
import static io.assay.core.flow.AfterScene.id;
import static io.assay.core.flow.AfterScene.ref;
import static io.assay.core.flow.LiveScene.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.call.CallState;
import io.assay.core.flow.Live.Outcome;
import io.assay.core.ledger.Result;
import io.assay.core.ledger.Table;
import io.assay.core.message.Engagement;
import io.assay.core.output.Deletions;
import io.assay.core.reading.Importance;
import io.assay.core.score.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What becomes of messages after they were posted: taken away, answered.
class AfterwardsTest {
  private static final Instant LATER = at(1).plus(Duration.ofHours(3));

  private final AfterScene scene = new AfterScene();
  private final Live live = scene.live;

  private Outcome hear(Sighting sighting) {
    return live.hear(List.of(sighting)).outcomes().getFirst();
  }

  private long changes(Change.Kind kind) {
    long[] found = new long[1];
    byte[] some = new Change(id(1), kind, 0, LATER).toBytes();
    scene
        .books
        .ledger()
        .scan(
            Table.CHANGES,
            new byte[0],
            (_, row) -> {
              byte[] call = id(1).toBytes();
              boolean same = row.length > call.length && row[call.length] == some[call.length];
              found[0] += same ? 1 : 0;
            });
    return found[0];
  }

  @Test
  void delete_aMessageWithACall_keepsTheCallAndMarksIt() {
    scene.calls(1, 3);
    hear(scene.deleted(3, LATER));
    assertThat(scene.aftermath(3).deletedAt()).isEqualTo(LATER);
    assertThat(Deletions.of(scene.books.ledger()).deletedAt(ref(3))).isEqualTo(LATER);
    assertThat(scene.account().deletions()).isEqualTo(1);
    assertThat(changes(Change.Kind.DELETED)).isEqualTo(1);
    scene.answerUntil(LiveScene.END);
    assertThat(scene.found(3).state()).isEqualTo(CallState.RESOLVED);
    assertThat(scene.account().counts().opened()).isEqualTo(3);
  }

  @Test
  void delete_twice_isJournaledOnceAndCountedOnce() {
    scene.calls(1, 1);
    assertThat(hear(scene.deleted(1, LATER)))
        .isEqualTo(new Outcome.Done(new Folded.Judged(new Result.Ignored("delete"))));
    byte[] before = FlowSamples.rows(scene.books);
    long entries = scene.scene.entries();
    assertThat(hear(scene.deleted(1, LATER))).isEqualTo(new Outcome.Known());
    assertThat(hear(scene.deleted(1, LATER.plusSeconds(60)))).isEqualTo(new Outcome.Known());
    assertThat(scene.scene.entries()).isEqualTo(entries);
    assertThat(FlowSamples.rows(scene.books)).isEqualTo(before);
  }

  @Test
  void delete_whatWasNeverHeard_isJournaledAndCounted() {
    assertThat(hear(scene.deleted(99, LATER))).isInstanceOf(Outcome.Done.class);
    assertThat(hear(scene.deleted(99, LATER))).isEqualTo(new Outcome.Known());
    assertThat(scene.account().deletions()).isEqualTo(1);
    assertThat(changes(Change.Kind.DELETED)).isZero();
    assertThat(scene.aftermath(99).isDeleted()).isTrue();
  }

  @Test
  void delete_thenTheTextAgain_isNoNewCall() {
    scene.calls(1, 1);
    hear(scene.deleted(1, LATER));
    assertThat(hear(scene.calling(1))).isEqualTo(new Outcome.Known());
    assertThat(scene.account().counts().opened()).isEqualTo(1);
  }

  @Test
  void deletions_ofWinnersAndLosers_areCountedByWhatBecameOfTheCalls() {
    scene.calls(1, 12); // 3, 6, 9 and 12 win
    List<Sighting> deletions = new ArrayList<>();
    for (int id : new int[] {1, 2, 4, 5, 6}) {
      deletions.add(scene.deleted(id, at(13)));
    }
    scene.hear(deletions);
    assertThat(Deletions.of(scene.books.ledger()).of(CHANNEL).keptWinners())
        .as("nothing is known of the latest yet")
        .isLessThan(3);
    scene.answerUntil(LiveScene.END);
    assertThat(Deletions.of(scene.books.ledger()).of(CHANNEL))
        .isEqualTo(new Deletions.Tally(4, 4, 1, 3));
    assertThat(Deletions.of(scene.books.ledger()).tallies()).containsOnlyKeys(CHANNEL);
  }

  @Test
  void look_again_isNewsWhereItIsLater() {
    scene.calls(1, 1);
    assertThat(hear(scene.looked(1, LATER, 40)))
        .isEqualTo(new Outcome.Done(new Folded.Judged(new Result.Ignored("engagement"))));
    assertThat(hear(scene.looked(1, LATER, 40))).isEqualTo(new Outcome.Known());
    assertThat(hear(scene.looked(1, LATER.minusSeconds(1), 30))).isEqualTo(new Outcome.Known());
    assertThat(hear(scene.looked(1, LATER.plusSeconds(1), 40))).isInstanceOf(Outcome.Done.class);
    assertThat(scene.aftermath(1).latest().at()).isEqualTo(LATER.plusSeconds(1));
    assertThat(scene.aftermath(1).latest().counts()).isEqualTo(new Engagement(400, 40, 0, 0));
    assertThat(scene.account().counts().ignored()).containsEntry("engagement", 2L);
  }

  @Test
  void look_changesNothingThatWasDecidedBefore() {
    scene.calls(1, 2);
    byte[] calls = scene.rows(Table.CALLS);
    Score first = scene.scored(1).first().score();
    scene.hear(List.of(scene.looked(1, LATER, 1_000)));
    assertThat(scene.rows(Table.CALLS)).isEqualTo(calls);
    assertThat(scene.scored(1).first().score()).isEqualTo(first);
  }

  @Test
  void look_whereWhatIsUsualIsKnown_scoresTheCallAgain() {
    scene.calls(1, 21);
    List<Sighting> looks = new ArrayList<>();
    for (int id = 1; id <= 20; id++) {
      looks.add(scene.looked(id, at(22).plusSeconds(id), 100));
    }
    scene.hear(looks);
    assertThat(scene.scored(20).again()).as("nothing was usual yet").isZero();
    scene.hear(List.of(scene.looked(21, at(23), 50)));
    Score later = scene.scored(21).latest().score();
    assertThat(scene.scored(21).again()).isEqualTo(1);
    assertThat(scene.scored(21).first().score().message().factors())
        .extracting(Importance.Factor::part)
        .doesNotContain(Importance.Part.ENGAGEMENT);
    assertThat(later.message().factors().getLast().points()).isBetween(47.0, 53.0);
    assertThat(changes(Change.Kind.SCORED)).isEqualTo(1);
    scene.hear(List.of(scene.looked(21, at(24), 200)));
    assertThat(scene.scored(21).latest().score().message().factors().getLast().points())
        .isEqualTo(100);
    assertThat(scene.scored(21).first()).isNotEqualTo(scene.scored(21).latest());
  }

  @Test
  void look_atAMessageAgain_countsItOnceInWhatIsUsual() {
    scene.calls(1, 1);
    for (int look = 1; look <= 30; look++) {
      hear(scene.looked(1, LATER.plusSeconds(look), 10L * look));
    }
    assertThat(scene.rows(Table.HABITS))
        .isEqualTo(otherwise(scene.looked(1, LATER.plusSeconds(30), 300)));
  }

  /// What is usual in other books, where only this was looked at.
  private static byte[] otherwise(Sighting look) {
    AfterScene other = new AfterScene();
    other.calls(1, 1);
    other.hear(List.of(look));
    return other.rows(Table.HABITS);
  }

  @Test
  void post_heardLive_tellsNothingOfItsAnswer() {
    hear(scene.backfilled(1, at(1).plusSeconds(30), new Engagement(5, 5, 5, 5)));
    assertThat(scene.aftermath(1).latest().isMissing()).isTrue();
    assertThat(scene.rows(Table.HABITS)).isEmpty();
  }

  @Test
  void post_backfilled_tellsOfItsAnswerAsItWasHeard() {
    hear(scene.backfilled(1, at(9), new Engagement(5, 6, 7, 8)));
    assertThat(scene.aftermath(1).latest().at()).isEqualTo(at(9));
    assertThat(scene.aftermath(1).latest().counts()).isEqualTo(new Engagement(5, 6, 7, 8));
  }

  @Test
  void look_ofNothing_leavesNoTrace() {
    scene.calls(1, 1);
    hear(scene.backfilled(2, at(9), Engagement.NONE));
    assertThat(scene.rows(Table.MESSAGES)).isEmpty();
  }
}
