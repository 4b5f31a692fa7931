package io.assay.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.app.record.Columns.Cell;
import io.assay.app.record.Columns.Column;
import io.assay.app.screen.Cells;
import io.assay.app.screen.Ink;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static Columns table(String title) {
    Columns table =
        new Columns(
            List.of(
                Column.text("name", Column.ALWAYS),
                Column.number("calls", 20),
                Column.number("mean", 10),
                Column.text("verdict", Column.ALWAYS)));
    table.add(List.of(Cell.of(title), Cell.of("7"), Cell.of("+5 %"), Cell.of("LUCK")));
    table.add(List.of(Cell.of("b"), Cell.of("1,234"), Cell.of("-10 %"), Cell.of("BETTER $")));
    return table;
  }

  private static List<String> lines(Columns.Laid laid) {
    return laid.text().lines().toList();
  }

  @Test
  void on_aRoll_textStandsLeftAndNumbersRight() {
    Columns.Laid laid = table("Harbour").on(Paper.ROLL);
    assertThat(lines(laid))
        .containsExactly(
            "name     calls   mean  verdict",
            "Harbour      7   +5 %  LUCK",
            "b        1,234  -10 %  BETTER $");
    assertThat(laid.left()).isEmpty();
  }

  @Test
  void on_tooLittleRoom_cutsTextBeforeItLeavesAColumnOut() {
    Columns.Laid laid = table("x".repeat(60)).on(new Paper(Ink.NONE, 44));
    assertThat(laid.left()).isEmpty();
    assertThat(lines(laid)).allMatch(line -> Cells.width(line) <= 44);
    assertThat(lines(laid).get(1)).startsWith("xxxxx").contains("x…  ");
  }

  @Test
  void on_stillTooLittle_leavesOutWhatIsWorthLeast() {
    Columns table =
        new Columns(
            List.of(
                Column.text("name", Column.ALWAYS),
                Column.number("a number of some width", 20),
                Column.number("another one of width", 10)));
    table.add(List.of(Cell.of("y".repeat(20)), Cell.of("1"), Cell.of("2")));
    Columns.Laid laid = table.on(new Paper(Ink.NONE, 40));
    assertThat(laid.left()).containsExactly("another one of width");
    assertThat(lines(laid)).allMatch(line -> Cells.width(line) <= 40);
  }

  @Test
  void on_anyPaper_wideScriptsTakeTheRoomThatTheyTake() {
    List<String> lines = lines(table("巨大頻道".repeat(9)).on(new Paper(Ink.NONE, 60)));
    int end = lines.getFirst().indexOf("calls") + "calls".length();
    for (String line : lines) {
      assertThat(Cells.width(line)).isLessThanOrEqualTo(60);
    }
    String title = lines.get(1);
    assertThat(Cells.width(title.substring(0, title.indexOf(" 7") + 2))).isEqualTo(end);
  }

  @Test
  void on_colour_takesNoRoom() {
    Columns table = new Columns(List.of(Column.text("a", 1), Column.number("b", 1)));
    table.add(List.of(new Cell("xx", Ink.Tone.GOOD), Cell.of("1")));
    String plain = table.on(Paper.ROLL).text();
    String inked = table.on(new Paper(new Ink(true), 80)).text();
    assertThat(inked).contains("\033[32mxx\033[0m").isNotEqualTo(plain);
    assertThat(inked.replaceAll("\033\\[\\d*m", "")).isEqualTo(plain);
  }

  @Test
  void cells_thatMoveTheCursor_doNot() {
    String text = table("a\033[2J\nb\u202ec").on(Paper.ROLL).text();
    assertThat(text).doesNotContain("\033", "\u202e").hasLineCount(3).contains("a�[2J�b�c");
  }

  @Test
  void add_anotherNumberOfCells_isRefused() {
    Columns table = new Columns(List.of(Column.text("a", 1)));
    assertThatThrownBy(() -> table.add(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void paper_isAsWideAsItIsSaidToBe() {
    assertThat(Paper.width(Map.of("COLUMNS", "132"), 80)).isEqualTo(132);
    assertThat(Paper.width(Map.of("COLUMNS", "7"), 80)).isEqualTo(40);
    for (String none : List.of("", "wide", "-5", "0", "99999")) {
      assertThat(Paper.width(Map.of("COLUMNS", none), 80)).as(none).isEqualTo(80);
    }
    assertThat(Paper.width(Map.of(), 80)).isEqualTo(80);
  }
}
