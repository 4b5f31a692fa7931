package io.assay.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.app.config.binding.Leaf;
import io.assay.app.config.binding.Secret;
import io.assay.runtime.measure.Pressure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static Settings settings(Map<String, String> environment) {
    return ((Loaded.Fine) Configuration.load(null, environment)).settings();
  }

  @Test
  void places_unset_areUnderTheFolderOfEverything() {
    Settings settings = settings(Map.of("ASSAY_DATA_DIRECTORY", "/srv/assay"));
    assertThat(
            List.of(
                settings.inbox(),
                settings.candles(),
                settings.tables(),
                settings.backups(),
                settings.logFile(),
                settings.tokenFile()))
        .containsExactly(
            Path.of("/srv/assay/inbox"),
            Path.of("/srv/assay/candles"),
            Path.of("/srv/assay/tables"),
            Path.of("/srv/assay/backups"),
            Path.of("/srv/assay/assay.log"),
            Path.of("/srv/assay/token"));
  }

  @Test
  void places_set_areWhereTheyAreSet() {
    Settings settings =
        settings(
            Map.of(
                "ASSAY_WATCH_DIRECTORY", "in",
                "ASSAY_PRICES_CANDLES", "ca",
                "ASSAY_OUTPUTS_CSV_DIRECTORY", "ta",
                "ASSAY_BACKUP_DIRECTORY", "ba",
                "ASSAY_LOGGING_FILE", "lo"));
    assertThat(
            List.of(
                settings.inbox(),
                settings.candles(),
                settings.tables(),
                settings.backups(),
                settings.logFile()))
        .containsExactly(Path.of("in"), Path.of("ca"), Path.of("ta"), Path.of("ba"), Path.of("lo"));
  }

  @Test
  void policy_ofATaskThatHasNone_isTheDefault() {
    TaskSettings tasks =
        settings(Map.of("ASSAY_TASKS_RESTART_POLICIES_PRICE_UPDATES_HEARTBEAT", "10")).tasks();
    assertThat(tasks.policy(TaskName.DATA_OUTPUT)).isEqualTo(new TaskSettings.Policy());
    assertThat(tasks.policy(TaskName.PRICE_UPDATES).heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(tasks.policy(TaskName.PRICE_UPDATES).maxRestarts()).isEqualTo(5);
  }

  @Test
  void rule_thatIsNotSet_isAsItComes() {
    AlertSettings alerts =
        settings(
                Map.of(
                    "ASSAY_ALERTS_RULES_DISK_USAGE_ENABLED", "false",
                    "ASSAY_ALERTS_RULES_DISK_USAGE_SEVERITY", "critical"))
            .alerts();
    assertThat(alerts.rule(RuleName.ERROR_RATE)).isEqualTo(new AlertSettings.Rule());
    assertThat(alerts.rule(RuleName.DISK_USAGE))
        .isEqualTo(new AlertSettings.Rule(false, AlertSettings.Severity.CRITICAL, null));
  }

  @Test
  void web_whatOthersCanReach_needsAToken() {
    Secret<String> token = new Secret<>("0123456789abcdef");
    for (String own : List.of("127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost")) {
      assertThat(new WebSettings(own, 0, null).host()).isEqualTo(own);
    }
    for (String open : List.of("0.0.0.0", "::", "192.168.0.1", "example.org", "127.0.0.1.evil")) {
      assertThat(new WebSettings(open, 0, token).host()).isEqualTo(open);
      assertThatThrownBy(() -> new WebSettings(open, 0, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("web.token must be set");
    }
  }

  @Test
  void web_noHost_isRefused() {
    for (String none : List.of("a b", "-x", "host:80", "http://x", ":::1")) {
      assertThatThrownBy(() -> new WebSettings(none, 0, new Secret<>("0123456789abcdef")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is no name or address");
    }
  }

  @Test
  void thresholds_thatDoNotAscend_areRefusedTogether() {
    assertThatThrownBy(() -> new ResourceSettings(Duration.ZERO, true, 0.9, 0.8, 0.7, 0.6, 0.85))
        .hasMessageContaining("trim_at must be below shed_at")
        .hasMessageContaining("shed_at must be below pause_at")
        .hasMessageContaining("pause_at must be below refuse_at");
  }

  @Test
  void thresholds_thatLeaveNothing_areRefusedTogether() {
    for (double clean : new double[] {0, 0.98, 0.99, 1}) {
      assertThatThrownBy(() -> new ResourceSettings(Duration.ZERO, true, 0, 0.8, 0.9, 1, clean))
          .hasMessageContaining("trim_at must be above 0")
          .hasMessageContaining("disk_clean_at must be");
    }
    ResourceSettings widest = new ResourceSettings(Duration.ZERO, true, 0.01, 0.8, 0.9, 1, 0.97);
    assertThat(widest.diskCleanAt()).isLessThan(Pressure.DiskSteps.DEFAULT.full());
    assertThat(ResourceSettings.DISK_FULL).isEqualTo(Pressure.DiskSteps.DEFAULT.full());
  }

  @Test
  void web_aTokenThatIsNone_isRefusedBeforeTheStart() {
    for (String none : List.of("short", "x".repeat(15), "x".repeat(513), "with a space in it")) {
      assertThatThrownBy(() -> new WebSettings("127.0.0.1", 0, new Secret<>(none)))
          .hasMessageContaining("must be 16 to 512 letters");
    }
  }

  @Test
  void keys_thatCanBeReloaded_areThese() {
    Map<String, List<String>> reloadable =
        Leaf.withDefaults(new Settings()).stream()
            .filter(leaf -> leaf.key().reloadable())
            .map(leaf -> leaf.key().path())
            .map(path -> path.replaceFirst("(restart_policies|rules)\\.\\w+", "$1.*"))
            .distinct()
            .collect(
                Collectors.groupingBy(
                    path -> path.substring(0, path.lastIndexOf('.')),
                    TreeMap::new,
                    Collectors.toList()));
    assertThat(reloadable)
        .containsOnlyKeys(
            "alerts",
            "alerts.heartbeat",
            "alerts.rules.*",
            "logging",
            "outputs.csv",
            "performance.targets",
            "prices",
            "resources",
            "tasks.restart_policies.*",
            "tracking",
            "watch")
        .containsEntry(
            "alerts",
            List.of(
                "alerts.error_rate_threshold",
                "alerts.memory_usage_threshold",
                "alerts.response_time_threshold",
                "alerts.disk_usage_threshold",
                "alerts.lag_threshold",
                "alerts.silence_threshold",
                "alerts.silence_gaps",
                "alerts.dead_letter_threshold",
                "alerts.evaluation_interval",
                "alerts.for"))
        .containsEntry("alerts.heartbeat", List.of("alerts.heartbeat.interval"))
        .containsEntry(
            "alerts.rules.*",
            List.of("alerts.rules.*.enabled", "alerts.rules.*.severity", "alerts.rules.*.for"))
        .containsEntry(
            "tasks.restart_policies.*",
            List.of(
                "tasks.restart_policies.*.max_restarts",
                "tasks.restart_policies.*.window",
                "tasks.restart_policies.*.restart_delay",
                "tasks.restart_policies.*.exponential_backoff",
                "tasks.restart_policies.*.max_delay"))
        .containsEntry("logging", List.of("logging.level"))
        .containsEntry("outputs.csv", List.of("outputs.csv.interval"))
        .containsEntry("prices", List.of("prices.interval", "prices.directory_interval"))
        .containsEntry("tracking", List.of("tracking.capacity"))
        .containsEntry("watch", List.of("watch.interval"));
    assertThat(reloadable.get("performance.targets")).hasSize(8);
    assertThat(reloadable.get("resources"))
        .containsExactly(
            "resources.trim_at",
            "resources.shed_at",
            "resources.pause_at",
            "resources.refuse_at",
            "resources.disk_clean_at");
  }
}
