package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.market.PriceEngine;
import io.assay.adapters.market.PriceHistory;
import io.assay.app.market.Asking;
import io.assay.core.call.CallState;
import io.assay.core.flow.CallFlow;
import io.assay.core.output.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A call of which the fold first wants the candles until [#DUE], an hour and a half after it.
@Timeout(300)
class PriceUpdatesIT {
  private static final String PAIR = "0x7d9e3f1c5b28a46e0f93d1b7c82a5e64f0193bd7";
  private static final String POOL_CALL =
      "BUY NOW https://dexscreener.com/bsc/" + PAIR + " huge potential, entry here, target 2x";
  private static final String TASK = "price_updates";
  private static final Duration DUE = Duration.ofMinutes(92);
  private static final int ENOUGH = 10; // candles that reach as far
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  @TempDir private Path around;
  private final LiveHarness house = new LiveHarness();
  private final Instant posted = house.time.instant();
  private Path candles;
  private PriceEngine providers;
  private Asking asking;

  @BeforeEach
  void start() throws Exception {
    providers = new PriceEngine(List.of(), null, house.time);
    asking = new Asking(new PriceHistory(providers));
    candles = around.resolve("candles");
    house.startWriter();
    house.intake.hear(Lane.LIVE, List.of(Posts.post(1, posted, Posts.CALL)), () -> {});
    house.figures.notes.clear();
  }

  @AfterEach
  void stop() throws InterruptedException {
    house.close();
    asking.close();
    providers.close();
  }

  /// Starts the task; returns when it rests after its first round.
  private void startUpdates() throws InterruptedException {
    house.start(
        TASK, new PriceUpdates(sources(), () -> INTERVAL, house.lanes, house.figures, house.time));
    house.time.awaitRest();
  }

  private PriceUpdates.Sources sources() {
    return new PriceUpdates.Sources(candles, asking);
  }

  /// Lets time pass; returns when the task rests after one more round.
  private void pass(Duration by) throws InterruptedException {
    house.time.pass(by);
    house.time.awaitRest();
  }

  /// Candles of ten minutes each, from the call on.
  private void writeCandles(int count) throws IOException {
    StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
    for (int i = 0; i < count; i++) {
      text.append(posted.getEpochSecond() + i * 600L).append(",2,2,2,2,10\n");
    }
    Files.createDirectories(candles);
    Files.writeString(candles.resolve("solana_" + Posts.TOKEN + ".csv"), text);
  }

  private boolean hasFirstAnswer() throws InterruptedException {
    return house.call(live ->
        live.dueWants(Instant.MAX, 10).stream().noneMatch(want -> want.due().equals(due())));
  }

  private Instant due() {
    return posted.plus(DUE);
  }

  private long calls(CallState state) throws InterruptedException {
    Map<CallState, Long> calls =
        house.call(_ -> Report.of(house.books.ledger(), CallFlow.VERSION).calls());
    return calls.getOrDefault(state, 0L);
  }

  @Test
  void answer_whatIsNotDue_isNotAsked() throws Exception {
    writeCandles(ENOUGH - 1);
    startUpdates();
    pass(DUE.minusSeconds(1));
    assertThat(house.figures.notes).isEmpty();
    assertThat(hasFirstAnswer()).isFalse();
  }

  @Test
  void answer_candlesThatReach_areTaken() throws Exception {
    writeCandles(ENOUGH);
    startUpdates();
    pass(DUE);
    assertThat(house.figures.notes).containsExactly("priced");
    assertThat(hasFirstAnswer()).isTrue();
    assertThat(house.openWants()).as("what comes next").isPositive();
    assertThat(house.worked(TASK)).isEqualTo(1);
  }

  @Test
  void answer_candlesThatDoNotReachYet_areWaitedFor() throws Exception {
    writeCandles(ENOUGH - 1);
    startUpdates();
    pass(DUE);
    pass(INTERVAL);
    assertThat(hasFirstAnswer()).isFalse();
    assertThat(house.figures.notes).isEmpty();
    writeCandles(ENOUGH);
    pass(INTERVAL);
    assertThat(hasFirstAnswer()).isTrue();
    assertThat(house.figures.notes).containsExactly("priced");
  }

  @Test
  void answer_moreThanAnHourLate_countsAsAFailureOnce() throws Exception {
    writeCandles(ENOUGH - 1);
    startUpdates();
    pass(DUE.plusHours(1));
    assertThat(house.figures.notes).isEmpty();
    pass(INTERVAL);
    pass(INTERVAL);
    assertThat(house.figures.notes).containsExactly("late");
    writeCandles(ENOUGH);
    pass(INTERVAL);
    assertThat(house.figures.notes).containsExactly("late", "priced");
  }

  @Test
  void answer_noCandlesForAWeek_makesTheCallUnpriceable() throws Exception {
    startUpdates();
    pass(DUE.plusDays(7));
    assertThat(calls(CallState.OPEN)).isEqualTo(1);
    assertThat(hasFirstAnswer()).isFalse();
    pass(INTERVAL);
    assertThat(hasFirstAnswer()).isTrue();
    assertThat(calls(CallState.UNPRICEABLE)).isEqualTo(1);
    assertThat(house.figures.notes).containsExactly("late");
  }

  @Test
  void answer_aFolderWithoutTheToken_isWaitedForTheSame() throws Exception {
    Files.createDirectories(candles);
    Files.writeString(candles.resolve("no candles.csv"), "words");
    startUpdates();
    pass(DUE.plusDays(1));
    assertThat(hasFirstAnswer()).isFalse();
    pass(Duration.ofDays(6).plus(INTERVAL));
    assertThat(calls(CallState.UNPRICEABLE)).isEqualTo(1);
  }

  @Test
  void answer_aPoolThatNobodyKnows_standsForItsTokenAfterAnHour() throws Exception {
    house.intake.hear(Lane.LIVE, List.of(Posts.post(2, posted, POOL_CALL)), () -> {});
    startUpdates();
    pass(Duration.ofHours(1));
    assertThat(calls(CallState.OPEN)).isEqualTo(1);
    assertThat(house.openWants()).isEqualTo(2);
    pass(INTERVAL);
    LiveHarness.until(() -> asking.size() == 0);
    assertThat(calls(CallState.OPEN)).isEqualTo(2);
    assertThat(house.worked(TASK)).as("answered beside the task").isZero();
  }

  @Test
  void answer_aPoolThatHasAFile_isOpenedAtOnce() throws Exception {
    writeCandles(ENOUGH);
    Files.copy(
        candles.resolve("solana_" + Posts.TOKEN + ".csv"), candles.resolve("bsc_" + PAIR + ".csv"));
    house.intake.hear(Lane.LIVE, List.of(Posts.post(2, posted, POOL_CALL)), () -> {});
    startUpdates();
    assertThat(calls(CallState.OPEN)).isEqualTo(2);
  }

  @Test
  void answer_theWriterDoesNotCome_isTriedAgain() throws Exception {
    writeCandles(ENOUGH);
    house.stop(LiveHarness.WRITER);
    Running updates =
        house.start(
            TASK,
            new PriceUpdates(sources(), () -> INTERVAL, house.lanes, house.figures, house.time));
    LiveHarness.until(() -> house.lanes.depth(Lane.BULK) == 1);
    house.time.pass(DUE);
    assertThat(updates.awaitEnd())
        .get()
        .hasToString("io.assay.runtime.Fault: the ledger does not answer");
    house.startWriter();
    LiveHarness.until(() -> !house.figures.notes.isEmpty());
    assertThat(house.figures.notes).containsExactly("priced");
  }
}
