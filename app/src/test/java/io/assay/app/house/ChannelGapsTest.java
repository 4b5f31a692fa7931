package io.assay.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.Settings;
import io.assay.core.message.ChannelId;
import io.assay.runtime.ManualTime;
import io.assay.runtime.health.CheckResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Alive and not progressing: whoever usually says something and does not any more.
class ChannelGapsTest {
  private static final ChannelId BUSY = new ChannelId(1);
  private static final ChannelId CALM = new ChannelId(2);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration GAP = Duration.ofMinutes(10);

  private final ManualTime time = new ManualTime();
  private final FlowFigures figures = KeptFigures.by(time);
  private final Settings settings = new Settings();

  private void speak(ChannelId channel, int times, Duration gap) {
    for (int i = 0; i < times; i++) {
      time.pass(gap);
      figures.recorded(channel, Duration.ZERO);
    }
  }

  private ChannelGaps.Reading read() {
    return figures.gaps().read(20, HOUR);
  }

  @Test
  void silence_ofTwentyUsualGaps_isTooMuch() {
    speak(BUSY, 10, GAP);
    time.pass(GAP.multipliedBy(20));
    assertThat(read().silent()).isEmpty();
    time.pass(Duration.ofSeconds(1));
    assertThat(read().silent())
        .containsExactly(new ChannelGaps.Silent(BUSY, GAP.multipliedBy(20).plusSeconds(1), GAP));
    speak(BUSY, 1, GAP);
    assertThat(read().silent()).isEmpty();
  }

  @Test
  void silence_ofLessThanAnHour_isNeverTooMuch() {
    speak(BUSY, 10, Duration.ofSeconds(1));
    time.pass(HOUR);
    assertThat(read().silent()).isEmpty();
    time.pass(Duration.ofSeconds(1));
    assertThat(read().silent()).hasSize(1);
  }

  @Test
  void usual_isTheMedianOfTheLastFifty() {
    speak(BUSY, 60, Duration.ofDays(1));
    speak(BUSY, 26, GAP);
    time.pass(Duration.ofDays(1));
    assertThat(read().silent()).extracting(ChannelGaps.Silent::usual).containsExactly(GAP);
  }

  @Test
  void usual_ofAFewMessages_isNotKnown() {
    speak(BUSY, ChannelGaps.LEAST_GAPS, GAP);
    time.pass(Duration.ofDays(30));
    assertThat(read()).isEqualTo(new ChannelGaps.Reading(0, List.of()));
    assertThat(read().isDeaf()).isFalse();
  }

  @Test
  void channels_someAreSilent_isDegraded_allOfThem_isDown() {
    assertThat(check().status()).isEqualTo(CheckResult.Status.UP);
    speak(CALM, 10, Duration.ofDays(1));
    speak(BUSY, 10, GAP);
    time.pass(Duration.ofDays(1));
    assertThat(check().status()).isEqualTo(CheckResult.Status.DEGRADED);
    assertThat(check().detail())
        .isEqualTo("channel 1 has said nothing for 1440 min, and is usually silent for 600 s");
    time.pass(Duration.ofDays(20));
    assertThat(check().status()).isEqualTo(CheckResult.Status.DOWN);
    assertThat(check().detail()).endsWith(", nor have 1 others");
    speak(CALM, 1, GAP);
    assertThat(check().status()).isEqualTo(CheckResult.Status.DEGRADED);
  }

  private CheckResult check() {
    return Signs.channels(figures, settings);
  }
}
