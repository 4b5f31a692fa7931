package io.assay.core.flow;

import static io.assay.core.flow.FlowSamples.EVM;
import static io.assay.core.flow.FlowSamples.SOLANA;
import static io.assay.core.flow.FlowSamples.call;
import static io.assay.core.flow.FlowSamples.rows;
import static io.assay.core.flow.LiveScene.CHANNEL;
import static io.assay.core.flow.LiveScene.END;
import static io.assay.core.flow.LiveScene.FLAT;
import static io.assay.core.flow.LiveScene.FROM;
import static io.assay.core.flow.LiveScene.answerAll;
import static io.assay.core.flow.LiveScene.catchUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.flow.Live.Outcome;
import io.assay.core.ledger.Block;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.Counts;
import io.assay.core.ledger.Result;
import io.assay.core.message.Content;
import io.assay.core.message.EventKind;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveRetryTest {
  private final LiveScene scene = new LiveScene();
  private final FailingBooks books = scene.books;
  private final Live live = scene.live;

  @Test
  void catchUp_aMessageThatCannotBeRead_isReported() {
    scene.unreadable.add("###");
    scene.journalAlone(List.of(scene.post(1, call(SOLANA)), scene.post(2, "###")));
    List<FailedMessage> failures = live.catchUp().failures();
    assertThat(failures)
        .containsExactly(new FailedMessage(scene.post(2, "###").event(), "does not parse"));
    assertThat(live.failures()).isEqualTo(failures);
  }

  @Test
  void retry_aMessageThatFailed_isRecountedExactlyOnce() {
    scene.unreadable.add(call(SOLANA));
    Live.Heard heard = live.hear(List.of(scene.post(1, call(SOLANA)), scene.post(2, "gm")));
    FailedMessage failed = heard.failures().getFirst();
    assertThat(scene.counts().failed()).isEqualTo(1);
    assertThat(live.failures()).containsExactly(failed);

    scene.unreadable.clear();
    Outcome outcome = live.order(END, new Command.MessageRetried(failed.event()));
    assertThat(outcome)
        .matches(it ->
            it instanceof Outcome.Done(Folded.Recounted(_, Result.Failed _, Result.Opened _)));
    assertThat(scene.counts().failed()).isZero();
    assertThat(scene.counts().opened()).isEqualTo(1);
    assertThat(scene.counts().messages()).isEqualTo(2);
    assertThat(live.failures()).isEmpty();

    Block.Head head = books.journal().head();
    assertThat(live.order(END, new Command.MessageRetried(failed.event())))
        .isEqualTo(new Outcome.Known());
    assertThat(books.journal().head()).isEqualTo(head);
  }

  @Test
  void retry_twiceInTheJournal_changesNothingTheSecondTime() {
    scene.unreadable.add(call(SOLANA));
    MessageEvent failed =
        live.hear(List.of(scene.post(1, call(SOLANA)))).failures().getFirst().event();
    books.ledgerFails = true;
    live.hear(List.of(scene.post(2, call(FlowSamples.token(1)))));
    scene.unreadable.clear();
    for (int i = 0; i < 2; i++) {
      assertThat(live.order(END, new Command.MessageRetried(failed))).isEqualTo(new Outcome.Owed());
    }
    books.ledgerFails = false;
    catchUp(live);
    assertThat(scene.counts().failed()).isZero();
    assertThat(scene.counts().opened()).isEqualTo(2);
    assertThat(scene.counts().messages()).isEqualTo(2);
  }

  @Test
  void retry_whatFailsAgain_isCountedAsBefore() {
    scene.unreadable.add("###");
    MessageEvent failed = live.hear(List.of(scene.post(1, "###"))).failures().getFirst().event();
    Counts before = scene.counts();
    assertThat(live.order(END, new Command.MessageRetried(failed)))
        .matches(it ->
            it instanceof Outcome.Done(Folded.Recounted(_, Result.Failed _, Result.Failed _)));
    assertThat(scene.counts()).isEqualTo(before);
    assertThat(live.failures()).hasSize(1);
    assertThat(rows(books)).isEqualTo(scene.refolded());
  }

  @Test
  void retry_whatFailsAgainWhenTheFoldHasCaughtUp_isReported() {
    scene.unreadable.add("###");
    FailedMessage failed = live.hear(List.of(scene.post(1, "###"))).failures().getFirst();
    scene.journalAlone(List.of(scene.post(2, call(SOLANA))));
    live.order(END, new Command.MessageRetried(failed.event()));
    List<FailedMessage> failures = new ArrayList<>();
    for (var some = live.catchUp(); some.entries() > 0; some = live.catchUp()) {
      failures.addAll(some.failures());
    }
    assertThat(failures).containsExactly(failed);
  }

  @Test
  void retry_anotherTextUnderTheSameMessage_changesNothing() {
    scene.unreadable.add("###");
    live.hear(List.of(scene.post(1, "###")));
    byte[] ledger = rows(books);
    MessageEvent forged = scene.post(1, call(SOLANA)).event();
    assertThat(live.order(END, new Command.MessageRetried(forged))).isEqualTo(new Outcome.Known());
    assertThat(rows(books)).isEqualTo(ledger);
  }

  @Test
  void retry_aMessageThatThenWaits_isRecountedWhenItIsAnswered() {
    scene.unreadable.add(call(EVM));
    MessageEvent failed =
        live.hear(List.of(scene.post(1, call(EVM)))).failures().getFirst().event();
    scene.unreadable.clear();
    live.order(END, new Command.MessageRetried(failed));
    assertThat(scene.counts().deferred()).isEqualTo(1);
    answerAll(live, END, FLAT);
    assertThat(scene.counts().deferred()).isZero();
    assertThat(scene.counts().opened()).isEqualTo(1);
    assertThat(scene.counts().messages()).isEqualTo(1);
  }

  @Test
  void retry_anEditThatFailed_isJudgedAsTheEdit() {
    scene.unreadable.add(call(SOLANA));
    live.hear(List.of(scene.post(1, "gm")));
    Timing edited = Timing.heard(FROM.plusSeconds(1), FROM.plusSeconds(60), FROM.plusSeconds(61));
    MessageEvent later =
        MessageEvent.imported(new MessageRef(CHANNEL, 1), edited, Content.of(call(SOLANA)));
    MessageEvent failed = live.hear(List.of(scene.sighting(later))).failures().getFirst().event();
    assertThat(failed.kind()).isEqualTo(EventKind.EDITED);
    scene.unreadable.clear();
    live.order(END, new Command.MessageRetried(failed));
    assertThat(scene.counts().opened()).isEqualTo(1);
    assertThat(scene.counts().messages()).isEqualTo(2);
  }
}
