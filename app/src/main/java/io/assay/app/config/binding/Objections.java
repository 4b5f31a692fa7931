package io.assay.app.config.binding;

import java.util.ArrayList;
import java.util.List;

/// What a record has against its own values, such as a floor above its ceiling. Gathered and raised
/// together in the record's compact constructor, so that there never is one that contradicts itself
/// and everything is said at once.
public final class Objections {
  private final List<Objection> all = new ArrayList<>();

  /// One of them.
  ///
  /// @param keys the keys that do not fit together, as seen from the record: `shed_at`, or
  ///   `webhook.url` for one of a record in it
  record Objection(String message, List<String> keys) {}

  /// Objects unless something holds.
  ///
  /// @param message what does not hold; the keys and their values are named behind it
  /// @param keys the first of them that somebody set is the one that is said to be wrong
  public Objections unless(boolean holds, String message, String... keys) {
    if (!holds) {
      all.add(new Objection(message, List.of(keys)));
    }
    return this;
  }

  /// Refuses the record if there was anything to object.
  ///
  /// @throws IllegalArgumentException that names all of it
  public void raise() {
    if (!all.isEmpty()) {
      throw new RaisedException(List.copyOf(all));
    }
  }

  /// All that a record had against itself.
  static final class RaisedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Objection> all;

    private RaisedException(List<Objection> all) {
      super(all.toString());
      this.all = all;
    }

    List<Objection> all() {
      return all;
    }
  }
}
