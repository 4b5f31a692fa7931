package io.assay.core.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.price.CandleLine.Finding;
import org.junit.jupiter.api.Test;

class CandleLineTest {
  private final CandleLine line = new CandleLine();

  private Finding read(String words) {
    byte[] bytes = words.getBytes(UTF_8);
    return line.read(bytes, 0, bytes.length);
  }

  @Test
  void read_sixFields_areTheNumbers() {
    assertThat(read("1704067200,1.5,3,1,2,40")).isEqualTo(Finding.SOUND);
    assertThat(line.seconds()).isEqualTo(1_704_067_200);
    assertThat(line.open()).isEqualTo(1.5);
    assertThat(line.high()).isEqualTo(3);
    assertThat(line.low()).isEqualTo(1);
    assertThat(line.close()).isEqualTo(2);
    assertThat(line.volume()).isEqualTo(40);
    assertThat(line.isInMillis()).isFalse();
    assertThat(line.isWithinRange()).isTrue();
  }

  @Test
  void read_noVolume_isSoundAndNotTold() {
    assertThat(read("1704067200,1.5,3,1,2")).isEqualTo(Finding.SOUND);
    assertThat(line.volume()).isNaN();
    assertThat(read("1704067200,1.5,3,1,2,")).isEqualTo(Finding.SOUND);
    assertThat(line.volume()).isNaN();
  }

  @Test
  void read_thirteenDigits_areMilliseconds() {
    assertThat(read("1704067200000,1,1,1,1")).isEqualTo(Finding.SOUND);
    assertThat(line.seconds()).isEqualTo(1_704_067_200);
    assertThat(line.isInMillis()).isTrue();
  }

  @Test
  void read_openOutsideTheRange_isSoundAndSaid() {
    assertThat(read("1704067200,5,3,1,2")).isEqualTo(Finding.SOUND);
    assertThat(line.isWithinRange()).isFalse();
  }

  @Test
  void read_tooFewOrTooManyFields_isFieldsMissing() {
    assertThat(read("")).isEqualTo(Finding.FIELDS_MISSING);
    assertThat(read("1704067200,1,1,1")).isEqualTo(Finding.FIELDS_MISSING);
    assertThat(read("1704067200,1,1,1,1,1,1")).isEqualTo(Finding.FIELDS_MISSING);
    assertThat(read("1704067200;1;1;1;1;1")).isEqualTo(Finding.FIELDS_MISSING);
  }

  @Test
  void read_oddTimes_areUnread() {
    for (String time :
        new String[] {
          "",
          "x",
          "-5",
          "17040672000",
          "1704067200001",
          "1704067200000000",
          "1704067200.0",
          "0704067200",
          "2024-01-01T00:00:00Z"
        }) {
      assertThat(read(time + ",1,1,1,1,1")).as(time).isEqualTo(Finding.TIME_UNREAD);
    }
  }

  @Test
  void read_wordsForNumbers_areNotNumbers() {
    assertThat(read("1704067200,1,1,1,x,1")).isEqualTo(Finding.NOT_A_NUMBER);
    assertThat(read("1704067200,1,,1,1,1")).isEqualTo(Finding.NOT_A_NUMBER);
    assertThat(read("1704067200,NaN,1,1,1,1")).isEqualTo(Finding.NOT_A_NUMBER);
    assertThat(read("1704067200,1,1,1,1,null")).isEqualTo(Finding.NOT_A_NUMBER);
  }

  @Test
  void read_pricesNobodyPays_areUnusable() {
    assertThat(read("1704067200,0,1,1,1,1")).isEqualTo(Finding.PRICE_UNUSABLE);
    assertThat(read("1704067200,1,1,-1,1,1")).isEqualTo(Finding.PRICE_UNUSABLE);
    assertThat(read("1704067200,1,1e999,1,1,1")).isEqualTo(Finding.PRICE_UNUSABLE);
    assertThat(read("1704067200,1,1,2,1,1")).isEqualTo(Finding.HIGH_BELOW_LOW);
    assertThat(read("1704067200,1,1,1,1,-1")).isEqualTo(Finding.VOLUME_UNUSABLE);
  }
}
