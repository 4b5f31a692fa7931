package io.assay.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Logs that were put away: what may go when the disk is nearly full. Never evidence.
final class OldLogs {
  private OldLogs() {}

  /// Removes them.
  ///
  /// @return bytes that were freed
  static long remove(Path log) {
    Path folder = log.toAbsolutePath().getParent();
    String name = String.valueOf(log.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    long freed = 0;
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, stem + "*.gz")) {
      for (Path each : old) {
        freed += Files.size(each);
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return freed;
  }
}
