package io.assay.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "999,999 B",
    "1000,1.0 KB",
    "536870912,512 MB",
    "2147483648,2.0 GB",
    "107374182400,100 GB",
    "1125899906842624,'1,024 TB'"
  })
  void bytes_areInMultiplesOf1024(long bytes, String words) {
    assertThat(Amounts.bytes(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 %,0.00 %",
    "0.653,65 %,65.30 %",
    "0.95,95 %,95.00 %",
    "0.98765,98.7 %,98.76 %",
    "0.999999,99.9 %,99.99 %",
    "1,100 %,100.00 %",
    "1.5,150 %,150.00 %"
  })
  void percent_neverRoundsUpToAll(double ratio, String percent, String share) {
    assertThat(Amounts.percent(ratio)).isEqualTo(percent);
    assertThat(Amounts.share(ratio)).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.000004S,4 µs",
    "PT0.08S,80 ms",
    "PT1.234S,1.2 s",
    "PT59.99S,60.0 s",
    "PT61.2S,1 m 1 s",
    "PT2H,2 h"
  })
  void time_isInTheUnitThatTellsIt(Duration time, String words) {
    assertThat(Amounts.time(time)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5S,0 s",
    "PT12S,12 s",
    "PT5M,5 m",
    "PT90S,1 m 30 s",
    "PT1H2M3S,1 h 2 m",
    "PT24H,1 d 0 h",
    "PT76H,3 d 4 h"
  })
  void age_isInItsTwoGreatestUnits(Duration age, String words) {
    assertThat(Amounts.age(age)).isEqualTo(words);
  }

  @Test
  void whatIsNotKnown_isADash() {
    assertThat(Amounts.bytes(null)).isEqualTo("–");
    assertThat(Amounts.percent(null)).isEqualTo("–");
    assertThat(Amounts.share(null)).isEqualTo("–");
    assertThat(Amounts.time(null)).isEqualTo("–");
  }
}
