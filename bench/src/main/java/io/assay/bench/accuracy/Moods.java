package io.assay.bench.accuracy;

import io.assay.core.message.Content;
import io.assay.core.reading.Sentiment;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How many messages of each language feel like something. Nobody said how those but the English
/// feel, so that this tells how often a mood is heard and not how rightly.
final class Moods {
  private static final Map<String, Pattern> MARKS =
      Map.of(
          "zh", Pattern.compile("\\p{IsHan}"),
          "fa", Pattern.compile("[پچژگکی]"),
          "ru", Pattern.compile("\\p{IsCyrillic}"),
          "tr", Pattern.compile("[ğışİ]"),
          "es",
              Pattern.compile(
                  "(?i)[¿¡ñ]|\\b(?:que|para|los|las|una|del|est[aá]|con|compra)\\b.*\\b(?:el|la|de|en|y)\\b"));
  private static final Pattern ENGLISH =
      Pattern.compile("(?i)\\b(?:the|is|to|and|of|you|for|in)\\b");
  private static final int FEW = 3;

  private final Map<String, long[]> counts = new TreeMap<>();

  void hear(Content content, Sentiment heard) {
    if (content.text().isBlank()) {
      return;
    }
    long[] of = counts.computeIfAbsent(language(content.text()), _ -> new long[4]);
    double score = heard.isMissing() ? 0 : heard.score();
    of[0]++;
    of[score > 0 ? 1 : score < 0 ? 2 : 3]++;
  }

  /// By letters and words that no other of these languages has; the others where there are few.
  private static String language(String text) {
    for (String language : new String[] {"zh", "fa", "ru", "tr", "es"}) {
      Pattern mark = MARKS.getOrDefault(language, ENGLISH);
      long marks = mark.matcher(text).results().limit(FEW).count();
      if (marks >= (language.equals("es") ? 1 : FEW)) {
        return language;
      }
    }
    return ENGLISH.matcher(text).find() ? "en" : "other";
  }

  void report(Accuracy report) {
    report.title("Moods heard, by language");
    report.row("language", "messages", "good", "bad", "silent");
    counts.forEach((language, of) -> report.row(language, of[0], of[1], of[2], of[3]));
  }
}
