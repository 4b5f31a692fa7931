package io.assay.app.config.binding;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A key and the value that a record holds for it.
///
/// @param value null where an optional key is left unset
public record Leaf(Key key, @Nullable Object value) {
  /// All that a record holds, in the order in which its keys are declared.
  public static List<Leaf> of(Record all) {
    return of(all, "", false, false).toList();
  }

  /// The same with every row that its tables could have: one that they have not is the default.
  public static List<Leaf> withDefaults(Record all) {
    return of(all, "", false, true).toList();
  }

  private static Stream<Leaf> of(Record holder, String path, boolean reloadable, boolean defaults) {
    return Slot.of(holder.getClass(), path, reloadable).stream()
        .flatMap(slot -> in(slot, holder, defaults));
  }

  private static Stream<Leaf> in(Slot slot, Record holder, boolean defaults) {
    Object held = slot.of(holder);
    return switch (slot) {
      case Slot.Value(Key key) -> Stream.of(new Leaf(key, held));
      case Slot.Section in when held instanceof Record section ->
          of(section, in.path(), in.reloadable(), defaults);
      case Slot.Table in when held instanceof Map<?, ?> table -> rows(in, table, defaults);
      case Slot.Section _, Slot.Table _ ->
          throw new IllegalStateException(slot.path() + " holds nothing");
    };
  }

  private static Stream<Leaf> rows(Slot.Table in, Map<?, ?> table, boolean defaults) {
    return in.names().entrySet().stream()
        .filter(name -> defaults || table.containsKey(name.getValue()))
        .flatMap(name -> {
          Record row = (Record) table.get(name.getValue());
          String path = Slot.under(in.path(), name.getKey());
          return of(row == null ? in.defaults() : row, path, in.reloadable(), defaults);
        });
  }
}
