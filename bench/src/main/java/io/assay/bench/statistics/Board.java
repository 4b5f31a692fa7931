package io.assay.bench.statistics;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where figures are told, beside what they must reach.
final class Board {
  private final PrintStream out;
  private final List<String> missed = new ArrayList<>();

  Board(PrintStream out) {
    this.out = out;
  }

  void title(String title) {
    out.println();
    out.println("## " + title);
  }

  /// A remark or a figure without a threshold.
  void say(String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }

  void atLeast(String what, double figure, double least) {
    told(what, figure, ">=", least, figure >= least);
  }

  void atMost(String what, double figure, double most) {
    told(what, figure, "<=", most, figure <= most);
  }

  private void told(String what, double figure, String sign, double threshold, boolean holds) {
    say("%-58s %8.4f  %s %-7s %s", what, figure, sign, threshold, holds ? "holds" : "FALLS SHORT");
    if (!holds) {
      missed.add(what);
    }
  }

  /// Says what fell short.
  ///
  /// @return 1 if anything did
  int end() {
    out.println();
    out.println(
        missed.isEmpty() ? "Everything holds." : "FALLS SHORT: " + String.join("; ", missed));
    return missed.isEmpty() ? 0 : 1;
  }
}
