package io.assay.bench.accuracy;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The accuracy report: `Accuracy [FOLDER]`, else of `ASSAY_DATA`, of a folder with `messages`,
/// `labelled` and `oracles`. Every table ends with what is to be reached; exits 1 where something
/// is not.
public final class Accuracy {
  private final PrintStream out;
  private final List<String> missed = new ArrayList<>();

  private Accuracy(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] words) throws Exception {
    String folder = words.length > 0 ? words[0] : System.getenv("ASSAY_DATA");
    if (folder == null) {
      System.err.println("Of which data? Name the folder, or set ASSAY_DATA.");
      System.exit(64);
    }
    Path data = Path.of(folder);
    Accuracy report = new Accuracy(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    new DumpAccuracy(data).report(report);
    new OracleAccuracy(data).report(report);
    new RoleAccuracy(data).report(report);
    new NoiseAccuracy(data).report(report);
    new CoinAccuracy(data).report(report);
    new ClassAccuracy(data).report(report);
    new MoodAccuracy(data).report(report);
    System.exit(report.end());
  }

  /// Begins a table.
  void title(String title) {
    out.println();
    out.println("## " + title);
  }

  /// A row, its cells padded.
  void row(Object first, Object... cells) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-28s", first));
    for (Object cell : cells) {
      row.append(String.format(Locale.ROOT, " %12s", cell));
    }
    out.println(row);
  }

  /// What is to be reached, and whether it is.
  void goal(String what, double figure, double least) {
    boolean reached = figure >= least;
    out.printf(
        Locale.ROOT, "%s: %.4f, %.2f is to be reached: %s%n", what, figure, least, word(reached));
    if (!reached) {
      missed.add(what);
    }
  }

  private static String word(boolean reached) {
    return reached ? "yes" : "NO";
  }

  private int end() {
    out.println();
    out.println(missed.isEmpty() ? "Everything is reached." : "Not reached: " + missed);
    return missed.isEmpty() ? 0 : 1;
  }
}
