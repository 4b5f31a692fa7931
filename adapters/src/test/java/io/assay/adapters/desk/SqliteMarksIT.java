package io.assay.adapters.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMarksIT {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  @TempDir Path folder;

  @Test
  void last_isKeptOverARestart_forWhatItWasDoneTo() throws Exception {
    try (SqliteDesk desk = SqliteDesk.open(folder.resolve("desk.db"))) {
      assertThat(desk.marks().last("refresh", "lists")).isEmpty();
      desk.marks().keep("refresh", "lists", AT.minusSeconds(60));
      desk.marks().keep("refresh", "lists", AT);
      desk.marks().keep("other", "lists", AT.minusSeconds(5));
    }
    try (SqliteDesk desk = SqliteDesk.open(folder.resolve("desk.db"))) {
      assertThat(desk.marks().last("refresh", "lists")).contains(AT);
      assertThat(desk.marks().last("refresh", "other lists")).isEmpty();
      desk.marks().keep("refresh", "other lists", AT.plusSeconds(1));
      assertThat(desk.marks().last("refresh", "lists")).as("no longer the last").isEmpty();
    }
  }
}
