package io.assay.adapters.inbox;

import io.assay.adapters.inbox.Settling.Glimpse;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder in which files are left to be read. A file is ready once two looks in a row found it
/// unchanged in size and time; when it has been worked it moves to `done/` or `failed/` below.
/// Hidden files, unfinished downloads (`.part`, `.tmp`, `.crdownload`) and folders are left alone,
/// and so are links that lead out of the folder: nobody who may only leave files here shall have
/// others read. No file is ever deleted or written over. For one thread; moving is for any.
public final class WatchedFolder {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
  private static final int MOST_NAMESAKES = 100_000;

  private final Path folder;
  private final Settling settling = new Settling();
  private Set<Path> refused = Set.of();

  /// A folder, which need not be there yet.
  public WatchedFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// Looks what is there; makes the folder if it is not.
  ///
  /// @return what is ready, by time of change, then name
  /// @throws IOException if the folder cannot be made or listed
  public List<Path> look() throws IOException {
    makeFolder();
    Path home = folder.toRealPath();
    List<Glimpse> seen = new ArrayList<>();
    Set<Path> strays = new HashSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, WatchedFolder::isMeant)) {
      for (Path entry : entries) {
        Glimpse glimpse = glimpse(entry, home, strays);
        if (glimpse != null) {
          seen.add(glimpse);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    refused = strays;
    return settling.settled(seen);
  }

  private void makeFolder() throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(folder + " is no folder: give another, or move what is there", e);
    }
  }

  private static boolean isMeant(Path file) {
    return FileNames.isMeant(file.getFileName().toString());
  }

  private @Nullable Glimpse glimpse(Path file, Path home, Set<Path> strays) {
    try {
      if (Files.isSymbolicLink(file) && !file.toRealPath().startsWith(home)) {
        refuse(file, strays);
        return null;
      }
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.isRegularFile()
          ? new Glimpse(file, found.size(), found.lastModifiedTime())
          : null;
    } catch (IOException e) {
      LOG.debug("{} is passed over: {}", nameOf(file), e.getClass().getSimpleName());
      return null; // it vanished while we looked, or its link leads nowhere
    }
  }

  private void refuse(Path file, Set<Path> strays) {
    strays.add(file);
    if (!refused.contains(file)) {
      LOG.warn("{} is a link that leads out of the folder; it is not read", nameOf(file));
    }
  }

  /// Puts away a file that was worked.
  ///
  /// @return where it is now
  /// @throws IOException if it is gone or cannot be moved
  public Path done(Path file) throws IOException {
    return move(requireIn(folder, file), folder.resolve("done"));
  }

  /// Puts away a file that could not be worked.
  ///
  /// @return where it is now
  /// @throws IOException if it is gone or cannot be moved
  public Path failed(Path file) throws IOException {
    return move(requireIn(folder, file), folder.resolve("failed"));
  }

  /// Brings a file back that [#failed] put away, to be read once more.
  ///
  /// @return where it is now
  /// @throws IllegalArgumentException if it is not one of those
  /// @throws IOException if it is gone or cannot be moved
  public Path again(Path file) throws IOException {
    return move(requireIn(folder.resolve("failed"), file), folder);
  }

  private static Path requireIn(Path parent, Path file) {
    Path found = file.toAbsolutePath().normalize();
    if (!parent.equals(found.getParent())) {
      throw new IllegalArgumentException(nameOf(file) + " is not in " + parent);
    }
    return found;
  }

  /// Moves onto an empty file that was made for it: an atomic move would write over a namesake, and
  /// whoever makes a file knows that it has none.
  private static Path move(Path file, Path target) throws IOException {
    Files.createDirectories(target);
    Path place = reserve(target, nameOf(file));
    boolean moved = false;
    try {
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
      moved = true;
      return place;
    } finally {
      if (!moved) {
        Files.deleteIfExists(place); // what was made, and is still empty
      }
    }
  }

  private static Path reserve(Path target, String name) throws IOException {
    for (int number = 1; number <= MOST_NAMESAKES; number++) {
      Path place = target.resolve(FileNames.numbered(name, number));
      try {
        return Files.createFile(place);
      } catch (FileAlreadyExistsException e) {
        LOG.trace("{} is taken", place);
      }
    }
    throw new IOException("too many files are called " + name + " in " + target);
  }

  /// The file's name in one line, fit for a log: `_` stands for what would break it.
  public static String nameOf(Path file) {
    return FileNames.plain(String.valueOf(file.getFileName()));
  }
}
