package io.assay.adapters.desk;

import java.time.Instant;
import java.util.Optional;

/// When something was done last, by name: what need not be done again after a restart. No input of
/// the fold. Safe for any thread.
public final class Marks {
  private final Drawer drawer;

  Marks(Drawer drawer) {
    this.drawer = drawer;
  }

  /// Notes when it was done.
  ///
  /// @param of what it was done to, in a few words: done to something else, it counts as not done
  /// @throws io.assay.runtime.Fault temporary if the desk cannot be written
  public void keep(String name, String of, Instant at) {
    drawer.change(
        "INSERT OR REPLACE INTO marks (name, object, at) VALUES (?, ?, ?)",
        name,
        of,
        at.toString());
  }

  /// When it was done to that last; empty where it was not, or to something else since.
  ///
  /// @throws io.assay.runtime.Fault temporary if the desk cannot be read
  public Optional<Instant> last(String name, String of) {
    return drawer
        .read(
            "SELECT at FROM marks WHERE name = ? AND object = ?",
            row -> Instant.parse(row.getString(1)),
            name,
            of)
        .stream()
        .findFirst();
  }

  /// Forgets when it was done.
  ///
  /// @throws io.assay.runtime.Fault temporary if the desk cannot be written
  public void forget(String name) {
    drawer.change("DELETE FROM marks WHERE name = ?", name);
  }
}
