package io.assay.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ManualTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedStreamTest {
  private final ManualTime time = new ManualTime();
  private final PacedStream stream =
      new PacedStream(new ByteArrayInputStream(new byte[100_000]), WebSettings.Bounds.USUAL, time);

  @Test
  void read_inTime_isLetThrough() throws IOException {
    for (int second = 0; second < 60; second++) {
      assertThat(stream.readNBytes(128)).hasSize(128);
      time.pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void read_tooSlowly_isGivenUp() throws IOException {
    for (int second = 0; second < 15; second++) {
      assertThat(stream.read()).isZero(); // who is slow at first may still catch up
      time.pass(Duration.ofSeconds(1));
    }
    time.pass(Duration.ofSeconds(1));
    assertThatThrownBy(stream::read)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(408));
  }

  @Test
  void read_whatIsAllThere_isNeverTooSlow() throws IOException {
    assertThat(stream.readAllBytes()).hasSize(100_000);
    time.pass(Duration.ofHours(1));
    assertThat(stream.read()).isEqualTo(-1);
  }
}
