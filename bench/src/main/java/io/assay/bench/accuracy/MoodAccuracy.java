package io.assay.bench.accuracy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.assay.core.message.Content;
import io.assay.core.reading.Reader;
import io.assay.core.reading.Sentiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How messages feel, against people: the sign, and the order (AUC).
final class MoodAccuracy {
  private final Path file;

  MoodAccuracy(Path data) {
    file = data.resolve("labelled/surge-ai-crypto-sentiment.csv");
  }

  void report(Accuracy report) throws IOException {
    Reader reader = new Reader();
    List<Double> good = new ArrayList<>();
    List<Double> bad = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        Sentiment heard = reader.read(Content.of(row.getField("Comment Text"))).sentiment();
        boolean positive = row.getField("Sentiment").equals("Positive");
        (positive ? good : bad).add(heard.isMissing() ? 0 : heard.score());
      }
    }
    long right = good.stream().filter(score -> score > 0).count();
    long rightly = bad.stream().filter(score -> score < 0).count();
    report.title("Sentiment, against people");
    report.row("", "comments", "right", "silent");
    report.row("positive", good.size(), right, silent(good));
    report.row("negative", bad.size(), rightly, silent(bad));
    report.row("AUC", Matrix.text(auc(good, bad)));
    report.goal("sign", (double) (right + rightly) / (good.size() + bad.size()), 0.70);
  }

  private static long silent(List<Double> scores) {
    return scores.stream().filter(score -> score == 0).count();
  }

  /// How often a good one scores above a bad one; half for equals (Mann and Whitney, 1947).
  private static double auc(List<Double> good, List<Double> bad) {
    double wins = 0;
    for (double better : good) {
      for (double worse : bad) {
        wins += better > worse ? 1 : better == worse ? 0.5 : 0;
      }
    }
    return wins / ((double) good.size() * bad.size());
  }
}
