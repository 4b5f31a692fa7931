package io.assay.app.config.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static Object read(Class<?> type, String text) throws WrongValueException {
    return Values.read(type, "", text);
  }

  private static void assertWrong(Class<?> type, String text, String why) {
    assertThatThrownBy(() -> read(type, text))
        .as(text)
        .isInstanceOf(WrongValueException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"0.85, 0.85", "85%, 0.85", "85 %, 0.85", "0, 0", "1, 1", "100%, 1", "0.1%, 0.001"})
  void share_asWritten_isFromZeroToOne(String text, double share) throws Exception {
    assertThat(read(double.class, text)).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({"80, 0.8", "80%, 0.8", "0.8, 0.008", "100, 1"})
  void share_inPercent_isReadInPercent(String text, double share) throws Exception {
    assertThat(Values.read(double.class, "%", text)).isEqualTo(share);
  }

  @Test
  void share_wrong_isNamed() {
    assertWrong(double.class, "1.01", "is more than 1");
    assertWrong(double.class, "101%", "is more than 1");
    assertWrong(double.class, "-0.1", "is below zero");
    assertWrong(double.class, "NaN", "is no number");
    assertWrong(double.class, "1e-3", "is no number");
    assertWrong(double.class, "5 s", "has no unit that I know");
  }

  @Test
  void number_outsideItsType_isTooLarge() {
    assertWrong(int.class, "2147483648", "is too large");
    assertWrong(long.class, "9223372036854775808", "is too large");
    assertWrong(long.class, "9".repeat(100_000), "is too large");
    assertWrong(int.class, "1.0", "is no whole number");
    assertWrong(int.class, "+1", "is no whole number");
    assertWrong(int.class, "٣", "is no whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "no", "on", "off", "1", "0", "True", "TRUE"})
  void truth_inOtherWords_isRefused(String text) {
    assertWrong(boolean.class, text, "is neither true nor false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org",
        "example.org",
        "//example.org/a",
        "http:///a",
        "http:a",
        "https://exa mple.org",
        "file:/etc/passwd",
        "https://",
        "javascript:alert(1)"
      })
  void address_ofNoWebServer_isRefusedWithoutBeingSaid(String text) {
    assertThatThrownBy(() -> read(URI.class, text))
        .isInstanceOf(WrongValueException.class)
        .hasNoCause()
        .hasMessage("is no address such as https://example.org/path");
  }

  @Test
  void address_ofAWebServer_isTaken() throws Exception {
    assertThat(read(URI.class, "HTTPS://example.org:8443/a?b=c#d"))
        .isEqualTo(URI.create("HTTPS://example.org:8443/a?b=c#d"));
  }

  @Test
  void path_isAsTyped() throws Exception {
    assertThat(read(Path.class, "a/../b")).isEqualTo(Path.of("a/../b"));
    assertWrong(Path.class, "~", "is not expanded here");
    assertWrong(Path.class, "~root/x", "is not expanded here");
  }

  @Test
  void anything_withAControlCharacter_isRefused() {
    for (Class<?> type : new Class<?>[] {String.class, Path.class, int.class, Duration.class}) {
      assertWrong(type, "1\u0000", "control character");
      assertWrong(type, "1\n", "control character");
    }
  }

  @Test
  void anything_butAText_mayHaveSpacesAround() throws Exception {
    assertThat(read(int.class, " 5 ")).isEqualTo(5);
    assertThat(read(Path.class, " a ")).isEqualTo(Path.of("a"));
    assertThat(read(String.class, " a ")).isEqualTo(" a ");
  }

  @Test
  void show_aShare_isReadBackAsTheSame() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1000; i++) {
      double share = random.nextInt(1_000_001) / 1_000_000.0;
      for (String unit : new String[] {"", "%"}) {
        String shown = String.valueOf(Values.show(share, unit));
        assertThat(Values.read(double.class, unit, shown)).as(shown).isEqualTo(share);
      }
    }
  }
}
