package io.assay.core.terms;

import io.assay.core.text.Folded;

/// What stands between two numbers, or between a label and its number.
final class Between {
  private static final int WIDEST_RANGE = 6;

  private Between() {}

  static boolean isBlank(Folded text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.at(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  /// Whether it is the mark of a range and nothing else.
  static boolean isRange(Folded text, int start, int to) {
    boolean range = false;
    int from = start;
    while (from < to && from - start < WIDEST_RANGE) {
      switch (text.at(from++)) {
        case '-', '–', '—', '➖', '~', '/', '−' -> range = true;
        case ' ', '$' -> {}
        default -> {
          return false;
        }
      }
    }
    return range && from == to;
  }

  /// Whether it is an arrow and nothing else.
  static boolean isArrow(Folded text, int from, int to) {
    boolean arrow = false;
    for (int i = from; i < to; i++) {
      switch (text.at(i)) {
        case '>', '→', '➡', '➜', '⇒', '➔', '»', '⟶' -> arrow = true;
        case ' ', '-', '=', '$' -> {}
        default -> {
          return false;
        }
      }
    }
    return arrow;
  }
}
