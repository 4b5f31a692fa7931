package io.assay.app.config.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "2GB, 2147483648",
    "512MB, 536870912",
    "64k, 65536",
    "64 KiB, 65536",
    "1.5GB, 1610612736",
    "10, 10",
    "0, 0",
    "3 tb, 3298534883328",
    "7B, 7"
  })
  void size_asWritten_isBinaryMultiples(String text, long bytes) throws Exception {
    assertThat(Units.SIZE.read(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 60000",
    "60s, 60000",
    "60 s, 60000",
    "250ms, 250",
    "5 min, 300000",
    "5m, 300000",
    "1.5h, 5400000",
    "24h, 86400000",
    "7d, 604800000"
  })
  void time_asWritten_isMilliseconds(String text, long millis) throws Exception {
    assertThat(Units.TIME.read(text)).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({
    "2 bananas, has no unit",
    "2%, has no unit",
    "GB, is no number",
    "'', is no number",
    "1e3, is no number",
    "1_000, is no number",
    "0x10, is no number",
    "2GB2, is no number",
    "-1, is below zero",
    "0.3B, is finer than 1B",
    "9999999999999TB, is too large"
  })
  void size_wrong_isNamed(String text, String why) {
    assertThatThrownBy(() -> Units.SIZE.read(text))
        .isInstanceOf(WrongValueException.class)
        .hasMessageContaining(why);
  }

  @Test
  void size_aThousandDigits_isNoSize() {
    assertThatThrownBy(() -> Units.SIZE.read("9".repeat(1000)))
        .isInstanceOf(WrongValueException.class);
  }

  @ParameterizedTest
  @CsvSource({"2147483648, 2GB", "1610612736, 1536MB", "1000, 1000B", "0, 0B"})
  void show_bytes_inTheLargestUnitWithoutFraction(long bytes, String shown) {
    assertThat(new Size(bytes)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({"60000, 1min", "90000, 90s", "86400000, 1d", "1, 1ms", "0, 0s"})
  void show_time_inTheLargestUnitWithoutFraction(long millis, String shown) {
    assertThat(Units.TIME.show(millis)).isEqualTo(shown);
  }

  @Test
  void show_anything_isReadBackAsTheSame() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      long amount = random.nextLong(Long.MAX_VALUE) >> random.nextInt(60);
      assertThat(Units.SIZE.read(Units.SIZE.show(amount))).isEqualTo(amount);
      assertThat(Units.TIME.read(Units.TIME.show(amount))).isEqualTo(amount);
    }
  }
}
