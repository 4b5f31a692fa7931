package io.assay.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class JsonTest {
  private record Thing(Instant lastSeen, Duration upTime, double share, @Nullable Double other) {}

  private static String json(Object value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8);
  }

  @Test
  void bytes_keepTheConventions() {
    Thing thing = new Thing(Instant.parse("2026-01-01T12:00:00Z"), Duration.ZERO, 0.5, null);
    assertThat(json(thing))
        .isEqualTo(
            "{\"last_seen\":\"2026-01-01T12:00:00Z\",\"up_time\":0,\"share\":0.5,\"other\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,0",
    "PT0.25S,0.25",
    "PT0.000000001S,1E-9",
    "PT24H,86400",
    "PT100S,100",
    "PT-1.5S,-1.5",
    "PT2562047788H,9223372036800"
  })
  void bytes_ofADuration_areSecondsAndComeBack(String duration, String number) {
    byte[] written = Json.bytes(Duration.parse(duration));
    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(number);
    if (Duration.parse(duration).compareTo(Duration.ofDays(1)) <= 0) {
      assertThat(Json.as(Json.tree(written), Duration.class)).isEqualTo(Duration.parse(duration));
    }
  }

  @Test
  void bytes_ofWhatIsNoNumber_areNull() {
    assertThat(json(Map.of("a", Double.NaN))).isEqualTo("{\"a\":null}");
    assertThat(json(new double[] {1.5}[0])).isEqualTo("1.5");
    assertThat(json(new Thing(Instant.EPOCH, Duration.ZERO, Double.POSITIVE_INFINITY, Double.NaN)))
        .contains("\"share\":null,\"other\":null");
  }

  @Test
  void as_whatKnowsMore_isRead() {
    byte[] more =
        "{\"last_seen\":\"1970-01-01T00:00:00Z\",\"up_time\":1.5,\"share\":1,\"new\":[{}]}"
            .getBytes(StandardCharsets.UTF_8);
    Thing thing = Json.as(Json.tree(more), Thing.class);
    assertThat(thing).isEqualTo(new Thing(Instant.EPOCH, Duration.ofMillis(1500), 1, null));
  }

  @ParameterizedTest
  @CsvSource({"'1e300'", "'\"PT1S\"'", "'0.0000000001'", "'[]'", "'1e99999999'"})
  void as_whatIsNoNumberOfSeconds_isRefused(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.as(Json.tree(bytes), Duration.class))
        .isInstanceOf(JacksonException.class);
  }
}
