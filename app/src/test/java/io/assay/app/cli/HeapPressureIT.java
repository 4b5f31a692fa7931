package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The real process in a heap of 64 MB that somebody fills: it gives back in stages, and takes it
/// all up again when there is room.
class HeapPressureIT {
  private static final int HEAP = 64;
  private static final int STEP = 2;
  private static final int BATCH = 20;

  @TempDir Path folder;

  private RunningHouse start() throws Exception {
    Files.writeString(
        folder.resolve("assay.yml"),
        """
        data:
          directory: %s
        web:
          port: 0
        prices:
          online: false
        outputs:
          csv:
            interval: 1
        resources:
          check_interval: 1
          trim_at: 0.55
          shed_at: 0.65
          pause_at: 0.75
          refuse_at: 0.85
        logging:
          console: false
        """
            .formatted(folder.resolve("data")));
    String order = "-Dassay.hoard=" + folder.resolve("hoard");
    return RunningHouse.start(folder, "HOARD", List.of(), "-Xmx" + HEAP + "m", order);
  }

  private void hoard(int mebibytes) throws Exception {
    Path order = folder.resolve("hoard");
    Path next = folder.resolve("hoard.next");
    Files.writeString(next, Integer.toString(mebibytes));
    Files.move(next, order, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String stage(RunningHouse house) {
    return house.get("/api/v1/system/resources").get("pressure").get("memory").asString();
  }

  /// Fills the heap a little at a time until the house stands there.
  private int fillUntil(RunningHouse house, String stage, int from) throws Exception {
    int hoarded = from;
    while (!stage(house).equals(stage)) {
      assertThat(hoarded).as("MiB hoarded before " + stage).isLessThan(HEAP);
      hoarded += STEP;
      hoard(hoarded);
      for (int round = 0; round < 2; round++) { // the first may have begun before
        JsonNode before = usage(house);
        house.await("measured", () -> !usage(house).equals(before));
      }
    }
    return hoarded;
  }

  private static JsonNode usage(RunningHouse house) {
    return house.get("/api/v1/system/resources").get("cpu");
  }

  @Test
  void aFullHeap_isAnsweredInStages_andTakenBackWhenThereIsRoom() throws Exception {
    try (RunningHouse house = start()) {
      assertThat(house.post(1, BATCH)).isTrue();
      int hoarded = fillUntil(house, "TRIM", HEAP / 4);
      assertThat(house.log()).contains("books gave");
      assertThat(house.post(1 + BATCH, BATCH)).isTrue();

      hoarded = fillUntil(house, "SHED", hoarded);
      assertThat(house.log()).contains("tables and backups closed");
      assertThat(house.post(1 + 2 * BATCH, BATCH)).isTrue();

      hoarded = fillUntil(house, "PAUSE_BACKFILL", hoarded);
      assertThat(house.log()).contains("files in the inbox closed");
      assertThat(house.post(1 + 3 * BATCH, BATCH)).isTrue();

      fillUntil(house, "REFUSE", hoarded);
      assertThat(house.post(1 + 4 * BATCH, BATCH)).isFalse();
      assertThat(house.status("/health/live")).isEqualTo(200);

      hoard(0);
      house.await("at ease", () -> stage(house).equals("NORMAL"));
      house.await("open", () -> house.post(1 + 4 * BATCH, BATCH));
      assertThat(house.log()).contains("files in the inbox opened", "tables and backups opened");
      house.terminate();
      assertThat(house.exit(Duration.ofSeconds(5))).isZero();
    }
  }
}
