package io.assay.app.screen;

import java.util.List;

/// A screen of 80 columns as it is written, line by line.
final class Sheet {
  static final int WIDTH = 80;
  private static final int INDENT = 4;

  private final StringBuilder text = new StringBuilder();
  private final Ink ink;

  Sheet(Ink ink) {
    this.ink = ink;
  }

  /// A mark in its colour.
  String mark(Mark mark) {
    return ink.on(mark.tone(), mark.sign());
  }

  String on(Ink.Tone tone, String words) {
    return ink.on(tone, words);
  }

  void line(String words) {
    text.append(words.stripTrailing()).append('\n');
  }

  /// A title, and what stands to its right.
  void title(String title, String beside) {
    line(ink.on(Ink.Tone.TITLE, title) + ink.on(Ink.Tone.FAINT, beside));
  }

  /// What needs a line of its own, under what it belongs to; nothing where it is empty.
  void note(String words) {
    if (!words.isEmpty()) {
      line(" ".repeat(INDENT) + Cells.cut(words, WIDTH - INDENT));
    }
  }

  /// Cells of half a line, two by two.
  void pairs(List<String> cells) {
    for (int at = 0; at < cells.size(); at += 2) {
      line(cells.get(at) + (at + 1 < cells.size() ? "  " + cells.get(at + 1) : ""));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
