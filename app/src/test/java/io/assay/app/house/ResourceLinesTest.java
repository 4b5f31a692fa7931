package io.assay.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.assay.runtime.ManualTime;
import io.assay.runtime.measure.Figure;
import io.assay.runtime.measure.Pressure;
import io.assay.runtime.measure.Reclaimable;
import io.assay.runtime.measure.Reclaimable.Answer;
import io.assay.runtime.measure.ResourceWatch;
import io.assay.runtime.measure.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is logged of a disk that stays nearly full.
class ResourceLinesTest {
  private final ManualTime time = new ManualTime();

  private Usage usage() {
    Figure none = Figure.absent("not asked");
    return new Usage(
        time.instant(),
        new Usage.Memory(Figure.of(1), Figure.of(100), none, none, none),
        new Usage.Cpu(Figure.of(0.01), 2, 0, Duration.ZERO, 10),
        new Usage.Disk(Figure.of(100L << 30), Figure.of(1_000L << 30)),
        new Usage.Files(none, none),
        new Usage.Network(none, none));
  }

  @Test
  void round_thatFreesNothing_isNoNews() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(ResourceWatch.class);
    Level before = logger.getLevel();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
    lines.start();
    try {
      Deque<Long> freed = new ArrayDeque<>(List.of(12L, 0L, 0L, 7L, 0L));
      ResourceWatch watch = new ResourceWatch(this::usage, time, Pressure.Limits.DEFAULT);
      watch.register(new Reclaimable.Cache("old logs", Answer.CLEAN, freed::remove));
      while (!freed.isEmpty()) {
        watch.round();
      }
      assertThat(lines.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .satisfiesExactly(
              line -> assertThat(line).contains("disk CLEAN", "old logs gave 12 B"),
              line -> assertThat(line).contains("old logs gave 7 B"));
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(before);
    }
  }
}
