package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.measure.Pressure.DiskStage;
import io.assay.runtime.measure.Pressure.DiskSteps;
import io.assay.runtime.measure.Pressure.Limits;
import io.assay.runtime.measure.Pressure.Standing;
import io.assay.runtime.measure.Pressure.Steps;
import io.assay.runtime.measure.Reclaimable.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PressureTest {
  private static final DiskSteps DISK = new DiskSteps(0.85, 0.98, 10_000);

  @ParameterizedTest(name = "{0} at {1} becomes {2}")
  @CsvSource({
    "NORMAL, 0, NORMAL",
    "NORMAL, 0.699, NORMAL",
    "NORMAL, 0.70, TRIM",
    "NORMAL, 0.80, SHED",
    "NORMAL, 0.90, PAUSE_BACKFILL",
    "NORMAL, 0.95, REFUSE",
    "NORMAL, 1.2, REFUSE",
    "TRIM, 0.80, SHED",
    "TRIM, 0.651, TRIM",
    "TRIM, 0.649, NORMAL",
    "SHED, 0.79, SHED",
    "SHED, 0.751, SHED",
    "SHED, 0.749, TRIM",
    "SHED, 0.66, TRIM",
    "SHED, 0.64, NORMAL",
    "PAUSE_BACKFILL, 0.851, PAUSE_BACKFILL",
    "PAUSE_BACKFILL, 0.849, SHED",
    "PAUSE_BACKFILL, 0.74, TRIM",
    "REFUSE, 0.901, REFUSE",
    "REFUSE, 0.899, PAUSE_BACKFILL",
    "REFUSE, 0.10, NORMAL"
  })
  void next_isEnteredAtItsThresholdAndLeftBelowIt(Pressure now, double load, Pressure next) {
    assertThat(now.next(Figure.of(load), Steps.DEFAULT)).isEqualTo(next);
  }

  @Test
  void next_ofALoadThatIsNotKnown_asksForNothing() {
    assertThat(Pressure.REFUSE.next(Figure.absent("no heap"), Steps.DEFAULT))
        .isEqualTo(Pressure.NORMAL);
  }

  @ParameterizedTest(name = "{0} with {1} of 1,000,000 left becomes {2}")
  @CsvSource({
    "AMPLE, 150001, AMPLE",
    "AMPLE, 149999, CLEAN",
    "AMPLE, 19999, FULL",
    "CLEAN, 169999, CLEAN",
    "CLEAN, 170001, AMPLE",
    "CLEAN, 25000, CLEAN",
    "FULL, 39999, FULL",
    "FULL, 40001, CLEAN",
    "FULL, 900000, AMPLE"
  })
  void disk_isCleanedAndThenFull(DiskStage now, long usable, DiskStage next) {
    Usage usage = Readings.IDLE.usable(Figure.of(usable)).usage();
    assertThat(now.next(usage, DISK)).isEqualTo(next);
  }

  @Test
  void disk_underItsFloor_isFullWhateverTheShare() {
    DiskSteps steps = new DiskSteps(0.85, 0.98, 400_000);
    assertThat(DiskStage.AMPLE.next(disk(399_999), steps)).isEqualTo(DiskStage.FULL);
    assertThat(DiskStage.AMPLE.next(disk(400_001), steps)).isEqualTo(DiskStage.AMPLE);
    assertThat(DiskStage.FULL.next(disk(799_999), steps)).isEqualTo(DiskStage.FULL);
    assertThat(DiskStage.FULL.next(disk(800_001), steps)).isEqualTo(DiskStage.AMPLE);
  }

  private static Usage disk(long usable) {
    return Readings.IDLE.usable(Figure.of(usable)).usage();
  }

  @Test
  void disk_thatCannotBeRead_asksForNothing() {
    Usage usage = Readings.IDLE.usable(Figure.absent("no disk")).usage();
    assertThat(DiskStage.FULL.next(usage, DISK)).isEqualTo(DiskStage.AMPLE);
  }

  @Test
  void memoryFor_isTheTighterOfTheTwo() {
    Limits limits = limits(5_000);
    assertThat(limits.memoryFor(Readings.IDLE.usage())).isEqualTo(5_000);
    assertThat(limits.memoryFor(Readings.IDLE.container(4_000).usage())).isEqualTo(4_000);
    assertThat(limits.memoryFor(Readings.IDLE.container(6_000).usage())).isEqualTo(5_000);
  }

  @Test
  void load_isTheGreaterOfHeapAndRealMemory() {
    assertThat(limits(5_000).load(Readings.IDLE.heap(0.5).resident(1_000).usage()))
        .isEqualTo(Figure.of(0.5));
    assertThat(limits(5_000).load(Readings.IDLE.heap(0.5).resident(4_000).usage()))
        .isEqualTo(Figure.of(0.8));
    assertThat(limits(5_000).load(Readings.IDLE.resident(1_000).container(1_250).usage()))
        .isEqualTo(Figure.of(0.8));
  }

  private static Limits limits(long memory) {
    return new Limits(memory, 0.8, Steps.DEFAULT, DISK, true);
  }

  @Test
  void answers_areThoseOfEveryStageReached() {
    assertThat(standing(Pressure.NORMAL, DiskStage.AMPLE, false).answers()).isEmpty();
    assertThat(standing(Pressure.TRIM, DiskStage.AMPLE, false).answers())
        .containsExactly(Answer.TRIM);
    assertThat(standing(Pressure.SHED, DiskStage.AMPLE, false).answers())
        .containsExactly(Answer.TRIM, Answer.SHED);
    assertThat(standing(Pressure.PAUSE_BACKFILL, DiskStage.CLEAN, false).answers())
        .containsExactly(Answer.TRIM, Answer.SHED, Answer.PAUSE_BACKFILL, Answer.CLEAN);
    assertThat(standing(Pressure.REFUSE, DiskStage.AMPLE, false).answers())
        .containsExactly(Answer.TRIM, Answer.SHED, Answer.PAUSE_BACKFILL, Answer.REFUSE);
    assertThat(standing(Pressure.NORMAL, DiskStage.FULL, false).answers())
        .containsExactly(Answer.CLEAN, Answer.REFUSE);
    assertThat(standing(Pressure.NORMAL, DiskStage.AMPLE, true).answers())
        .containsExactly(Answer.SHED);
  }

  private static Standing standing(Pressure memory, DiskStage disk, boolean hot) {
    return new Standing(memory, disk, hot);
  }

  @Test
  void limits_thatMakeNoSense_areRefused() {
    assertThatThrownBy(() -> new Steps(0.8, 0.7, 0.9, 0.95)).hasMessageContaining("must rise");
    assertThatThrownBy(() -> new Steps(0, 0.7, 0.9, 0.95)).hasMessageContaining("must rise");
    assertThatThrownBy(() -> new Steps(0.7, 0.8, 0.9, 1.01)).hasMessageContaining("must rise");
    assertThatThrownBy(() -> new DiskSteps(0.9, 0.9, 0)).hasMessageContaining("must rise");
    assertThatThrownBy(() -> new DiskSteps(0.8, 0.9, -1)).hasMessageContaining("must rise");
    assertThatThrownBy(() -> limits(0)).hasMessageContaining("above 0 bytes");
    assertThatThrownBy(() -> new Limits(1, 80, Steps.DEFAULT, DISK, true))
        .hasMessageContaining("a share above 0, at most 1: 80");
  }
}
