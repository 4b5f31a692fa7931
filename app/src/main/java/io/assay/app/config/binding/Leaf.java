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
    return of(all, "", false).toList();
  }

  private static Stream<Leaf> of(Record holder, String path, boolean reloadable) {
    return Slot.of(holder.getClass(), path, reloadable).stream().flatMap(slot -> in(slot, holder));
  }

  private static Stream<Leaf> in(Slot slot, Record holder) {
    Object held = slot.of(holder);
    return switch (slot) {
      case Slot.Value(Key key) -> Stream.of(new Leaf(key, held));
      case Slot.Section in when held instanceof Record section ->
          of(section, in.path(), in.reloadable());
      case Slot.Table in when held instanceof Map<?, ?> table ->
          table.entrySet().stream()
              .flatMap(one ->
                  of(
                      (Record) one.getValue(),
                      Slot.under(in.path(), one.getKey().toString()),
                      in.reloadable()));
      case Slot.Section _, Slot.Table _ ->
          throw new IllegalStateException(slot.path() + " holds nothing");
    };
  }
}
