package io.assay.core.flow;

import static io.assay.core.flow.FlowSamples.SOLANA;
import static io.assay.core.flow.FlowSamples.call;
import static io.assay.core.flow.LiveScene.CHANNEL;
import static io.assay.core.flow.LiveScene.END;
import static io.assay.core.flow.LiveScene.FLAT;
import static io.assay.core.flow.LiveScene.FROM;
import static io.assay.core.flow.LiveScene.answerAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asof.AsOf;
import io.assay.core.call.Call;
import io.assay.core.call.Entry;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.ledger.Want;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.output.Report;
import io.assay.core.output.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The books as of an instant, where the clock that wrote them did not only run forwards.
class AsOfTest {
  private final LiveScene scene = new LiveScene();
  private final Live live = scene.live;

  private List<Call> calls(Instant at) {
    List<Call> calls = new ArrayList<>();
    AsOf.ledger(scene.books, at)
        .scan(Table.CALLS, new byte[0], (_, row) -> calls.add(Call.ofBytes(row)));
    return calls;
  }

  private String title(Instant at) {
    Ledger ledger = AsOf.ledger(scene.books, at);
    return Report.of(ledger, CallFlow.VERSION).channels().getFirst().account().title();
  }

  @Test
  void ledger_asOfAnInstant_leavesTheBooksAlone() {
    live.hear(scene.history());
    answerAll(live, END, FLAT);
    byte[] before = FlowSamples.rows(scene.books);
    long entries = scene.entries();
    assertThat(calls(FROM.plus(Duration.ofDays(2)))).isNotEmpty();
    assertThat(FlowSamples.rows(scene.books)).isEqualTo(before);
    assertThat(scene.entries()).isEqualTo(entries);
  }

  @Test
  void entry_ofALaterTime_isNotKnownThoughItStandsBefore() {
    live.hear(List.of(scene.post(1, Duration.ofHours(2), call(FlowSamples.token(1)))));
    live.hear(List.of(scene.post(2, Duration.ofHours(1), call(SOLANA))));
    List<Call> then = calls(FROM.plus(Duration.ofMinutes(90)));
    assertThat(then).extracting(call -> call.id().opener().id()).containsExactly(2L);
    assertThat(calls(FROM.plus(Duration.ofHours(2)))).hasSize(2);
  }

  @Test
  void instant_ofAnEntry_isKnownAtThatInstantAndNotBefore() {
    Sighting post = scene.post(1, Duration.ofHours(1), call(SOLANA));
    live.hear(List.of(post));
    Instant at = post.event().timing().receivedAt();
    assertThat(calls(at)).hasSize(1);
    assertThat(calls(at.minusMillis(1))).isEmpty();
  }

  /// The fold takes what a clock that was set back has written for known when it was due, and looks
  /// at candles up to there. So nobody knew it at the time that was written.
  @Test
  void answer_writtenBeforeItWasDue_isKnownWhenItWasDue() {
    live.hear(List.of(scene.post(1, Duration.ZERO, call(SOLANA))));
    Want want = live.dueWants(END, 2).getLast();
    Instant written = want.due().minus(Duration.ofMinutes(10));
    live.answer(written, want.id(), FLAT.answer(want.question()));
    assertThat(calls(written).getFirst().track().entry()).isInstanceOf(Entry.Awaited.class);
    assertThat(calls(want.due().minusMillis(1)).getFirst().track().entry())
        .isInstanceOf(Entry.Awaited.class);
    assertThat(calls(want.due()).getFirst().track().entry()).isInstanceOf(Entry.Priced.class);
  }

  @Test
  void order_countsFromItsTimeOn() {
    live.order(FROM.plus(Duration.ofDays(1)), new Command.ChannelNamed(CHANNEL, "Renamed"));
    assertThat(title(FROM.plus(Duration.ofHours(23)))).isEqualTo("A channel");
    assertThat(title(FROM.plus(Duration.ofDays(1)))).isEqualTo("Renamed");
  }

  @Test
  void journal_thatTheFoldLagsBehind_isReadToItsEnd() {
    scene.journalAlone(List.of(scene.post(1, Duration.ofHours(1), call(SOLANA))));
    assertThat(live.lag()).isPositive();
    assertThat(calls(FROM.plus(Duration.ofHours(1)))).hasSize(1);
  }

  @Test
  void trail_hasEveryTextUntilThen() {
    Sighting post = scene.post(1, Duration.ofHours(1), "Soon");
    live.hear(List.of(post, scene.post(2, Duration.ofHours(2), "Other")));
    Instant edited = FROM.plus(Duration.ofHours(3));
    var timing = Timing.heard(post.event().timing().sentAt(), edited, edited);
    var content = Content.of("Later");
    live.hear(List.of(scene.sighting(MessageEvent.imported(post.event().ref(), timing, content))));
    MessageRef message = post.event().ref();
    assertThat(Trail.of(scene.books.journal(), message, Instant.MAX).events())
        .extracting(event -> event.content().text())
        .containsExactly("Soon", "Later");
    assertThat(Trail.of(scene.books.journal(), message, edited.minusMillis(1)).events())
        .extracting(event -> event.content().text())
        .containsExactly("Soon");
  }
}
