package io.assay.app.config;

import io.assay.app.config.binding.Doc;
import io.assay.app.config.binding.Reloadable;
import io.assay.app.config.binding.Size;
import io.assay.app.config.binding.Within;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/// What is logged, and where.
///
/// @param file null: `assay.log` where everything is kept
public record LoggingSettings(
    @Doc("TRACE, DEBUG, INFO, WARN or ERROR: the least that is logged") @Reloadable Level level,
    @Doc("file of the log; unset: assay.log in data.directory") @Nullable Path file,
    @Doc("size at which the file is put away; it is put away every day in any case")
        @Within(least = "64KB", most = "16GB")
        Size maxSize,
    @Doc("files put away that are kept, compressed") @Within(least = "1", most = "20") int keep,
    @Doc("whether lines are JSON objects") boolean json,
    @Doc("whether it is logged to standard error too") boolean console) {

  /// The defaults.
  public LoggingSettings() {
    this(Level.INFO, null, Size.ofMegabytes(10), 7, false, true);
  }
}
