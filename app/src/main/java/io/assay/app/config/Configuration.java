package io.assay.app.config;

import io.assay.app.config.binding.Binder;
import io.assay.app.config.binding.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way to the settings: defaults, over them the file, over it the environment.
public final class Configuration {
  /// Begins every variable of the environment that sets a key.
  public static final String PREFIX = "ASSAY_";

  private static final String FILE = PREFIX + "CONFIG";

  /// Variables for the launcher, for the checks, and the one that names the file.
  private static final Set<String> OTHERS =
      Set.of(
          FILE,
          PREFIX + "JAVA_HOME",
          PREFIX + "JAVA_OPTS",
          PREFIX + "DATA",
          PREFIX + "HOME",
          PREFIX + "CASES",
          PREFIX + "SEED");

  private Configuration() {}

  /// Loads the settings. Reads the file, and the files that hold secrets; looks at nothing else.
  ///
  /// @param file null: the one that `ASSAY_CONFIG` names, or none
  /// @param environment the variables, such as those of the process
  public static Loaded load(@Nullable Path file, Map<String, String> environment) {
    String named = environment.getOrDefault(FILE, "");
    Path chosen = file == null && !named.isBlank() ? Path.of(named) : file;
    Binder.Bound<Settings> bound =
        Binder.bind(new Settings(), chosen, new Environment(environment, PREFIX, OTHERS));
    return bound.problems().isEmpty()
        ? new Loaded.Fine(bound.value(), bound.effective())
        : new Loaded.Wrong(bound.problems());
  }
}
