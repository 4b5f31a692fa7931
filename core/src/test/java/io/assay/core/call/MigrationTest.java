package io.assay.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Evidence;
import io.assay.core.message.MessageRef;
import io.assay.core.price.Candle;
import io.assay.core.price.Candles;
import io.assay.core.price.Provenance;
import io.assay.core.reading.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A call whose pool has candles of ten minutes, always at 100, until it ends.
class MigrationTest {
  private static final Instant POSTED = Instant.parse("2026-03-01T11:58:00Z");
  private static final Instant ENTRY = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final CallRules RULES = CallRules.DEFAULT;
  private static final Asset TOKEN = new Asset.Token(Chain.BASE, "0x" + "1".repeat(40));
  private static final Provenance OLD = new Provenance("vendor", "0xold");
  private static final Provenance NEW = new Provenance("vendor", "0xnew");

  private static Call opened(Side side) {
    CallId id = new CallId(new MessageRef(new ChannelId(1), 2), 0, 0);
    return Call.opened(id, new Call.Claim(TOKEN, side, POSTED, Evidence.LIVE, false));
  }

  private static List<Candles> flat(Instant from, Instant to, double price) {
    List<Candle> candles = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); at = at.plus(STEP)) {
      candles.add(new Candle(at, price, price, price, price, 1));
    }
    return List.of(Candles.of(STEP, candles));
  }

  private static Call learn(Call call, List<Candles> runs, Provenance told) {
    return Schedule.learn(call, RULES, runs, told, Schedule.due(call, RULES));
  }

  /// A call of which the old pool has told until an hour after the entry, and then no more.
  private static Call entered(Side side) {
    return learn(opened(side), flat(ENTRY, ENTRY.plus(Duration.ofHours(1)), 100), OLD);
  }

  private static Instant end(Call call) {
    return call.track().pulse().followedTo();
  }

  /// To the end, by a pool that trades at one price from that instant on.
  private static Call followed(Call call, Instant from, double price) {
    Call followed = call;
    while (!followed.state().isOver()) {
      followed = learn(followed, flat(from, POSTED.plus(Duration.ofDays(32)), price), NEW);
    }
    return followed;
  }

  @Test
  void learn_thePriceOfTheEntry_pinsItsPool() {
    assertThat(opened(Side.LONG).track().origin()).isEqualTo(Origin.NONE);
    Call entered = entered(Side.LONG);
    assertThat(entered.track().origin()).isEqualTo(new Origin(OLD, 1));
    assertThat(Schedule.question(entered, RULES).pinned()).isEqualTo(OLD);
    assertThat(Call.ofBytes(entered.toBytes())).isEqualTo(entered);
  }

  @Test
  void learn_aCallThatNobodyCouldPrice_hasNoOrigin() {
    Call late = learn(opened(Side.LONG), flat(ENTRY.plus(Duration.ofHours(1)), END, 100), OLD);
    assertThat(late.state()).isEqualTo(CallState.UNPRICEABLE);
    assertThat(late.track().origin()).isEqualTo(Origin.NONE);
  }

  private static final Instant END = ENTRY.plus(Duration.ofHours(2));

  @Test
  void learn_anotherPoolWithinAQuarter_goesOnFromTheOld() {
    Call entered = entered(Side.LONG);
    Call moved = followed(entered, end(entered), 120);
    assertThat(moved.state()).isEqualTo(CallState.RESOLVED);
    assertThat(moved.track().origin()).isEqualTo(new Origin(NEW, 1.2));
    assertThat(moved.track().course().high()).isCloseTo(1, within(1e-12));
    assertThat(moved.track().at(Horizon.DAY_30))
        .isInstanceOfSatisfying(
            Checkpoint.Reached.class,
            reached -> assertThat(reached.ratio()).isCloseTo(1, within(1e-12)));
    assertThat(Call.ofBytes(moved.toBytes())).isEqualTo(moved);
  }

  @Test
  void learn_aShort_goesOnFromThePriceAndNotFromItsMirror() {
    Call entered = entered(Side.SHORT);
    List<Candles> risen = flat(end(entered), end(entered).plus(Duration.ofHours(1)), 110);
    Call up = learn(entered, risen, OLD);
    assertThat(up.track().pulse().lastRatio()).isCloseTo(0.9, within(1e-12));
    Call moved = followed(up, end(up), 121);
    assertThat(moved.track().origin().splice()).isCloseTo(1.1, within(1e-12));
    assertThat(moved.track().pulse().lastRatio()).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void learn_twoMigrations_multiply() {
    Call entered = entered(Side.LONG);
    List<Candles> second = flat(end(entered), end(entered).plus(Duration.ofHours(1)), 80);
    Call once = learn(entered, second, NEW);
    Call twice = learn(once, flat(end(once), end(once).plus(Duration.ofHours(1)), 100), OLD);
    assertThat(once.track().origin()).isEqualTo(new Origin(NEW, 0.8));
    assertThat(twice.track().origin()).isEqualTo(new Origin(OLD, 1));
  }

  @Test
  void learn_anotherPoolFurtherApart_isAnEarlyEnd() {
    for (double price : new double[] {126, 79, 1e300, 1e-300}) {
      Call entered = entered(Side.LONG);
      Call refused = followed(entered, end(entered), price);
      assertThat(refused.state()).isEqualTo(CallState.UNPRICEABLE);
      assertThat(refused.track().origin()).isEqualTo(new Origin(OLD, 1));
      assertThat(refused.track().entry()).isEqualTo(new Entry.Priced(ENTRY, 100));
      assertThat(refused.track().exit(Barrier.REFERENCE)).isInstanceOf(Exit.Unknown.class);
      assertThat(end(refused)).isEqualTo(end(entered));
    }
  }

  @Test
  void learn_anotherPoolThatOpensTooLate_cannotBeCompared() {
    Call entered = entered(Side.LONG);
    Instant soon = end(entered).plus(STEP.multipliedBy(2));
    assertThat(followed(entered, soon, 100).state()).isEqualTo(CallState.RESOLVED);
    assertThat(followed(entered, soon.plus(STEP), 100).state()).isEqualTo(CallState.UNPRICEABLE);
  }

  @Test
  void learn_theOldPoolAgainAfterARefusal_isFollowedOn() {
    Call entered = entered(Side.LONG);
    Call refused = learn(entered, flat(end(entered), END.plus(Duration.ofHours(3)), 200), NEW);
    Call back = learn(refused, flat(end(refused), POSTED.plus(Duration.ofDays(5)), 103), OLD);
    assertThat(back.track().origin()).isEqualTo(new Origin(OLD, 1));
    assertThat(back.track().course().high()).isEqualTo(1.03);
  }

  @Test
  void learn_ofASourceWithoutPools_needsNoPin() {
    Provenance files = Provenance.of("files");
    Call entered = learn(opened(Side.LONG), flat(ENTRY, END, 100), files);
    Call later = learn(entered, flat(end(entered), END.plus(Duration.ofDays(1)), 150), NEW);
    assertThat(later.track().origin()).isEqualTo(new Origin(files, 1));
    assertThat(later.track().course().high()).isEqualTo(1.5);
  }
}
