package io.assay.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
  private static Settings settings(Map<String, String> environment) {
    return ((Loaded.Fine) Configuration.load(null, environment)).settings();
  }

  @ParameterizedTest
  @CsvSource({"1s, 3", "60s, 3", "61s, 3.05", "10min, 30", "1h, 180"})
  void board_reliesOnACheck_forThreeRoundsAtLeast(String interval, double minutes) {
    Settings settings = settings(Map.of("ASSAY_SYSTEM_HEALTH_CHECK_INTERVAL", interval));
    assertThat(Policies.board(settings).staleAfter())
        .isEqualTo(Duration.ofSeconds(Math.round(minutes * 60)));
  }

  @Test
  void limits_ofEveryDiskShareThatIsTaken_canBeMade() {
    for (String share : new String[] {"0.0001", "0.5", "0.85", "0.9799"}) {
      Settings settings = settings(Map.of("ASSAY_RESOURCES_DISK_CLEAN_AT", share));
      assertThat(Policies.limits(settings).disk().full()).isEqualTo(0.98);
    }
  }
}
