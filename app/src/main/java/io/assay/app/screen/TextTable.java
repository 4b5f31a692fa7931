package io.assay.app.screen;

import java.util.ArrayList;
import java.util.List;

/// A table for a terminal: text to the left, numbers to the right, nothing that a sender wrote can
/// move the cursor.
public final class TextTable {
  private static final int WIDEST = 28;

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(List<String> header) {
    this.header = List.copyOf(header);
  }

  /// One more row, with as many fields as the header.
  public void add(List<String> row) {
    rows.add(row.stream().map(TextTable::shown).toList());
  }

  /// The field without what a terminal would obey, cut to a bearable width.
  public static String shown(String field) {
    StringBuilder plain = new StringBuilder();
    field
        .codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .forEach(plain::appendCodePoint);
    return Cells.cut(plain.toString(), WIDEST);
  }

  @Override
  public String toString() {
    int[] widths = new int[header.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = Cells.width(header.get(c));
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], Cells.width(row.get(c)));
      }
    }
    StringBuilder text = new StringBuilder();
    line(header, widths, text);
    rows.forEach(row -> line(row, widths, text));
    return text.toString();
  }

  private static void line(List<String> row, int[] widths, StringBuilder text) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String pad = " ".repeat(widths[c] - Cells.width(row.get(c)));
      line.append(c == 0 ? row.get(c) + pad : "  " + pad + row.get(c));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
