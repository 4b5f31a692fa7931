package io.assay.app.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN = List.of("name", "max_memory_usage", "max_cpu_usage");

  @ParameterizedTest
  @CsvSource({"'', '', 0", "abc, abc, 0", "abc, abd, 1", "abc, ab, 1", "abc, acb, 1", "ca, abc, 3"})
  void distance_ofTwoWords_countsSlips(String one, String other, int slips) {
    assertThat(Nearest.distance(one, other)).isEqualTo(slips);
    assertThat(Nearest.distance(other, one)).isEqualTo(slips);
  }

  @ParameterizedTest
  @CsvSource({
    "nmae, name",
    "Name, name",
    "max-memory-usage, max_memory_usage",
    "maxMemoryUsage, max_memory_usage",
    "max_memory, max_memory_usage",
    "max_cpu, max_cpu_usage"
  })
  void of_aSlip_isWhatWasMeant(String wrong, String meant) {
    assertThat(Nearest.of(wrong, KNOWN)).isEqualTo(meant);
  }

  @Test
  void of_anotherWord_isNothing() {
    assertThat(Nearest.of("colour", KNOWN)).isNull();
    assertThat(Nearest.of("name".repeat(1000), KNOWN)).isNull();
    assertThat(Nearest.of("name", List.of())).isNull();
  }
}
