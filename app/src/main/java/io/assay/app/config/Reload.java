package io.assay.app.config;

import io.assay.app.config.binding.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What becomes of a running system when its configuration is read again: all of the change, or
/// nothing.
public sealed interface Reload {
  /// Nothing has changed.
  record Nothing() implements Reload {}

  /// All that has changed can change now.
  ///
  /// @param keys what has changed
  record Apply(List<String> keys) implements Reload {
    public Apply {
      keys = List.copyOf(keys);
    }
  }

  /// Something has changed that cannot change without a restart, so nothing is to change.
  ///
  /// @param keys those that need the restart
  record Refused(List<String> keys) implements Reload {
    public Refused {
      keys = List.copyOf(keys);
    }
  }

  /// Compares the settings in force with fresh ones.
  static Reload compare(Settings old, Settings fresh) {
    Map<String, Leaf> before = byPath(old);
    Map<String, Leaf> after = byPath(fresh);
    List<String> changed = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    after.forEach((path, leaf) -> {
      Leaf was = before.get(path);
      if (was == null || !Objects.equals(was.value(), leaf.value())) {
        (leaf.key().reloadable() ? changed : fixed).add(path);
      }
    });
    if (!fixed.isEmpty()) {
      return new Refused(fixed);
    }
    return changed.isEmpty() ? new Nothing() : new Apply(changed);
  }

  private static Map<String, Leaf> byPath(Settings settings) {
    Map<String, Leaf> leaves = new LinkedHashMap<>();
    Leaf.withDefaults(settings).forEach(leaf -> leaves.put(leaf.key().path(), leaf));
    return leaves;
  }
}
