package io.assay.core.flow;

import static io.assay.core.flow.FlowSamples.SOLANA;
import static io.assay.core.flow.FlowSamples.call;
import static io.assay.core.flow.FlowSamples.rows;
import static io.assay.core.flow.LiveScene.CHANNEL;
import static io.assay.core.flow.LiveScene.END;
import static io.assay.core.flow.LiveScene.FLAT;
import static io.assay.core.flow.LiveScene.FROM;
import static io.assay.core.flow.LiveScene.LIMITS;
import static io.assay.core.flow.LiveScene.answerAll;
import static io.assay.core.flow.LiveScene.catchUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.call.CallState;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.flow.Live.Outcome;
import io.assay.core.ledger.Block;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Result;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Want;
import io.assay.core.output.Report;
import io.assay.core.price.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveTest {
  private final LiveScene scene = new LiveScene();
  private final FailingBooks books = scene.books;
  private final Live live = scene.live;

  @Test
  void hear_inBatchesOfAnySize_isTheSameLedgerAndTheAuditAgrees() {
    List<byte[]> ledgers = new ArrayList<>();
    for (int size : new int[] {1, 7, 1000, Integer.MAX_VALUE}) {
      MemoryBooks some = new MemoryBooks();
      Live one = scene.live(some);
      scene.order(one);
      List<Sighting> history = scene.history();
      for (int from = 0; from < history.size(); from += Math.min(size, history.size())) {
        one.hear(history.subList(from, Math.min(history.size(), from + Math.min(size, 1000))));
      }
      answerAll(one, END, FLAT);
      one.pass(END);
      assertThat(Audit.of(some).findings()).isEmpty();
      ledgers.add(rows(some));
    }
    assertThat(ledgers).allSatisfy(each -> assertThat(each).isEqualTo(ledgers.getFirst()));
  }

  @Test
  void hear_andAnswerWhenDue_isTheLedgerOfAReplay() {
    for (Sighting sighting : scene.history()) {
      answerAll(live, sighting.event().timing().receivedAt(), FLAT);
      live.hear(List.of(sighting));
    }
    answerAll(live, END, FLAT);
    live.pass(END);

    MemoryBooks replayed = new MemoryBooks();
    Replay replay = new Replay(replayed, FLAT, Replay.Limits.BULK);
    replay.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(CHANNEL, "A channel"), FROM);
    replay.hear(scene.history().iterator());
    replay.pass(END);
    assertThat(rows(books)).isEqualTo(rows(replayed));
    assertThat(scene.entries()).isEqualTo(replayed.journal().head().entries());
  }

  @Test
  void hear_eachSighting_saysWhatItCameTo() {
    Live.Heard heard =
        live.hear(
            List.of(
                scene.post(1, call(SOLANA)),
                scene.post(2, "Good morning"),
                scene.post(1, call(SOLANA))));
    assertThat(heard.outcomes())
        .element(0)
        .matches(it -> it instanceof Outcome.Done(Folded.Judged(Result.Opened _)));
    assertThat(heard.outcomes())
        .element(1)
        .isEqualTo(new Outcome.Done(new Folded.Judged(new Result.Ignored("chatter"))));
    assertThat(heard.outcomes()).element(2).isEqualTo(new Outcome.Known());
    assertThat(heard.failures()).isEmpty();
    assertThat(heard.head()).isEqualTo(books.journal().head());
    assertThat(live.lag()).isZero();
  }

  @Test
  void hear_whatIsKnownAlready_writesNothing() {
    live.hear(scene.history());
    Block.Head head = books.journal().head();
    byte[] ledger = rows(books);
    Live.Heard again = live.hear(scene.history());
    assertThat(again.outcomes()).containsOnly(new Outcome.Known());
    assertThat(again.head()).isEqualTo(head);
    assertThat(rows(books)).isEqualTo(ledger);
  }

  @Test
  void hear_whereTheFoldFails_isJournaledAndCaughtUpLater() {
    books.ledgerFails = true;
    Live.Heard first =
        live.hear(List.of(scene.post(1, call(SOLANA)), scene.post(2, "Good morning")));
    assertThat(first.outcomes()).containsExactly(new Outcome.Owed(), new Outcome.Owed());
    assertThat(first.head().entries()).isEqualTo(scene.entries());
    assertThat(live.setback()).hasMessage("the ledger fails on purpose");
    assertThat(live.lag()).isEqualTo(2);
    assertThatThrownBy(live::catchUp).isSameAs(live.setback());
    assertThat(live.lag()).isEqualTo(2);

    books.ledgerFails = false;
    Live.Heard second = live.hear(List.of(scene.post(2, "Good morning"), scene.post(3, "gm")));
    assertThat(second.outcomes()).containsExactly(new Outcome.Known(), new Outcome.Owed());
    catchUp(live);
    assertThat(live.lag()).isZero();
    assertThat(live.setback()).isNull();
    assertThat(scene.counts().messages()).isEqualTo(3);
    assertThat(scene.counts().opened()).isEqualTo(1);
    assertThat(Audit.of(books).findings()).isEmpty();
    assertThat(live.hear(List.of(scene.post(4, "gn"))).outcomes().getFirst())
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void hear_whereTheStoreFails_isThrownAndNothingIsKept() {
    books.storeFails = true;
    assertThatThrownBy(() -> live.hear(List.of(scene.post(1, call(SOLANA)))))
        .isInstanceOf(Books.StoreException.class);
    assertThat(live.setback()).isNull();
    books.storeFails = false;
    assertThat(live.lag()).isZero();
    assertThat(scene.counts().messages()).isZero();
    assertThat(live.hear(List.of(scene.post(1, call(SOLANA)))).outcomes().getFirst())
        .isInstanceOf(Outcome.Done.class);
    assertThat(scene.counts().opened()).isEqualTo(1);
    assertThat(Audit.of(books).findings()).isEmpty();
  }

  /// The first want that is of candles.
  private static Want candles(Live live) {
    return live.dueWants(END, 9).stream()
        .filter(want -> want.id().stage() >= 0)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void answer_whereTheFoldFails_isKeptWithItsEvidence() {
    live.hear(List.of(scene.post(1, call(SOLANA))));
    Want want = candles(live);
    books.ledgerFails = true;
    assertThat(live.answer(want.due(), want.id(), FLAT.answer(want.question())))
        .isEqualTo(new Outcome.Owed());
    books.ledgerFails = false;
    catchUp(live);
    assertThat(candles(live).id().stage()).isEqualTo(want.id().stage() + 1);
    assertThat(Audit.of(books).findings()).isEmpty();
  }

  @Test
  void answer_aSecondTime_writesNothing() {
    live.hear(List.of(scene.post(1, call(SOLANA))));
    Want want = live.dueWants(END, 1).getFirst();
    Answer answer = FLAT.answer(want.question());
    assertThat(live.answer(want.due(), want.id(), answer)).isInstanceOf(Outcome.Done.class);
    Block.Head head = books.journal().head();
    assertThat(live.answer(want.due(), want.id(), answer)).isEqualTo(new Outcome.Known());
    assertThat(books.journal().head()).isEqualTo(head);
  }

  @Test
  void answer_byAClockThatWasSetBack_losesNothing() {
    live.hear(List.of(scene.post(1, call(SOLANA))));
    for (List<Want> due = live.dueWants(END, 1); !due.isEmpty(); due = live.dueWants(END, 1)) {
      Want want = due.getFirst();
      live.answer(FROM.minus(Duration.ofDays(1)), want.id(), FLAT.answer(want.question()));
    }
    assertThat(scene.calls(CallState.RESOLVED)).isEqualTo(1);
    assertThat(rows(books)).isEqualTo(scene.refolded());
  }

  @Test
  void dueWants_atAnInstant_areThoseDueByThenInTheirOrder() {
    live.hear(scene.history());
    List<Want> all = live.dueWants(END, Integer.MAX_VALUE);
    assertThat(all).hasSizeGreaterThan(3).isSorted();
    Instant third = all.get(2).due();
    assertThat(live.dueWants(third, Integer.MAX_VALUE))
        .last()
        .satisfies(want -> assertThat(want.due()).isEqualTo(third));
    assertThat(live.dueWants(END, 2)).isEqualTo(all.subList(0, 2));
    assertThat(live.dueWants(FROM.minusSeconds(1), 9)).isEmpty();
  }

  @Test
  void catchUp_aLongLag_goesInTransactionsOfTheLimits() {
    scene.journalAlone(scene.history());
    Live next = scene.live(books);
    assertThat(next.lag()).isEqualTo(40);
    int[] begun = {0};
    for (long entries = next.catchUp().entries(); entries > 0; entries = next.catchUp().entries()) {
      assertThat(entries).isLessThanOrEqualTo(LIMITS.entries());
      begun[0]++;
    }
    assertThat(begun[0]).isEqualTo(8);
    assertThat(next.lag()).isZero();
    assertThat(rows(books)).isEqualTo(scene.refolded());
  }

  @Test
  void catchUp_brokenOffBetweenTransactions_isGoneOnWithByTheNextProgram() {
    scene.journalAlone(scene.history());
    scene.live(books).catchUp();
    scene.live(books).catchUp();
    Live last = scene.live(books);
    assertThat(last.lag()).isEqualTo(30);
    catchUp(last);
    assertThat(rows(books)).isEqualTo(scene.refolded());
    assertThat(Audit.of(books).findings()).isEmpty();
  }

  @Test
  void open_whereTheLedgerIsAheadOfTheJournal_isRefused() {
    MemoryBooks cut = new MemoryBooks();
    cut.transact(() -> Standing.start(CallFlow.VERSION).after(FROM).save(cut.ledger()));
    assertThatThrownBy(() -> new Live(cut, LIMITS))
        .isInstanceOf(CanonException.class)
        .hasMessageEndingWith("something was cut off");
  }

  @Test
  void order_whatIsInForceAlready_writesNothing() {
    Block.Head head = books.journal().head();
    scene.order(live);
    assertThat(books.journal().head()).isEqualTo(head);
  }

  @Test
  void order_initiallyWhileTheFoldLags_isRefused() {
    scene.journalAlone(scene.history());
    assertThatThrownBy(() -> scene.order(live)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void order_aDirectoryThatNobodyHas_isRefusedBeforeItIsJournaled() {
    Block.Head head = books.journal().head();
    assertThatThrownBy(() -> live.order(FROM, new Command.DirectoryAdopted(Sha256.ZERO)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(books.journal().head()).isEqualTo(head);
    assertThat(live.lag()).isZero();
  }

  @Test
  void order_aTitle_isFolded() {
    live.order(END, new Command.ChannelNamed(CHANNEL, "Another name"));
    assertThat(Report.of(books.ledger(), CallFlow.VERSION).channels().getFirst().account().title())
        .isEqualTo("Another name");
  }

  @Test
  void clock_whereTheWallClockIsSetBack_staysWhereItWas() {
    live.hear(List.of(scene.post(1, Duration.ofHours(2), "gm")));
    live.hear(List.of(scene.post(2, Duration.ofHours(1), "gm again")));
    live.pass(FROM);
    Standing standing = Standing.of(books.ledger(), CallFlow.VERSION);
    assertThat(standing.clock()).isEqualTo(FROM.plus(Duration.ofHours(2)));
    assertThat(standing.position()).isEqualTo(scene.entries());
    assertThat(scene.counts().messages()).isEqualTo(2);
  }

  @Test
  void pass_aLaterInstant_isTheClock() {
    live.pass(END);
    live.pass(END);
    assertThat(Standing.of(books.ledger(), CallFlow.VERSION).clock()).isEqualTo(END);
    assertThat(scene.entries()).isEqualTo(4);
  }
}
