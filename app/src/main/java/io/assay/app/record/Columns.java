package io.assay.app.record;

import io.assay.app.screen.Cells;
import io.assay.app.screen.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A table that fits its paper. Where it does not, texts are cut first, then the columns that
/// matter least are left out, and named. Nothing that a sender wrote can move the cursor, and
/// widths are those that a terminal shows.
public final class Columns {
  private static final int WIDEST = 32;
  private static final int NARROW = 14;
  private static final int NARROWEST = 6;
  private static final int GAP = 2;

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  /// A table of those columns.
  public Columns(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /// A column.
  ///
  /// @param text whether it stands to the left and may be cut; numbers stand to the right, whole
  /// @param worth what is worth least goes first where there is no room; see [#ALWAYS]
  public record Column(String name, boolean text, int worth) {
    /// Never left out.
    public static final int ALWAYS = Integer.MAX_VALUE;

    public static Column text(String name, int worth) {
      return new Column(name, true, worth);
    }

    public static Column number(String name, int worth) {
      return new Column(name, false, worth);
    }
  }

  /// What stands in one place.
  public record Cell(String text, Ink.Tone tone) {
    public Cell {
      text = Cells.plain(text);
    }

    /// Without a colour.
    public static Cell of(String text) {
      return new Cell(text, Ink.Tone.PLAIN);
    }
  }

  /// One more row, with a cell for each column.
  public void add(List<Cell> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
    }
    rows.add(List.copyOf(row));
  }

  /// A table as it was laid out.
  ///
  /// @param text its lines, each with its end
  /// @param left names of the columns that found no room
  public record Laid(String text, List<String> left) {
    public Laid {
      left = List.copyOf(left);
    }
  }

  /// Lays the table out.
  public Laid on(Paper paper) {
    int[] widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = Cells.width(columns.get(c).name());
      for (List<Cell> row : rows) {
        widths[c] = Math.max(widths[c], Cells.width(row.get(c).text()));
      }
      widths[c] = columns.get(c).text() ? Math.min(widths[c], WIDEST) : widths[c];
    }
    List<Integer> shown = new ArrayList<>();
    for (int c = 0; c < widths.length; c++) {
      shown.add(c);
    }
    List<String> left = fit(widths, shown, paper.width());
    StringBuilder text = new StringBuilder();
    List<Cell> header =
        columns.stream().map(column -> new Cell(column.name(), Ink.Tone.FAINT)).toList();
    line(header, widths, shown, paper.ink(), text);
    rows.forEach(row -> line(row, widths, shown, paper.ink(), text));
    return new Laid(text.toString(), left);
  }

  /// Makes room.
  ///
  /// @return names of the columns that were taken off
  private List<String> fit(int[] widths, List<Integer> shown, int room) {
    List<String> left = new ArrayList<>();
    shrink(widths, shown, room, NARROW);
    while (over(widths, shown, room) > 0) {
      Integer least =
          shown.stream().min(Comparator.comparingInt(c -> columns.get(c).worth())).orElseThrow();
      if (columns.get(least).worth() == Column.ALWAYS) {
        break;
      }
      shown.removeIf(least::equals);
      left.add(columns.get(least).name());
    }
    shrink(widths, shown, room, NARROWEST);
    return left;
  }

  /// Narrows the widest text, cell by cell.
  private void shrink(int[] widths, List<Integer> shown, int room, int least) {
    for (int over = over(widths, shown, room); over > 0; over--) {
      int widest = -1;
      for (int c : shown) {
        boolean wider = widest < 0 || widths[c] > widths[widest];
        widest = columns.get(c).text() && wider && widths[c] > least ? c : widest;
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private static int over(int[] widths, List<Integer> shown, int room) {
    long all = (long) GAP * (shown.size() - 1) - room;
    for (int c : shown) {
      all += widths[c];
    }
    return (int) Math.max(all, Integer.MIN_VALUE + 1);
  }

  private void line(
      List<Cell> row, int[] widths, List<Integer> shown, Ink ink, StringBuilder text) {
    StringBuilder line = new StringBuilder();
    for (int c : shown) {
      Cell cell = row.get(c);
      String words = Cells.cut(cell.text(), widths[c]);
      String pad = " ".repeat(widths[c] - Cells.width(words));
      String inked = ink.on(cell.tone(), words);
      line.append(line.isEmpty() ? "" : " ".repeat(GAP));
      line.append(columns.get(c).text() ? inked + pad : pad + inked);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
