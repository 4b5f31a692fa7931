package io.assay.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldLogsIT {
  @TempDir Path folder;

  @Test
  void remove_takesWhatTheLogPutAway_andNothingElse() throws IOException {
    List<String> logs = List.of("assay.log.1.gz", "assay.log.12.gz");
    List<String> others =
        List.of(
            "assay.log",
            "assay.db",
            "assay.db.gz",
            "assay-2025-journal.jsonl.gz",
            "assay.log.gz",
            "assay.log.old.gz",
            "assay-log.1.gz",
            "my-assay.log.1.gz",
            "assay.log.1.gz.bak");
    for (String name : logs) {
      Files.writeString(folder.resolve(name), "1234");
    }
    for (String name : others) {
      Files.writeString(folder.resolve(name), "1234");
    }
    assertThat(OldLogs.remove(folder.resolve("assay.log"))).isEqualTo(8);
    assertThat(logs).allSatisfy(name -> assertThat(folder.resolve(name)).doesNotExist());
    assertThat(others).allSatisfy(name -> assertThat(folder.resolve(name)).exists());
    assertThat(OldLogs.remove(folder.resolve("assay.log"))).isZero();
  }
}
