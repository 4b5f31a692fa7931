package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.measure.StatisticsStore.Bucket;
import io.assay.runtime.measure.StatisticsStore.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of statistics must do, wherever it keeps them.
public abstract class StatisticsStoreContract {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration COVERED = Duration.ofSeconds(3_599, 123_456_789);

  private StatisticsStore store;

  /// An empty store.
  protected abstract StatisticsStore open() throws Exception;

  /// The same store after the program that had it ended.
  protected abstract StatisticsStore reopen(StatisticsStore before) throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  private static Bucket hour(int number, long messages) {
    return new Bucket(
        Resolution.HOUR,
        MIDNIGHT.plus(Duration.ofHours(number)),
        COVERED,
        Map.of("messages_processed", messages, "errors", 0L));
  }

  private static Bucket day(int number, long messages) {
    return new Bucket(
        Resolution.DAY,
        MIDNIGHT.plus(Duration.ofDays(number)),
        COVERED,
        Map.of("messages_processed", messages));
  }

  @Test
  void load_ofANewStore_isEmpty() {
    assertThat(store.load()).isEmpty();
    store.save(List.of());
    assertThat(store.load()).isEmpty();
  }

  @Test
  void load_isOldestFirst_hoursBeforeDays() throws Exception {
    store.save(List.of(day(0, 30), hour(2, 20), hour(1, 10)));
    store = reopen(store);
    assertThat(store.load()).containsExactly(hour(1, 10), hour(2, 20), day(0, 30));
  }

  @Test
  void save_ofTheSameHourAgain_takesItsPlace() throws Exception {
    store.save(List.of(hour(1, 10), day(0, 10)));
    store.save(List.of(hour(1, 15)));
    store.save(List.of(hour(1, 15)));
    store = reopen(store);
    assertThat(store.load()).containsExactly(hour(1, 15), day(0, 10));
  }

  @Test
  void save_countersThatWentAway_areNotKept() {
    store.save(List.of(hour(1, 10)));
    Bucket fewer =
        new Bucket(Resolution.HOUR, hour(1, 0).start(), COVERED, Map.of("data_written", 1L));
    store.save(List.of(fewer));
    assertThat(store.load()).containsExactly(fewer);
  }

  @Test
  void save_moreThanIsKept_dropsTheOldest() throws Exception {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < Resolution.HOUR.kept() + 5; i++) {
      buckets.add(hour(i, i));
    }
    for (int i = 0; i < Resolution.DAY.kept() + 3; i++) {
      buckets.add(day(i, i));
    }
    Collections.reverse(buckets);
    store.save(buckets);
    store = reopen(store);

    List<Bucket> kept = store.load();
    assertThat(kept).hasSize(72 + 400);
    assertThat(kept.getFirst()).isEqualTo(hour(5, 5));
    assertThat(kept.get(72)).isEqualTo(day(3, 3));
    assertThat(kept.getLast()).isEqualTo(day(402, 402));
  }

  @Test
  void save_anHourFarAhead_doesNotAgeTheOthers() {
    store.save(List.of(hour(1, 10), hour(2, 20)));
    store.save(List.of(hour(24 * 365 * 10, 1)));
    assertThat(store.load()).containsExactly(hour(1, 10), hour(2, 20), hour(24 * 365 * 10, 1));
  }

  @Test
  void save_oddNamesAndLargeCounts_comeBackWhole() throws Exception {
    Bucket odd =
        new Bucket(
            Resolution.HOUR,
            MIDNIGHT,
            Duration.ZERO,
            Map.of("it's \"odd\"; --", Long.MAX_VALUE, "größe_価格", 0L, "a=b,c\n", 1L));
    Bucket empty = Bucket.empty(Resolution.DAY, MIDNIGHT);
    store.save(List.of(odd, empty));
    store = reopen(store);
    assertThat(store.load()).containsExactly(odd, empty);
  }

  @Test
  void bucket_thatMakesNoSense_isRefused() {
    assertThatThrownBy(() -> Bucket.empty(Resolution.HOUR, MIDNIGHT.plusSeconds(1)))
        .hasMessageContaining("does not begin at 2026-03-01T00:00:01Z");
    assertThatThrownBy(() -> Bucket.empty(Resolution.DAY, MIDNIGHT.plusSeconds(3_600)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hour(1, -1)).hasMessageContaining("negative");
    assertThatThrownBy(() -> new Bucket(Resolution.DAY, MIDNIGHT, Duration.ofNanos(-1), Map.of()))
        .hasMessageContaining("negative");
  }
}
