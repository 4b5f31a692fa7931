package io.assay.adapters.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.price.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchlistTest {
  private static final Instant BEGIN = Instant.ofEpochMilli(Market.BEGIN);
  private static final Asset FIRST = Market.token(0);
  private static final Asset SECOND = Market.token(1);
  private static final int ALL = 1000;

  private final Watchlist list = new Watchlist(Pace.USUAL);

  private static Instant after(Duration time) {
    return BEGIN.plus(time);
  }

  private List<Asset> due(Duration time, int most) {
    return list.due(after(time), most).stream().map(Order::asset).toList();
  }

  @Test
  void due_whatIsFollowedAnew_isDueAtOnce() {
    list.follow(FIRST, BEGIN, BEGIN);
    assertThat(list.nextDue()).isEqualTo(BEGIN);
    assertThat(list.due(BEGIN, ALL))
        .containsExactly(
            new Order(FIRST, Priority.REFRESH, Duration.ofSeconds(30), Duration.ofMinutes(1)));
  }

  @Test
  void due_onceLookedAt_isDueAStepLater() {
    list.follow(FIRST, BEGIN, BEGIN);
    assertThat(due(Duration.ZERO, ALL)).hasSize(1);
    assertThat(due(Duration.ofSeconds(59), ALL)).isEmpty();
    assertThat(list.nextDue()).isEqualTo(after(Duration.ofMinutes(1)));
    assertThat(due(Duration.ofMinutes(1), ALL)).containsExactly(FIRST);
  }

  @Test
  void due_anOldCall_isLookedAtSeldom() {
    list.follow(FIRST, BEGIN.minus(Duration.ofDays(8)), BEGIN);
    Instant first = list.nextDue();
    assertThat(first).isBetween(BEGIN, after(Duration.ofHours(6)));
    assertThat(list.due(first, ALL))
        .singleElement()
        .satisfies(it -> assertThat(it.patience()).isEqualTo(Duration.ofHours(6)));
    assertThat(list.nextDue()).isEqualTo(first.plus(Duration.ofHours(6)));
  }

  @Test
  void due_manyFollowedAnewTogether_doNotFallDueTogether() {
    for (int i = 0; i < 3_600; i++) {
      list.follow(Market.token(i), BEGIN.minus(Duration.ofDays(8)), BEGIN);
    }
    for (int hour = 1; hour <= 6; hour++) {
      assertThat(due(Duration.ofHours(hour), 3_600)).hasSizeBetween(400, 800);
    }
  }

  @Test
  void due_beyondThePace_isFollowedNoLonger() {
    list.follow(FIRST, BEGIN.minus(Duration.ofDays(30)), BEGIN);
    assertThat(list.size()).isEqualTo(1);
    assertThat(due(Duration.ZERO, ALL)).isEmpty();
    assertThat(list.size()).isZero();
    assertThat(list.nextDue()).isEqualTo(Instant.MAX);
  }

  @Test
  void due_moreThanIsAskedFor_leavesTheRestDue() {
    list.follow(FIRST, BEGIN, BEGIN);
    list.follow(SECOND, BEGIN, after(Duration.ofMillis(1)));
    assertThat(due(Duration.ofMillis(1), 1)).containsExactly(FIRST);
    assertThat(due(Duration.ofMillis(1), 1)).containsExactly(SECOND);
    assertThat(due(Duration.ofMillis(1), 1)).isEmpty();
  }

  @Test
  void due_afterALongSleep_isOnceForEachAndNotForEveryStepMissed() {
    list.follow(FIRST, BEGIN, BEGIN);
    assertThat(due(Duration.ZERO, ALL)).hasSize(1);
    assertThat(due(Duration.ofMinutes(50), ALL)).containsExactly(FIRST);
    assertThat(due(Duration.ofMinutes(50), ALL)).isEmpty();
  }

  @Test
  void follow_aYoungerCallOfTheSame_goesByTheYounger() {
    list.follow(FIRST, BEGIN.minus(Duration.ofDays(8)), BEGIN);
    Duration minute = Duration.ofMinutes(1);
    list.follow(FIRST, after(minute), after(minute));
    assertThat(list.size()).isEqualTo(1);
    assertThat(due(minute, ALL)).containsExactly(FIRST);
    assertThat(due(Duration.ofMinutes(2), ALL)).containsExactly(FIRST);
  }

  @Test
  void follow_anOlderCallOfTheSame_changesNothing() {
    list.follow(FIRST, BEGIN, BEGIN);
    assertThat(due(Duration.ZERO, ALL)).hasSize(1);
    list.follow(FIRST, BEGIN.minus(Duration.ofDays(8)), BEGIN);
    list.follow(FIRST, BEGIN, BEGIN);
    assertThat(due(Duration.ZERO, ALL)).isEmpty();
    assertThat(list.size()).isEqualTo(1);
  }

  @Test
  void leave_whatWasFollowed_isDueNoMore() {
    list.follow(FIRST, BEGIN, BEGIN);
    list.leave(FIRST);
    assertThat(list.size()).isZero();
    assertThat(due(Duration.ofDays(1), ALL)).isEmpty();
    list.follow(FIRST, BEGIN, BEGIN);
    assertThat(due(Duration.ZERO, ALL)).containsExactly(FIRST);
  }

  @Test
  void due_overAWholeLife_isAsOftenAsThePaceSays() {
    list.follow(FIRST, BEGIN, BEGIN);
    List<Asset> looks = new ArrayList<>();
    while (!list.nextDue().equals(Instant.MAX)) {
      list.due(list.nextDue(), ALL).forEach(it -> looks.add(it.asset()));
    }
    // 60 in the first hour, 276 to a day, 144 to a week, 92 to thirty days
    assertThat(looks).hasSize(60 + 276 + 144 + 92);
  }
}
