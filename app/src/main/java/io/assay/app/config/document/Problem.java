package io.assay.app.config.document;

import java.util.Comparator;

/// One thing that is wrong in a configuration.
///
/// @param where the place or the variable
/// @param what one line: the key if there is one, what is wrong with it, and what to do; never a
///   secret
public record Problem(Origin where, String what) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::where).thenComparing(Problem::what);

  /// A problem with a key.
  ///
  /// @param path of the key; empty where it is with none
  public static Problem of(Origin where, String path, String message) {
    return new Problem(where, path.isEmpty() ? message : path + ": " + message);
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /// `FILE:LINE:COLUMN: KEY: what is wrong`, in one line whatever the file's name is.
  @Override
  public String toString() {
    return Shown.plain(where + ": " + what);
  }
}
