package io.assay.adapters.candles;

import io.assay.core.message.Flaw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What is wrong in one candle file: each kind once, at the line where it was first seen, with how
/// often it was. A feed with ten thousand gaps is one line to its owner, not ten thousand.
final class Findings {
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  private static final class Kind {
    private final long line;
    private final String words;
    private long times;

    private Kind(long line, String words) {
      this.line = line;
      this.words = words;
    }
  }

  /// Notes one.
  ///
  /// @param kind what makes two findings alike
  /// @param words the first one in words
  void note(String kind, long line, String words) {
    note(kind, line, 1, words);
  }

  /// Notes several that are alike.
  ///
  /// @param line of the first of them
  void note(String kind, long line, long times, String words) {
    kinds.computeIfAbsent(kind, _ -> new Kind(line, words)).times += times;
  }

  /// Takes over those of another look at the same file.
  void add(Findings others) {
    others.kinds.forEach((kind, found) -> note(kind, found.line, found.times, found.words));
  }

  /// Tells each kind, by lines; what is of no line comes last.
  void tell(String file, Consumer<Flaw> flaws) {
    List<Kind> byLine = new ArrayList<>(kinds.values());
    byLine.sort(Comparator.comparingLong(kind -> kind.line == 0 ? Long.MAX_VALUE : kind.line));
    for (Kind kind : byLine) {
      String more = kind.times == 1 ? "" : " (and " + (kind.times - 1) + " more like it)";
      flaws.accept(new Flaw(file, kind.line, -1, kind.words + more));
    }
  }
}
