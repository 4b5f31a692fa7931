package io.assay.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Logs that were put away: what may go when the disk is nearly full. Never evidence.
final class OldLogs {
  private OldLogs() {}

  /// Removes them.
  ///
  /// @return bytes that were freed
  static long remove(Path log) {
    Path folder = log.toAbsolutePath().getParent();
    Pattern old = Pattern.compile(Pattern.quote(log.getFileName().toString()) + "\\.\\d+\\.gz");
    long freed = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, file -> isNamed(file, old))) {
      for (Path each : all) {
        freed += Files.size(each);
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return freed;
  }

  /// What is a log by its name alone: others may keep what they compress in the same folder.
  private static boolean isNamed(Path file, Pattern name) {
    return name.matcher(file.getFileName().toString()).matches()
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
