package io.assay.adapters.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  @Test
  void isMeant_ordinaryNames_are() {
    assertThat(new String[] {"result.json", "messages", "a.json.gz", "part", "x.partial", "doner"})
        .allMatch(FileNames::isMeant);
  }

  @Test
  void isMeant_hiddenUnfinishedAndOurOwn_areNot() {
    assertThat(
            new String[] {
              ".hidden", "a.part", "a.TMP", "a.json.crdownload", ".tmp", "done", "failed"
            })
        .noneMatch(FileNames::isMeant);
  }

  @Test
  void plain_anOrdinaryName_stays() {
    assertThat(FileNames.plain("Канал – 2026 😀.json")).isEqualTo("Канал – 2026 😀.json");
  }

  @Test
  void plain_whatSteersATerminal_isReplaced() {
    assertThat(FileNames.plain("a\nb\u001B[2Jc\u202Ed\uFFFDe\u2028f\uD800"))
        .isEqualTo("a_b_[2Jc_d_e_f_");
  }

  @Test
  void numbered_one_isTheNameItself() {
    assertThat(FileNames.numbered("a.json", 1)).isEqualTo("a.json");
  }

  @Test
  void numbered_more_standBeforeTheEnding() {
    assertThat(FileNames.numbered("a.json", 2)).isEqualTo("a-2.json");
    assertThat(FileNames.numbered("messages", 3)).isEqualTo("messages-3");
    assertThat(FileNames.numbered("a. a long sentence", 2)).isEqualTo("a. a long sentence-2");
  }

  @Test
  void numbered_asLongAsMayBe_isCutBetweenLetters() {
    String name = "я".repeat(125) + ".json";
    String numbered = FileNames.numbered(name, 12);
    assertThat(numbered).isEqualTo("я".repeat(123) + "-12.json");
    assertThat(numbered.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
  }
}
