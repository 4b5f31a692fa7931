package io.assay.core.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.canon.CanonException;
import io.assay.core.message.ChannelId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayKeyTest {
  private static final ChannelId CHANNEL = new ChannelId(1_234_567);

  @Test
  void ofBytes_ofToBytes_isTheKey() {
    for (DayKey key :
        List.of(
            new DayKey(CHANNEL, "solana/MICRO", 20_000),
            new DayKey(new ChannelId(-7), "", -3),
            new DayKey(new ChannelId(Long.MIN_VALUE), "Ж".repeat(300), Long.MAX_VALUE))) {
      assertThat(DayKey.ofBytes(key.toBytes())).isEqualTo(key);
    }
  }

  @Test
  void toBytes_beginsWithTheChannel() {
    byte[] prefix = DayKey.prefix(CHANNEL);
    byte[] bytes = new DayKey(CHANNEL, "base/SMALL", 1).toBytes();

    assertThat(bytes).startsWith(prefix);
    assertThat(DayKey.prefix(new ChannelId(1_234_568))).hasSameSizeAs(prefix).isNotEqualTo(prefix);
  }

  @Test
  void toBytes_withinAPool_isInOrderOfDay() {
    byte[] before = new DayKey(CHANNEL, "base/SMALL", 255).toBytes();
    byte[] after = new DayKey(CHANNEL, "base/SMALL", 256).toBytes();

    assertThat(Arrays.compareUnsigned(before, after)).isNegative();
  }

  @Test
  void compareTo_isByChannelThenPoolThenDay() {
    DayKey first = new DayKey(CHANNEL, "a", 9);
    DayKey second = new DayKey(CHANNEL, "b", 1);
    DayKey third = new DayKey(CHANNEL, "b", 2);
    DayKey fourth = new DayKey(new ChannelId(2_000_000), "a", 0);

    assertThat(List.of(fourth, third, second, first).stream().sorted())
        .containsExactly(first, second, third, fourth);
  }

  @Test
  void of_anInstant_isItsDayInUtc() {
    assertThat(DayKey.of(CHANNEL, "a", Instant.parse("1970-01-02T23:59:59.999Z")).epochDay())
        .isEqualTo(1);
    assertThat(DayKey.of(CHANNEL, "a", Instant.parse("1969-12-31T23:59:59Z")).epochDay())
        .isEqualTo(-1);
    assertThat(DayKey.of(CHANNEL, "a", Instant.MAX).epochDay()).isPositive();
  }

  @Test
  void ofBytes_damaged_isRefused() {
    byte[] bytes = new DayKey(CHANNEL, "base/SMALL", 1).toBytes();

    assertThatThrownBy(() -> DayKey.ofBytes(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(CanonException.class);
    assertThatThrownBy(() -> DayKey.ofBytes(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(CanonException.class);
  }
}
