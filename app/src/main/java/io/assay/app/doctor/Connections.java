package io.assay.app.doctor;

import io.assay.app.config.Settings;
import io.assay.app.config.binding.Effective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the system takes messages from and tells others, as it is configured. Of what could be
/// connected, only keys that exist are named.
final class Connections {
  private static final int MOST_NAMED = 4;

  private final Settings settings;
  private final List<Effective> values;

  Connections(Settings settings, List<Effective> values) {
    this.settings = settings;
    this.values = values;
  }

  List<Finding> findings() {
    String inbox = settings.inbox().toAbsolutePath().toString();
    String tables = settings.tables().toAbsolutePath().toString();
    return List.of(
        inbox(),
        section(
            "telegram",
            List.of("telegram."),
            "messages come from files in " + inbox + ", from a pipe and over HTTP"),
        section(
            "sheets",
            List.of("outputs.sheets.", "sheets."),
            "tables are written as CSV into " + tables),
        alerts());
  }

  private Finding inbox() {
    Path folder = settings.inbox();
    if (!Files.exists(folder)) {
      return Finding.fine("inbox", folder.toAbsolutePath() + " (not made yet)");
    }
    return Files.isDirectory(folder) && Files.isReadable(folder)
        ? Finding.fine("inbox", folder.toAbsolutePath() + " can be read")
        : Finding.bad(
            "inbox",
            folder.toAbsolutePath() + " cannot be read",
            "give us the right to read it, or set watch.directory");
  }

  /// A part of the configuration that connects to somebody.
  ///
  /// @param prefixes of its keys
  /// @param instead what happens without it
  private Finding section(String tried, List<String> prefixes, String instead) {
    List<Effective> keys =
        values.stream().filter(key -> prefixes.stream().anyMatch(key.path()::startsWith)).toList();
    List<String> set = keys.stream().filter(Effective::isSet).map(Effective::path).toList();
    if (!set.isEmpty()) {
      return Finding.fine(tried, "configured: " + named(set.stream()));
    }
    return keys.isEmpty()
        ? off(tried, "not configured, and nothing to configure yet: " + instead, "")
        : off(
            tried,
            "not configured: " + instead,
            "add " + named(keys.stream().map(Effective::path)));
  }

  private static String named(Stream<String> keys) {
    return String.join(", ", keys.limit(MOST_NAMED).toList());
  }

  private Finding alerts() {
    return settings.alerts().webhook().url() == null
        ? off("alerts", "not configured: they go to the log alone", "add alerts.webhook.url")
        : Finding.fine("alerts", "configured: alerts.webhook.url");
  }

  private static Finding off(String tried, String found, String advice) {
    return new Finding(Finding.Grade.OFF, tried, found, advice);
  }
}
