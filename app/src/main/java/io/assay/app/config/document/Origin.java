package io.assay.app.config.document;

import java.nio.file.Path;
import java.util.Comparator;

/// Where a value, or a mistake, comes from. Ordered as a reader meets them: the file from its top,
/// then the environment.
public sealed interface Origin extends Comparable<Origin> {
  /// Nobody said anything.
  record Default() implements Origin {
    @Override
    public String toString() {
      return "default";
    }
  }

  /// A file as a whole.
  record Whole(Path file) implements Origin {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /// A place in a file.
  ///
  /// @param line from 1
  /// @param column from 1
  record Place(Path file, int line, int column) implements Origin {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /// A variable of the environment.
  record Variable(String name) implements Origin {
    @Override
    public String toString() {
      return name;
    }
  }

  /// As it stands behind a value: without the column, which nobody looks for there.
  default String shown() {
    return switch (this) {
      case Default _ -> "default";
      case Place(Path file, int line, _) -> "from " + file + ":" + line;
      case Whole _, Variable _ -> "from " + this;
    };
  }

  @Override
  default int compareTo(Origin other) {
    return Comparator.comparingInt(Origin::rank)
        .thenComparingInt(origin -> origin instanceof Place place ? place.line : 0)
        .thenComparingInt(origin -> origin instanceof Place place ? place.column : 0)
        .thenComparing(Origin::toString)
        .compare(this, other);
  }

  private static int rank(Origin origin) {
    return switch (origin) {
      case Default _ -> 0;
      case Whole _ -> 1;
      case Place _ -> 2;
      case Variable _ -> 3;
    };
  }
}
