package io.assay.app.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
  @Test
  void plain_whatATerminalWouldObey_isWrittenOut() {
    assertThat(Shown.plain("a\u001b[2Jb\r\n\u202ec\u2028d\uFEFF"))
        .isEqualTo("a\\u001b[2Jb\\u000d\\u000a\\u202ec\\u2028d\\ufeff");
  }

  @Test
  void plain_whatAnybodyCanRead_isLeftAlone() {
    String text = "Zürich – 東京 \uD83D\uDE80 \"quoted\" 5 %";
    assertThat(Shown.plain(text)).isEqualTo(text);
  }

  @Test
  void plain_halfACharacter_isWrittenOut() {
    assertThat(Shown.plain("a\uD83D")).isEqualTo("a\\ud83d");
  }

  @Test
  void quoted_longText_isCutBetweenCharacters() {
    assertThat(Shown.quoted("short")).isEqualTo("\"short\"");
    assertThat(Shown.quoted("x".repeat(40))).isEqualTo("\"" + "x".repeat(40) + "\"");
    assertThat(Shown.quoted("\uD83D\uDE80".repeat(1000)))
        .isEqualTo("\"" + "\uD83D\uDE80".repeat(40) + "…\"");
  }

  @ParameterizedTest
  @CsvSource({
    "max_cpu-usage2, max_cpu-usage2",
    "token:hunter2, token…",
    "'token = hunter2', token…",
    "Übermaß, …",
    "'', …"
  })
  void name_isShownAsFarAsItCanBeAName(String key, String shown) {
    assertThat(Shown.name(key)).isEqualTo(shown);
  }

  @Test
  void name_longerThanAnyKey_isCut() {
    assertThat(Shown.name("a".repeat(1000))).hasSize(41).endsWith("…");
  }
}
