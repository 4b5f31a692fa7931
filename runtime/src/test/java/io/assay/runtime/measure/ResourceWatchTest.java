package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.assay.runtime.ManualTime;
import io.assay.runtime.measure.Pressure.DiskStage;
import io.assay.runtime.measure.Pressure.Limits;
import io.assay.runtime.measure.Pressure.Standing;
import io.assay.runtime.measure.Pressure.Steps;
import io.assay.runtime.measure.Reclaimable.Answer;
import io.assay.runtime.measure.ResourceWatch.Change;
import io.assay.runtime.measure.ResourceWatch.Deed;
import io.assay.runtime.measure.ResourceWatch.Gift;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class ResourceWatchTest {
  private static final Limits LIMITS = limits(true);

  private final ManualTime time = new ManualTime();
  private final List<String> told = new ArrayList<>();
  private Readings readings = Readings.IDLE;
  private final ResourceWatch watch =
      new ResourceWatch(() -> readings.usage(time.instant()), time, LIMITS);

  private static Limits limits(boolean answers) {
    return new Limits(1 << 20, 0.8, Steps.DEFAULT, new Pressure.DiskSteps(0.85, 0.98, 0), answers);
  }

  private void valve(String name, Answer answer) {
    watch.register(
        new Reclaimable.Valve(
            name, answer, () -> told.add("close " + name), () -> told.add("open " + name)));
  }

  private void cache(String name, Answer answer, LongSupplier bytes) {
    watch.register(
        new Reclaimable.Cache(
            name,
            answer,
            () -> {
              told.add("trim " + name);
              return bytes.getAsLong();
            }));
  }

  /// What is told in a round at so full a heap.
  private List<String> at(double heap) {
    return at(readings.heap(heap));
  }

  private List<String> at(Readings now) {
    readings = now;
    told.clear();
    watch.round();
    return List.copyOf(told);
  }

  private void house() {
    valve("intake", Answer.REFUSE);
    valve("enrichment", Answer.SHED);
    valve("backfill", Answer.PAUSE_BACKFILL);
    cache("prices", Answer.TRIM, () -> 12);
    cache("episodes", Answer.SHED, () -> -1);
  }

  private Gift gift(String name) {
    return watch.view().gifts().stream()
        .filter(gift -> gift.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void view_beforeTheFirstRound_isARealReading() {
    assertThat(watch.view().usage()).isEqualTo(Readings.IDLE.usage());
    assertThat(watch.view().standing()).isEqualTo(Standing.CALM);
    assertThat(watch.view().history()).isEmpty();
    assertThat(watch.view().refuses()).isFalse();
  }

  @Test
  void round_asTheHeapFills_asksStageByStageAndLeavesInReverse() {
    house();
    assertThat(at(0.5)).isEmpty();
    assertThat(at(0.72)).containsExactly("trim prices");
    assertThat(at(0.82)).containsExactly("trim prices", "close enrichment", "trim episodes");
    assertThat(at(0.91)).containsExactly("trim prices", "trim episodes", "close backfill");
    assertThat(at(0.96)).containsExactly("trim prices", "trim episodes", "close intake");
    assertThat(watch.view().refuses()).isTrue();
    assertThat(at(0.89)).containsExactly("open intake", "trim prices", "trim episodes");
    assertThat(at(0.10)).containsExactly("open backfill", "open enrichment");
    assertThat(at(0.10)).isEmpty();
  }

  @Test
  void round_straightToTheWorst_doesEverythingInItsOrder() {
    house();
    assertThat(at(0.99))
        .containsExactly(
            "trim prices", "close enrichment", "trim episodes", "close backfill", "close intake");
    assertThat(at(0.10)).containsExactly("open intake", "open backfill", "open enrichment");
  }

  @Test
  void round_whileAStageLasts_asksCachesAgainButClosesOnce() {
    house();
    at(0.82);
    assertThat(at(0.82)).containsExactly("trim prices", "trim episodes");
    assertThat(at(0.76)).containsExactly("trim prices", "trim episodes");
  }

  @Test
  void measure_readsAnew_andDecidesNothing() {
    house();
    at(0.10);
    readings = readings.heap(0.99);
    told.clear();
    watch.measure();
    assertThat(told).isEmpty();
    assertThat(watch.view().standing()).isEqualTo(Standing.CALM);
    assertThat(watch.view().load()).isEqualTo(Figure.of(0.99));
    assertThat(at(0.99)).contains("close intake");
  }

  @Test
  void gifts_sayWhatEachLastGave() {
    house();
    at(0.82);
    assertThat(gift("prices"))
        .isEqualTo(new Gift("prices", Answer.TRIM, Deed.RELEASED, Figure.of(12), time.instant()));
    assertThat(gift("episodes").bytes()).isEqualTo(Figure.absent("an unknown amount"));
    assertThat(gift("enrichment").deed()).isEqualTo(Deed.CLOSED);
    at(0.10);
    assertThat(gift("enrichment").deed()).isEqualTo(Deed.OPENED);
    assertThat(watch.view().gifts()).extracting(Gift::name).doesNotContain("backfill", "intake");
  }

  @Test
  void round_oneThatFails_doesNotStopTheOthersAndIsSaid() {
    cache(
        "broken",
        Answer.TRIM,
        () -> {
          throw new IllegalStateException("the cache is closed");
        });
    cache(
        "full",
        Answer.TRIM,
        () -> {
          throw new OutOfMemoryError("Java heap space");
        });
    cache("prices", Answer.TRIM, () -> 12);
    assertThat(at(0.72)).containsExactly("trim broken", "trim full", "trim prices");
    assertThat(gift("broken").deed()).isEqualTo(Deed.FAILED);
    assertThat(gift("broken").bytes())
        .isEqualTo(Figure.absent("IllegalStateException: the cache is closed"));
    assertThat(gift("full").bytes()).isEqualTo(Figure.absent("OutOfMemoryError: Java heap space"));
    assertThat(gift("prices").deed()).isEqualTo(Deed.RELEASED);
  }

  @Test
  void round_aValveThatFails_isTriedAgainUntilItFollows() {
    List<String> failing = new ArrayList<>(List.of("close", "open"));
    watch.register(
        new Reclaimable.Valve(
            "backfill",
            Answer.PAUSE_BACKFILL,
            () -> failOnce(failing, "close"),
            () -> failOnce(failing, "open")));
    assertThat(at(0.92)).containsExactly("close fails");
    assertThat(gift("backfill").deed()).isEqualTo(Deed.FAILED);
    assertThat(at(0.92)).containsExactly("close");
    assertThat(at(0.10)).containsExactly("open fails");
    assertThat(at(0.10)).containsExactly("open");
    assertThat(at(0.10)).isEmpty();
  }

  private void failOnce(List<String> failing, String what) {
    if (failing.remove(what)) {
      told.add(what + " fails");
      throw new IllegalStateException("not now");
    }
    told.add(what);
  }

  @Test
  void register_whileItsStageLasts_isAskedAtTheNextRound() {
    at(0.92);
    valve("backfill", Answer.PAUSE_BACKFILL);
    assertThat(at(0.92)).containsExactly("close backfill");
  }

  @Test
  void register_underTheSameName_takesThePlaceOfTheEarlierOne() {
    Reclaimable first = backfill("the first");
    watch.register(first);
    assertThat(at(0.92)).containsExactly("close the first");
    watch.register(backfill("the second"));
    assertThat(at(0.92)).containsExactly("close the second");
    watch.register(first);
    assertThat(at(0.92)).containsExactly("close the first");
    assertThat(at(0.10)).containsExactly("open the first");
  }

  private Reclaimable backfill(String which) {
    return new Reclaimable.Valve(
        "backfill",
        Answer.PAUSE_BACKFILL,
        () -> told.add("close " + which),
        () -> told.add("open " + which));
  }

  @Test
  void round_withoutAnswers_measuresAndAsksNothing() {
    house();
    watch.limits(limits(false));
    assertThat(at(0.99)).isEmpty();
    assertThat(watch.view().standing().memory()).isEqualTo(Pressure.REFUSE);
    assertThat(watch.view().refuses()).isFalse();
  }

  @Test
  void limits_withoutAnswersFromNowOn_openWhatWasClosed() {
    house();
    at(0.99);
    watch.limits(limits(false));
    assertThat(at(0.99)).containsExactly("open intake", "open backfill", "open enrichment");
    watch.limits(limits(true));
    assertThat(at(0.99)).contains("close enrichment", "close backfill", "close intake");
  }

  @Test
  void limits_changed_countFromTheNextRound() {
    house();
    assertThat(at(0.5)).isEmpty();
    watch.limits(new Limits(1 << 20, 0.8, new Steps(0.4, 0.5, 0.6, 0.7), LIMITS.disk(), true));
    assertThat(watch.view().standing()).isEqualTo(Standing.CALM);
    assertThat(at(0.5)).contains("close enrichment");
    assertThat(watch.view().standing().memory()).isEqualTo(Pressure.SHED);
  }

  @Test
  void round_onRealMemoryAlone_answersToo() {
    house();
    assertThat(at(readings.resident(9_100).container(10_000))).contains("close backfill");
  }

  @Test
  void round_onADiskThatFills_cleansAndThenRefuses() {
    house();
    cache("old backups", Answer.CLEAN, () -> 5_000);
    assertThat(at(readings.usable(Figure.of(140_000)))).containsExactly("trim old backups");
    assertThat(watch.view().standing().disk()).isEqualTo(DiskStage.CLEAN);
    assertThat(at(readings.usable(Figure.of(10_000))))
        .containsExactly("trim old backups", "close intake");
    assertThat(watch.view().refuses()).isTrue();
    assertThat(at(readings.usable(Figure.of(500_000)))).containsExactly("open intake");
  }

  @Test
  void round_onAHotProcessor_shedsWorkAfterThreeSamplesAndKeepsTheCaches() {
    house();
    assertThat(at(cpu(0.9))).isEmpty();
    assertThat(at(cpu(0.9))).isEmpty();
    assertThat(at(cpu(0.9))).containsExactly("close enrichment");
    assertThat(watch.view().standing().hot()).isTrue();
    assertThat(at(cpu(0.76))).isEmpty();
    assertThat(at(cpu(0.74))).containsExactly("open enrichment");
  }

  @Test
  void round_onAProcessorThatIsHotOnAndOff_shedsNothing() {
    house();
    for (int i = 0; i < 5; i++) {
      assertThat(at(cpu(0.9))).isEmpty();
      assertThat(at(cpu(0.9))).isEmpty();
      assertThat(at(cpu(0.8))).isEmpty();
    }
  }

  @Test
  void round_aSampleThatIsAbsent_neitherCountsNorForgives() {
    house();
    at(cpu(0.9));
    at(cpu(0.9));
    assertThat(at(readings.cpu(Figure.absent("first reading")))).isEmpty();
    assertThat(at(cpu(0.9))).containsExactly("close enrichment");
  }

  private Readings cpu(double ratio) {
    return readings.cpu(Figure.of(ratio));
  }

  @Test
  void history_saysEachChangeAndWhy() {
    at(0.72);
    at(0.73);
    at(0.10);
    assertThat(watch.view().history())
        .extracting(change -> change.before().memory(), change -> change.after().memory())
        .containsExactly(
            tuple(Pressure.NORMAL, Pressure.TRIM), tuple(Pressure.TRIM, Pressure.NORMAL));
    assertThat(watch.view().history())
        .first()
        .extracting(Change::why)
        .isEqualTo("heap 72.0 %, resident 100 B of 1.0 MB, disk 10.0 %, CPU 1.0 %");
  }

  @Test
  void since_isWhenTheStandingLastChanged() {
    Instant start = time.instant();
    time.pass(Duration.ofMinutes(5));
    at(0.10);
    assertThat(watch.view().since()).isEqualTo(start);
    time.pass(Duration.ofMinutes(5));
    at(0.72);
    time.pass(Duration.ofMinutes(5));
    at(0.73);
    assertThat(watch.view().since()).isEqualTo(start.plus(Duration.ofMinutes(10)));
    assertThat(watch.view().history()).extracting(Change::at).containsExactly(watch.view().since());
  }

  @Test
  void history_isBounded() {
    for (int i = 0; i < 200; i++) {
      at(i % 2 == 0 ? 0.72 : 0.10);
    }
    assertThat(watch.view().history()).hasSize(100);
    assertThat(watch.view().history().getLast().after()).isEqualTo(Standing.CALM);
  }

  @Test
  void bindTo_showsFiguresAndStages_andNaNForWhatIsAbsent() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    watch.bindTo(registry);
    at(0.72);
    assertThat(registry.get("assay.resource.heap_after_gc_bytes").gauge().value()).isEqualTo(720);
    assertThat(registry.get("assay.resource.container_limit_bytes").gauge().value()).isNaN();
    assertThat(registry.get("assay.resource.memory_ratio").gauge().value()).isEqualTo(0.72);
    assertThat(stage(registry, "TRIM")).isEqualTo(1);
    assertThat(stage(registry, "NORMAL")).isZero();
  }

  private static double stage(SimpleMeterRegistry registry, String stage) {
    return registry.get("assay.resource.memory_stage").tag("stage", stage).gauge().value();
  }
}
