package io.assay.app.house;

import io.assay.app.api.Controls.Reloaded;
import io.assay.app.config.Loaded;
import io.assay.app.config.Reload;
import io.assay.app.config.Settings;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the configuration again: all of what has changed comes into force, or none of it.
///
/// @param configuration loads it
/// @param inForce what is in force
/// @param follow puts it in force
public record Reloading(
    Supplier<Loaded> configuration, Supplier<Settings> inForce, Consumer<Settings> follow)
    implements Supplier<Reloaded> {
  private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);

  /// Does it.
  ///
  /// @throws Fault operational: the configuration is wrong, or has changed what needs a restart
  @Override
  public synchronized Reloaded get() {
    Settings fresh =
        switch (configuration.get()) {
          case Loaded.Fine fine -> fine.settings();
          case Loaded.Wrong(var problems) ->
              throw refused(
                  problems.stream().map(Object::toString).collect(Collectors.joining("; ")));
        };
    return switch (Reload.compare(inForce.get(), fresh)) {
      case Reload.Nothing() -> new Reloaded(List.of(), List.of());
      case Reload.Refused(List<String> keys) ->
          throw refused("needs a restart: " + String.join(", ", keys));
      case Reload.Apply(List<String> keys) -> {
        follow.accept(fresh);
        LOG.info("the configuration was read again; changed: {}", String.join(", ", keys));
        yield new Reloaded(keys, List.of());
      }
    };
  }

  private static Fault refused(String why) {
    return new Fault(ErrorKind.OPERATIONAL, "nothing was changed; the configuration " + why, null);
  }
}
