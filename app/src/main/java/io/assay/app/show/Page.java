package io.assay.app.show;

import io.assay.app.record.Columns;
import io.assay.app.record.Figures;
import io.assay.app.record.Paper;
import io.assay.app.screen.Cells;
import io.assay.app.screen.Ink;

/// What is shown, line by line. What strangers wrote is shown, and not obeyed.
final class Page {
  private static final int NAMES = 13;
  private static final int MOST_LETTERS = 4_000;
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private final Paper paper;

  Page(Paper paper) {
    this.paper = paper;
  }

  /// Begins a part.
  void title(String title) {
    text.append(text.isEmpty() ? "" : "\n");
    text.append(paper.ink().on(Ink.Tone.TITLE, Cells.escaped(title))).append('\n');
  }

  void field(String name, String value) {
    String line = INDENT + Cells.left(name, NAMES) + Cells.escaped(value);
    text.append(paper.wrapped(line, INDENT.length() + NAMES));
  }

  void line(String words) {
    text.append(paper.wrapped(INDENT + Cells.escaped(words).stripTrailing(), INDENT.length()));
  }

  /// What a stranger wrote, each of its lines as one, with what cannot be seen written out.
  void quoted(String words) {
    int most = Math.min(MOST_LETTERS, words.length());
    words
        .substring(0, most)
        .lines()
        .forEach(line -> text.append("    | ").append(Cells.escaped(line)).append('\n'));
    if (most < words.length()) {
      text.append("    … ").append(Figures.count(words.length() - most));
      text.append(" more letters; --json has all of it\n");
    }
  }

  void table(Columns table) {
    Paper inner = new Paper(paper.ink(), Math.max(Paper.LEAST, paper.width() - INDENT.length()));
    table.on(inner).text().lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
