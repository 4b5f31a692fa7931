package io.assay.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  @ParameterizedTest
  @CsvSource({
    "assay,5",
    "Ünïcödé,7",
    "e\u0301,1",
    "信号,4",
    "デスク,6",
    "ﾃﾞｽｸ,4",
    "한국어,6",
    "ＡＢ,4",
    "（,2",
    "🚀,2",
    "❤,1",
    "❤\uFE0F,2",
    "🇺🇸,2",
    "…●▲✗█░–·,8",
    "привет,6",
    "'',0"
  })
  void width_isWhatATerminalTakes(String text, int cells) {
    assertThat(Cells.width(text)).isEqualTo(cells);
  }

  @Test
  void plain_showsThatSomethingWasThere() {
    assertThat(Cells.plain("a\033[31mb\r\n\tc\u009b2Jd\u202ee\u2028f\u0007"))
        .isEqualTo("a\uFFFD[31mb\uFFFD\uFFFD\uFFFDc\uFFFD2Jd\uFFFDe\uFFFDf\uFFFD");
    assertThat(Cells.plain("half \ud83d of a pair")).isEqualTo("half \uFFFD of a pair");
    assertThat(Cells.plain("信号 🚀 ok")).isEqualTo("信号 🚀 ok");
  }

  @Test
  void escaped_losesNothing() {
    assertThat(Cells.escaped("a\033b\u009bc\u202ed")).isEqualTo("a\\u001bb\\u009bc\\u202ed");
    assertThat(Cells.escaped("\udb40\udc41")).isEqualTo("\\udb40\\udc41"); // a tag letter
  }

  @ParameterizedTest
  @CsvSource({
    "assay,5,assay",
    "assay,4,ass…",
    "信号デスク,10,信号デスク",
    "信号デスク,9,信号デス…",
    "信号デスク,8,信号デ…",
    "🚀🚀,3,🚀…",
    "abc,1,…"
  })
  void cut_neverTakesMoreThanItsRoom(String text, int room, String cut) {
    assertThat(Cells.cut(text, room)).isEqualTo(cut);
    assertThat(Cells.width(cut)).isLessThanOrEqualTo(room);
  }

  @Test
  void leftAndRight_fillTheirColumn() {
    assertThat(Cells.left("信号", 6)).isEqualTo("信号  ");
    assertThat(Cells.right("信号", 6)).isEqualTo("  信号");
    assertThat(Cells.left("信号デスク", 6)).isEqualTo("信号… ");
  }
}
