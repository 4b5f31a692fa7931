package io.assay.app.system;

import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import io.assay.runtime.Time;
import io.assay.runtime.task.Crew;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a system finds around it when it is opened.
///
/// @param systemId names this one run: eight hexadecimal digits, on every line of the log
/// @param time the clocks
/// @param configuration loads the settings anew, for a reload
/// @param reconfigured told of the settings that a reload put in force
/// @param input read for messages, one a line; null: none
/// @param crews that work beside the system's own, started last and stopped first
/// @param outside stands in for inbox, candle files and providers; null: the real world
public record Surroundings(
    String systemId,
    Time time,
    Supplier<Loaded> configuration,
    Consumer<Settings> reconfigured,
    @Nullable InputStream input,
    List<Crew> crews,
    @Nullable Outside outside) {
  public Surroundings {
    crews = List.copyOf(crews);
  }

  /// The machine's own clocks, and nothing else.
  ///
  /// @param configuration loads the settings anew, for a reload
  public static Surroundings of(Supplier<Loaded> configuration) {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    return new Surroundings(id, Time.SYSTEM, configuration, _ -> {}, null, List.of(), null);
  }

  /// The same, with somebody told of reloads.
  public Surroundings telling(Consumer<Settings> listener) {
    return new Surroundings(systemId, time, configuration, listener, input, crews, outside);
  }

  /// The same, with messages to be read.
  public Surroundings hearing(InputStream messages) {
    return new Surroundings(systemId, time, configuration, reconfigured, messages, crews, outside);
  }

  /// The same, with crews of somebody's own.
  public Surroundings with(List<Crew> others) {
    return new Surroundings(systemId, time, configuration, reconfigured, input, others, outside);
  }

  /// The same, with other clocks.
  public Surroundings with(Time other) {
    return new Surroundings(systemId, other, configuration, reconfigured, input, crews, outside);
  }

  /// The same, in another world.
  public Surroundings in(Outside world) {
    return new Surroundings(systemId, time, configuration, reconfigured, input, crews, world);
  }

  /// Whether the world is a simulated one.
  public boolean isSimulated() {
    return outside != null;
  }
}
