package io.assay.app.config;

import io.assay.app.config.binding.Doc;
import io.assay.app.config.binding.Objections;
import io.assay.app.config.binding.Reloadable;
import io.assay.app.config.binding.Within;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Everything that can be set. A component is a section, its components are the keys; relative
/// paths are relative to the working directory. A `double` is a share: 0 to 1.
public record Settings(
    @Doc("the system as a whole") SystemSettings system,
    @Doc("how tasks that crash are started again") TaskSettings tasks,
    @Doc("when somebody is told, how often, and where") AlertSettings alerts,
    @Doc("what is done as memory and disk fill up") ResourceSettings resources,
    @Doc("how well the system is meant to do") PerformanceSettings performance,
    @Doc("what is logged, and where") LoggingSettings logging,
    @Doc("where everything is kept that has no place of its own") Data data,
    @Doc("the folder in which exports are looked for") Watch watch,
    @Doc("where prices come from") PriceSettings prices,
    @Doc("the live prices of open calls") Tracking tracking,
    @Doc("what is written for others to read") Outputs outputs,
    @Doc("copies of the books") Backup backup,
    @Doc("the web interface") WebSettings web) {

  /// Where everything is kept that has no place of its own.
  public record Data(@Doc("folder of everything that is kept") Path directory) {}

  /// The folder in which export files are looked for.
  public record Watch(
      @Doc("folder whose export files are read; unset: inbox in data.directory")
          @Nullable Path directory,
      @Doc("how often that folder is looked at") @Within(least = "100ms", most = "1h") @Reloadable
          Duration interval) {}

  /// The live prices of open calls.
  public record Tracking(
      @Doc(
              "most open calls whose prices are watched; the oldest lose it first, and are judged"
                  + " all the same")
          @Within(least = "0", most = "10000000")
          @Reloadable
          int capacity) {}

  /// What is written for others to read.
  public record Outputs(@Doc("the tables as CSV files") Csv csv) {
    /// The tables as CSV files.
    public record Csv(
        @Doc("folder of the tables; unset: tables in data.directory") @Nullable Path directory,
        @Doc("how often tables that have changed are written anew")
            @Within(least = "1s", most = "1d")
            @Reloadable
            Duration interval) {}
  }

  /// Copies of the books.
  public record Backup(
      @Doc("folder of the copies; unset: backups in data.directory") @Nullable Path directory,
      @Doc("how often a copy is made and verified") @Within(least = "1min", most = "30d")
          Duration every) {}

  /// The settings of whoever sets nothing.
  public Settings() {
    this(
        new SystemSettings(),
        new TaskSettings(),
        new AlertSettings(),
        new ResourceSettings(),
        new PerformanceSettings(),
        new LoggingSettings(),
        new Data(Path.of("data")),
        new Watch(null, Duration.ofSeconds(2)),
        new PriceSettings(),
        new Tracking(100_000),
        new Outputs(new Outputs.Csv(null, Duration.ofSeconds(10))),
        new Backup(null, Duration.ofHours(24)),
        new WebSettings());
  }

  public Settings {
    Path inbox = place(watch.directory, data, "inbox");
    new Objections()
        .unless(
            !same(inbox, place(outputs.csv.directory, data, "tables")),
            "must not be the folder of the tables, which would be read as exports",
            "watch.directory",
            "outputs.csv.directory",
            "data.directory")
        .unless(
            !same(inbox, place(backup.directory, data, "backups")),
            "must not be the folder of the backups, which would be read as exports",
            "watch.directory",
            "backup.directory",
            "data.directory")
        .raise();
  }

  /// The folder in which export files are looked for.
  public Path inbox() {
    return place(watch.directory, data, "inbox");
  }

  /// The file of the books.
  public Path books() {
    return data.directory.resolve("assay.db");
  }

  /// The folder of the candle files.
  public Path candles() {
    return place(prices.candles(), data, "candles");
  }

  /// The folder that keeps how much of each provider's budget is used up.
  public Path budgets() {
    return data.directory.resolve("budgets");
  }

  /// The folder of the CSV tables.
  public Path tables() {
    return place(outputs.csv.directory, data, "tables");
  }

  /// The folder of the copies of the books.
  public Path backups() {
    return place(backup.directory, data, "backups");
  }

  /// The file of the log.
  public Path logFile() {
    return place(logging.file(), data, "assay.log");
  }

  /// The file in which the token of the web interface is kept where none is set.
  public Path tokenFile() {
    return data.directory.resolve("token");
  }

  private static Path place(@Nullable Path set, Data data, String usual) {
    return set == null ? data.directory.resolve(usual) : set;
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }
}
