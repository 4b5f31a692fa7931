package io.assay.core.reading;

import io.assay.core.text.Letters;
import io.assay.core.text.Words;

/// The targets of a trade, as a message ticks them off: `TP1 ✅`, `Target 2: 0.6 ✔`. Some callers
/// set a tick behind every target of a new call, as an ornament.
final class Goals {
  /// Who states so much of a trade beside its targets calls it.
  private static final String[] PLANNED = {"entries", "buys", "long", "short"};

  private final Words words;
  private final Hits hits;

  Goals(Words words, Hits hits) {
    this.words = words;
    this.hits = hits;
  }

  /// Whether targets are ticked off: some of several, or all where nothing says that the trade is
  /// still to be made.
  boolean areReached() {
    int counted = 0;
    int ticked = 0;
    for (int[] goal : hits.goals()) {
      int end = behindNumbers(goal[1]);
      boolean tick = isInLine(end) && isTick(end);
      boolean one = end > goal[1] + 1 || Letters.isDigit(words.last(goal[1]));
      ticked += tick ? 1 : 0;
      counted += tick || one ? 1 : 0;
    }
    return ticked > 0 && (ticked < counted || !isPlanned());
  }

  private boolean isPlanned() {
    for (String tag : PLANNED) {
      if (hits.weight(tag) > 0) {
        return true;
      }
    }
    return false;
  }

  /// The first word behind a target and its numbers.
  private int behindNumbers(int goal) {
    int word = goal + 1;
    while (isInLine(word) && Letters.isDigit(words.first(word))) {
      word++;
    }
    return word;
  }

  private boolean isInLine(int word) {
    return word < words.size() && words.areNeighbours(word - 1, word);
  }

  private boolean isTick(int word) {
    return switch (words.first(word)) {
      case '✅', '✔', '☑' -> words.isEmoji(word);
      default -> false;
    };
  }
}
