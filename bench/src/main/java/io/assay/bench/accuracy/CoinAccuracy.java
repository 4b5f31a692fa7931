package io.assay.bench.accuracy;

import io.assay.core.message.Content;
import io.assay.core.reading.Reader;
import io.assay.core.reading.SymbolMention;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Announcements of pumps and the coin that each was about, where it can be seen in the text.
final class CoinAccuracy {
  private final Path file;

  CoinAccuracy(Path data) {
    file = data.resolve("labelled/bayihu_pump_announcement_coin.jsonl");
  }

  void report(Accuracy report) throws IOException {
    List<JsonNode> rows = Dump.rows(file).stream().filter(CoinAccuracy::isVisible).toList();
    Reader reader = new Reader();
    long[] found = new long[2];
    long[] sharp = new long[2];
    long[] all = new long[2];
    for (JsonNode row : rows) {
      int set = HeldOut.labels(row.path("channel_id").asString()) ? 1 : 0;
      Set<String> symbols =
          reader.read(Content.of(row.path("text").asString())).symbols().stream()
              .map(SymbolMention::symbol)
              .collect(Collectors.toSet());
      String coin = upper(row.path("coin").asString());
      all[set]++;
      found[set] += symbols.contains(coin) ? 1 : 0;
      sharp[set] += symbols.equals(Set.of(coin)) ? 1 : 0;
    }
    report.title("Announcement → coin, where it is visible");
    report.row("channels", "messages", "found", "and no other");
    report.row("open", all[0], found[0], sharp[0]);
    report.row("held out", all[1], found[1], sharp[1]);
    report.goal("coins found", (double) (found[0] + found[1]) / rows.size(), 0.95);
    report.goal("coins found, channels held out", (double) found[1] / Math.max(1, all[1]), 0.95);
  }

  /// Whether the coin's letters occur, folded and with what separates them removed.
  private static boolean isVisible(JsonNode row) {
    String letters = bare(row.path("text").asString(""));
    return letters.contains(bare(row.path("coin").asString()));
  }

  private static String bare(String text) {
    return upper(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
