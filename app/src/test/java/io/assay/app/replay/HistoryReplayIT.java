package io.assay.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.Flaws;
import io.assay.sim.History;
import io.assay.sim.HistoryFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryReplayIT {
  @TempDir Path folder;

  private HistoryReplay.Outcome.Heard replay(List<Path> files, String db) throws IOException {
    List<Flaws> flaws = new ArrayList<>();
    var wish = new HistoryReplay.Wish(files, folder.resolve("candles"), folder.resolve(db), null);
    HistoryReplay.Outcome outcome =
        new HistoryReplay(wish, flaws::add, Progress.NONE).run((_, _) -> {});
    assertThat(flaws).isEmpty();
    return (HistoryReplay.Outcome.Heard) outcome;
  }

  @Test
  void run_theSamePostsThroughTwoSources_areHeardOnce() throws IOException {
    History history = History.of(Played.SMALL);
    HistoryFiles.write(history, folder, false);
    Path dump = folder.resolve("dump.jsonl");
    HistoryFiles.dump(history, dump);
    Path export = folder.resolve("result.json");
    long messages = history.events().size();

    var one = replay(List.of(dump), "dump.db").run();
    assertThat(one.counts().messages()).isEqualTo(messages);
    var other = replay(List.of(export), "export.db").run();
    assertThat(other.counts()).isEqualTo(one.counts());
    var both = replay(List.of(export, dump), "both.db").run();
    assertThat(both.counts().messages()).isEqualTo(messages);
    assertThat(both.duplicates()).isEqualTo(messages);
    var later = replay(List.of(export), "dump.db").run();
    assertThat(later.counts().messages()).isZero();
    assertThat(later.duplicates()).isEqualTo(messages);
  }
}
