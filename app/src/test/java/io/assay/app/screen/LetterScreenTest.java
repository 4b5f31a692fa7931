package io.assay.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.api.FakeSystem;
import io.assay.app.api.LetterPage;
import io.assay.runtime.DeadLetter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterScreenTest {
  private static DeadLetter letter(long id, String item, String cause, String payload) {
    return new DeadLetter(id, "message_processing", item, cause, 3, FakeSystem.NOON, payload);
  }

  private static LetterPage page(String next, DeadLetter... letters) {
    List<LetterPage.Letter> shown = List.of(letters).stream().map(LetterPage.Letter::of).toList();
    return new LetterPage(shown, 1_234, next.isEmpty() ? null : next);
  }

  @Test
  void page_isTwoLinesALetter() {
    String screen =
        LetterScreen.of(
            page(
                "/next",
                letter(7, "message 99 of 信号デスクの長い名前", "no chain is named", ""),
                letter(8, "row 3", "disk full", "")));
    assertThat(screen)
        .isEqualTo(
            """
                  id  kept at (UTC)     origin               tries  item
                   7  2026-01-01 12:00  message_processing       3  message 99 of 信号デス…
                          no chain is named
                   8  2026-01-01 12:00  message_processing       3  row 3
                          disk full
            2 of 1,234; the next: --after 8
            """);
    assertThat(screen.lines()).allMatch(line -> Cells.width(line) <= 80);
  }

  @Test
  void page_thatIsTheLastOrEmpty_saysSo() {
    assertThat(LetterScreen.of(page("", letter(1, "a", "b", ""))))
        .endsWith("the last 1 of 1,234\n");
    assertThat(LetterScreen.of(page(""))).isEqualTo("no more dead letters\n");
    assertThat(LetterScreen.of(new LetterPage(List.of(), 0, null))).isEqualTo("no dead letters\n");
  }

  @Test
  void letter_isShownAndNotObeyed() {
    DeadLetter hostile =
        letter(
            7,
            "\033]0;owned\007",
            "first\nsecond \u202eegnp",
            "{\"text\":\"\033[2J\u009b31mred\"}\r\nsecond line\u2028third\n");
    assertThat(LetterScreen.of(hostile))
        .isEqualTo(
            """
            dead letter  7
            origin       message_processing
            item         \\u001b]0;owned\\u0007
            cause        first\\u000asecond \\u202eegnp
            tries        3
            kept at      2026-01-01T12:00:00Z
            payload      42 letters
              {"text":"\\u001b[2J\\u009b31mred"}
              second line\\u2028third
            """);
  }

  @Test
  void letter_ofAGreatPayload_isBounded() {
    String screen = LetterScreen.of(letter(7, "a", "b", "x".repeat(1_000_000)));
    assertThat(screen.length()).isLessThan(5_000);
    assertThat(screen).endsWith("… 996,000 more letters; --json has all of it\n");
  }
}
