package io.assay.app.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder for what a run needs and nobody keeps. It is named after the process, so that what a
/// killed one left behind is cleared by the next.
public final class ScratchFolder implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("assay-scratch-(\\d{1,18})-\\d+");

  private final Path path;

  private ScratchFolder(Path path) {
    this.path = path;
  }

  /// Makes one in the system's temporary folder.
  ///
  /// @throws IOException if nothing can be written there
  public static ScratchFolder make() throws IOException {
    return makeIn(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static ScratchFolder makeIn(Path parent) throws IOException {
    sweep(parent);
    long process = ProcessHandle.current().pid();
    return new ScratchFolder(Files.createTempDirectory(parent, "assay-scratch-" + process + "-"));
  }

  private static void sweep(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      for (Path entry : entries.toList()) {
        OptionalLong owner = owner(entry);
        if (owner.isPresent() && ProcessHandle.of(owner.getAsLong()).isEmpty()) {
          removeIfOurs(entry);
        }
      }
    }
  }

  private static OptionalLong owner(Path entry) {
    Matcher name = NAME.matcher(String.valueOf(entry.getFileName()));
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }

  private static void removeIfOurs(Path folder) {
    try {
      if (Files.isWritable(folder)) {
        remove(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      // another's, or another run clears it at this moment: not our business
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    }
  }

  public Path path() {
    return path;
  }

  /// Removes the folder and all that is in it.
  @Override
  public void close() throws IOException {
    remove(path);
  }
}
