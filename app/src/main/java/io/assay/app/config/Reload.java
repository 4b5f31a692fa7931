package io.assay.app.config;

import io.assay.app.config.binding.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    Map<String, Leaf> all = new LinkedHashMap<>(before);
    all.putAll(after);
    List<String> changed = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    all.forEach((path, leaf) -> {
      if (!sameValue(before.get(path), after.get(path))) {
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
    Leaf.of(settings).forEach(leaf -> leaves.put(leaf.key().path(), leaf));
    return leaves;
  }

  private static boolean sameValue(@Nullable Leaf one, @Nullable Leaf other) {
    return one != null && other != null && Objects.equals(one.value(), other.value());
  }
}
