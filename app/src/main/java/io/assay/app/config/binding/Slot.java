package io.assay.app.config.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One component of a record, as the place in a configuration that it is.
sealed interface Slot {
  RecordComponent component();

  String path();

  /// A value.
  record Value(Key key) implements Slot {
    @Override
    public RecordComponent component() {
      return key.component();
    }

    @Override
    public String path() {
      return key.path();
    }
  }

  /// A record: keys of its own.
  record Section(RecordComponent component, String path, boolean reloadable) implements Slot {
    @SuppressWarnings("unchecked") // there is no other way to make a Section
    Class<? extends Record> type() {
      return (Class<? extends Record>) component.getType();
    }
  }

  /// A map from an enum to records: the same keys under each of some names.
  record Table(RecordComponent component, String path, boolean reloadable) implements Slot {
    /// The names and what they stand for.
    Map<String, Object> names() {
      Map<String, Object> names = new LinkedHashMap<>();
      for (Object one : argument(0).getEnumConstants()) {
        names.put(one.toString(), one);
      }
      return names;
    }

    @SuppressWarnings("unchecked") // there is no other way to make a Table
    Class<? extends Record> type() {
      return (Class<? extends Record>) argument(1);
    }

    /// A record of the table where nobody says anything: what its constructor without arguments
    /// makes.
    Record defaults() {
      try {
        return type().getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type() + " has no defaults", e);
      }
    }

    private Class<?> argument(int which) {
      ParameterizedType map = (ParameterizedType) component.getGenericType();
      return (Class<?>) map.getActualTypeArguments()[which];
    }
  }

  /// The last word of its path.
  default String name() {
    return path().substring(path().lastIndexOf('.') + 1);
  }

  /// What a record holds there.
  default @Nullable Object of(Record holder) {
    try {
      return component().getAccessor().invoke(holder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(path() + " cannot be read", e);
    }
  }

  /// The slots of a record, in the order in which they are declared.
  ///
  /// @param path of the record; empty for the outermost
  /// @param reloadable whether all of the record is
  static List<Slot> of(Class<? extends Record> type, String path, boolean reloadable) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> of(component, path, reloadable))
        .toList();
  }

  private static Slot of(RecordComponent component, String parent, boolean inherited) {
    Doc doc = component.getAnnotation(Doc.class);
    String name = doc == null || doc.name().isEmpty() ? snake(component.getName()) : doc.name();
    String path = under(parent, name);
    boolean reloadable = inherited || component.isAnnotationPresent(Reloadable.class);
    if (component.getType().isRecord() && component.getType() != Size.class) {
      return new Section(component, path, reloadable);
    }
    return component.getType() == Map.class
        ? new Table(component, path, reloadable)
        : new Value(new Key(path, component, reloadable));
  }

  /// Every key that there can be under a type, those of all names of its tables too.
  static Stream<Key> keys(Class<? extends Record> type, String path, boolean reloadable) {
    return of(type, path, reloadable).stream()
        .flatMap(slot ->
            switch (slot) {
              case Value(Key key) -> Stream.of(key);
              case Section in -> keys(in.type(), in.path(), in.reloadable());
              case Table in ->
                  in.names().keySet().stream()
                      .flatMap(name -> keys(in.type(), under(in.path(), name), in.reloadable()));
            });
  }

  /// A path one word longer.
  static String under(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
