package io.assay.bench.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Confusion counts: what was said, against what is so.
final class Matrix {
  private final List<String> names;
  private final Map<String, Long> counts = new LinkedHashMap<>();

  Matrix(List<String> names) {
    this.names = List.copyOf(names);
  }

  void add(String truth, String said) {
    counts.merge(truth + "|" + said, 1L, Long::sum);
  }

  private long count(String truth, String said) {
    return counts.getOrDefault(truth + "|" + said, 0L);
  }

  private long truths(String name) {
    return names.stream().mapToLong(said -> count(name, said)).sum();
  }

  private long saids(String name) {
    return names.stream().mapToLong(truth -> count(truth, name)).sum();
  }

  /// 0 where there is nothing to be right about.
  double f1(String name) {
    long both = truths(name) + saids(name);
    return both == 0 ? 0 : 2.0 * count(name, name) / both;
  }

  /// Over the names that occur at all.
  double macroF1() {
    return names.stream()
        .filter(name -> truths(name) + saids(name) > 0)
        .mapToDouble(this::f1)
        .average()
        .orElse(0);
  }

  long total() {
    return names.stream().mapToLong(this::truths).sum();
  }

  double accuracy() {
    long right = names.stream().mapToLong(name -> count(name, name)).sum();
    return total() == 0 ? 0 : (double) right / total();
  }

  /// Cohen's kappa of two who judged the same things (J. Cohen, 1960).
  double kappa() {
    double total = total();
    double chance = names.stream().mapToDouble(name -> truths(name) * saids(name)).sum();
    double expected = chance / (total * total);
    return (accuracy() - expected) / (1 - expected);
  }

  void print(Accuracy report) {
    report.row("is \\ said", names.toArray());
    for (String truth : names) {
      if (truths(truth) > 0) {
        report.row(truth, names.stream().map(said -> count(truth, said)).toArray());
      }
    }
    for (String name : names) {
      if (truths(name) + saids(name) > 0) {
        double precision = saids(name) == 0 ? 0 : (double) count(name, name) / saids(name);
        double recall = truths(name) == 0 ? 0 : (double) count(name, name) / truths(name);
        report.row(
            name, "precision", text(precision), "recall", text(recall), "F1", text(f1(name)));
      }
    }
  }

  static String text(double ratio) {
    return String.format(Locale.ROOT, "%.3f", ratio);
  }
}
