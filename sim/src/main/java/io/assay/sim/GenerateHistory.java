package io.assay.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Writes a history into a folder: `GenerateHistory FOLDER`, or with all of `SEED CHANNELS MESSAGES
/// TOKENS CALLS DAYS FOLLOWED STEP_SECONDS` behind it. Without them, it is the history of
/// `samples`.
public final class GenerateHistory {
  private static final Instant FROM = Instant.parse("2024-03-01T00:00:00Z");

  private GenerateHistory() {}

  public static void main(String[] words) throws IOException {
    if (words.length != 1 && words.length != 9) {
      throw new IllegalArgumentException(
          "usage: GenerateHistory FOLDER"
              + " [SEED CHANNELS MESSAGES TOKENS CALLS DAYS FOLLOWED STEP_SECONDS]");
    }
    HistoryPlan plan = words.length == 1 ? HistoryPlan.samples() : plan(words);
    History history = History.of(plan);
    Path folder = Path.of(words[0]);
    HistoryFiles.write(history, folder, words.length == 1);
    if (words.length > 1) {
      HistoryFiles.dump(history, folder.resolve("dump.jsonl"));
    }
  }

  private static HistoryPlan plan(String[] words) {
    return new HistoryPlan(
        Long.parseLong(words[1]),
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]),
        Integer.parseInt(words[4]),
        Double.parseDouble(words[5]),
        FROM,
        Integer.parseInt(words[6]),
        Integer.parseInt(words[7]),
        Duration.ofSeconds(Long.parseLong(words[8])));
  }
}
