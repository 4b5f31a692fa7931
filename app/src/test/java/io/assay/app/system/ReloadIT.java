package io.assay.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import io.assay.app.config.binding.Leaf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the configuration says can change in a running system.
class ReloadIT {
  @TempDir Path folder;

  private Map<String, String> with(String key, String value) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ASSAY_DATA_DIRECTORY", folder.resolve("data").toString());
    environment.put("ASSAY_WEB_PORT", "0");
    environment.put("ASSAY_PRICES_ONLINE", "false");
    environment.put("ASSAY_LOGGING_CONSOLE", "false");
    if (!key.isEmpty()) {
      environment.put("ASSAY_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value);
    }
    return environment;
  }

  /// A value that is not the default, and that no other default contradicts.
  private static String other(Leaf leaf) {
    return switch (leaf.value()) {
      case Double share -> String.valueOf(share * 0.99);
      case Duration time -> time.plusSeconds(1).toMillis() + "ms";
      case Boolean yes -> String.valueOf(!yes);
      case Integer count -> String.valueOf(count + 1);
      case Long count -> String.valueOf(count + 1);
      case null -> leaf.key().path().endsWith(".severity") ? "CRITICAL" : "7s";
      case Enum<?> _ -> "ERROR";
      default -> "1GB";
    };
  }

  @Test
  void everyKeyMarkedSo_changesInARunningSystem_andBack() throws Exception {
    List<Leaf> leaves =
        Leaf.withDefaults(new Settings()).stream().filter(leaf -> leaf.key().reloadable()).toList();
    assertThat(leaves).hasSizeGreaterThan(100);
    AtomicReference<Map<String, String>> environment = new AtomicReference<>(with("", ""));
    Settings settings = ((Loaded.Fine) Configuration.load(null, environment.get())).settings();
    Surroundings around = Surroundings.of(() -> Configuration.load(null, environment.get()));
    try (Assay assay = Assay.open(settings, around)) {
      assay.start();
      for (Leaf leaf : leaves) {
        String path = leaf.key().path();
        environment.set(with(path, other(leaf)));
        assertThat(assay.controls().reload().changed()).as(path).containsExactly(path);
        environment.set(with("", ""));
        assertThat(assay.controls().reload().changed()).as("%s, back", path).containsExactly(path);
      }
    }
  }
}
