package io.assay.app.config.binding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody may have meant.
public final class Nearest {
  private static final int LONGEST = 100;
  private static final int LEAST_BEGINNING = 3;

  private Nearest() {}

  /// The known word with the fewest letters wrong; one that the word is the beginning of has one.
  ///
  /// @return null if none is near: a third of the letters may be wrong, and one in any case
  public static @Nullable String of(String wrong, Collection<String> known) {
    String word = plain(wrong);
    if (word.length() > LONGEST) {
      return null;
    }
    int most = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> wrongs(word, plain(candidate)) <= most)
        .min(Comparator.comparingInt(candidate -> wrongs(word, plain(candidate))))
        .orElse(null);
  }

  private static int wrongs(String word, String candidate) {
    boolean begins = word.length() >= LEAST_BEGINNING && candidate.startsWith(word);
    return Math.min(begins ? 1 : Integer.MAX_VALUE, distance(word, candidate));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /// Letters to add, to leave out, to change, or to swap with the next one (optimal string
  /// alignment).
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least =
        Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
