package io.assay.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReloadTest {
  private static final Map<String, String> OLD =
      Map.of(
          "ASSAY_WEB_TOKEN",
          "one-one-one-one-",
          "ASSAY_TASKS_RESTART_POLICIES_STATISTICS_WINDOW",
          "2min");

  private static Settings settings(Map<String, String> environment) {
    return ((Loaded.Fine) Configuration.load(null, environment)).settings();
  }

  private static Reload reload(Map<String, String> changes) {
    Map<String, String> fresh = new HashMap<>(OLD);
    fresh.putAll(changes);
    return Reload.compare(settings(OLD), settings(fresh));
  }

  @Test
  void compare_theSame_isNothing() {
    assertThat(reload(Map.of())).isEqualTo(new Reload.Nothing());
    assertThat(reload(Map.of("ASSAY_SYSTEM_STOP_TIMEOUT", "25000ms")))
        .isEqualTo(new Reload.Nothing());
  }

  @Test
  void compare_whatCanChange_isApplied() {
    assertThat(reload(Map.of("ASSAY_LOGGING_LEVEL", "DEBUG", "ASSAY_ALERTS_FOR", "2min")))
        .isEqualTo(new Reload.Apply(List.of("alerts.for", "logging.level")));
  }

  @Test
  void compare_somethingNeedsARestart_isRefusedAsAWhole() {
    assertThat(reload(Map.of("ASSAY_LOGGING_LEVEL", "DEBUG", "ASSAY_WEB_PORT", "1")))
        .isEqualTo(new Reload.Refused(List.of("web.port")));
  }

  @Test
  void compare_aSecret_isSeenToChange() {
    assertThat(reload(Map.of("ASSAY_WEB_TOKEN", "two-two-two-two-")))
        .isEqualTo(new Reload.Refused(List.of("web.token")));
    assertThat(reload(Map.of("ASSAY_ALERTS_WEBHOOK_URL", "https://example.org/a")))
        .isEqualTo(new Reload.Refused(List.of("alerts.webhook.url")));
  }

  @Test
  void compare_aPolicyThatComesOrGoes_isWhatIsNotTheDefault() {
    List<String> keys = List.of("tasks.restart_policies.statistics.window");
    assertThat(Reload.compare(settings(Map.of()), new Settings())).isEqualTo(new Reload.Nothing());
    Settings with = settings(Map.of("ASSAY_TASKS_RESTART_POLICIES_STATISTICS_WINDOW", "2min"));
    assertThat(Reload.compare(with, new Settings())).isEqualTo(new Reload.Apply(keys));
    assertThat(Reload.compare(new Settings(), with)).isEqualTo(new Reload.Apply(keys));
    Settings quick = settings(Map.of("ASSAY_TASKS_RESTART_POLICIES_STATISTICS_HEARTBEAT", "2min"));
    assertThat(Reload.compare(new Settings(), quick))
        .isEqualTo(new Reload.Refused(List.of("tasks.restart_policies.statistics.heartbeat")));
  }
}
