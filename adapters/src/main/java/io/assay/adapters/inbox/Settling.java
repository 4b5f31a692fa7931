package io.assay.adapters.inbox;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells files that are whole from files that are still being written: a file has settled when two
/// looks in a row found it alike.
final class Settling {
  private static final Comparator<Glimpse> ORDER =
      Comparator.comparing(Glimpse::modified).thenComparing(Glimpse::file);

  private Set<Glimpse> before = Set.of();

  /// What one look shows of a file.
  ///
  /// @param size in bytes
  record Glimpse(Path file, long size, FileTime modified) {}

  /// Takes a look's glimpses, one a file.
  ///
  /// @return what has settled, by time of change, then name
  List<Path> settled(Collection<Glimpse> now) {
    List<Path> settled =
        now.stream().filter(before::contains).sorted(ORDER).map(Glimpse::file).toList();
    before = new HashSet<>(now);
    return settled;
  }
}
