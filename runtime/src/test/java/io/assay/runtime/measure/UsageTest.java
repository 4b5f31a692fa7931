package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

class UsageTest {
  @Test
  void loads_areShares() {
    Usage usage = Readings.IDLE.heap(0.5).resident(300).usage();
    assertThat(usage.heapLoad()).isEqualTo(Figure.of(0.5));
    assertThat(usage.residentLoad(1_200)).isEqualTo(Figure.of(0.25));
    assertThat(usage.diskLoad().orNaN()).isCloseTo(0.1, offset(1e-12));
  }

  @Test
  void diskLoad_ofADiskThatCannotBeRead_isAbsent() {
    Figure none = Figure.absent("no disk at /data");
    assertThat(Readings.IDLE.usable(none).usage().diskLoad()).isEqualTo(none);
  }

  @Test
  void figures_haveANameEach() {
    assertThat(Readings.IDLE.usage().figures())
        .hasSize(16)
        .containsEntry("heap_after_gc_bytes", Figure.of(100))
        .containsEntry("container_limit_bytes", Figure.absent("unlimited"))
        .containsEntry("cpu_ratio", Figure.of(0.01))
        .containsEntry("container_sent_bytes", Figure.of(2));
  }

  @Test
  void load_isOfTheCoresThatMayBeUsed() {
    assertThat(UsageProbe.load(3_000, 10_000, 1.5)).isEqualTo(Figure.of(0.2));
    assertThat(UsageProbe.load(0, 0, 2))
        .isEqualTo(Figure.absent("no time has passed since the last reading"));
  }

  @Test
  void alive_isWhatTheCollectionLeft_elseWhatIsUsed() {
    MemoryUsage used = new MemoryUsage(0, 800, 1_000, 1_000);
    MemoryUsage collected = new MemoryUsage(0, 300, 1_000, 1_000);
    assertThat(UsageProbe.alive(collected, used)).isEqualTo(300);
    assertThat(UsageProbe.alive(null, used)).isEqualTo(800);
  }

  @Test
  void pauses_areNotTheCyclesBesideTheProgram() {
    assertThat(UsageProbe.pauses("ZGC Major Cycles")).isFalse();
    assertThat(UsageProbe.pauses("ZGC Major Pauses")).isTrue();
    assertThat(UsageProbe.pauses("Copy")).isTrue();
    assertThat(UsageProbe.pauses("G1 Young Generation")).isTrue();
  }
}
