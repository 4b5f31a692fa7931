package io.assay.app.config.binding;

import io.assay.app.config.document.Node;
import io.assay.app.config.document.Origin;
import io.assay.app.config.document.Problem;
import io.assay.app.config.document.Shown;
import io.assay.app.config.document.YamlFile;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Fills a record from a file and the environment, which has the last word. Goes through the record
/// once, beside the document; what is wrong is noted and stood in for by its default, so that the
/// rest is read too.
public final class Binder {
  private final Class<? extends Record> type;
  private final Environment environment;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Effective> effective = new LinkedHashMap<>();

  /// Paths whose value stands in for a wrong one: nothing is to be concluded from them.
  private final Set<String> wrong = new HashSet<>();

  private Binder(Class<? extends Record> type, Environment environment) {
    this.type = type;
    this.environment = environment;
  }

  /// A record as it was filled.
  ///
  /// @param value only to be used where there are no problems
  /// @param effective every value of it and where it comes from
  /// @param problems everything that is wrong, in the order of the file, then the environment
  public record Bound<R extends Record>(
      R value, List<Effective> effective, List<Problem> problems) {
    public Bound {
      effective = List.copyOf(effective);
      problems = List.copyOf(problems);
    }
  }

  /// Fills a record.
  ///
  /// @param defaults what holds where nobody says anything
  /// @param file null for none
  public static <R extends Record> Bound<R> bind(
      R defaults, @Nullable Path file, Environment environment) {
    Binder binder = new Binder(defaults.getClass(), environment);
    Node said = file == null ? null : YamlFile.read(file, binder.problems);
    R value = binder.section(defaults, "", false, said);
    binder.problems.addAll(environment.unknown(binder::keys));
    List<Effective> effective = List.copyOf(binder.effective.values());
    return new Bound<>(value, effective, binder.problems.stream().sorted().toList());
  }

  /// Every key that there is; only asked for where something is amiss or the environment is used.
  private List<Key> keys() {
    return Slot.keys(type, "", false).toList();
  }

  private <R extends Record> R section(
      R defaults, String path, boolean reloadable, @Nullable Node said) {
    List<Slot> slots = Slot.of(defaults.getClass(), path, reloadable);
    Map<String, Node.Entry> entries = entries(path, said, slots.stream().map(Slot::name).toList());
    Object[] values =
        slots.stream()
            .map(slot -> value(slot, slot.of(defaults), said(entries, slot.name())))
            .toArray();
    return make(defaults, path, values);
  }

  private @Nullable Object value(Slot slot, @Nullable Object fallback, @Nullable Node said) {
    return switch (slot) {
      case Slot.Value(Key key) -> value(key, fallback, said);
      case Slot.Table table -> table(table, said);
      case Slot.Section in when fallback instanceof Record section ->
          section(section, in.path(), in.reloadable(), said);
      case Slot.Section in -> throw new IllegalStateException(in.path() + " has no defaults");
    };
  }

  private Map<Object, Record> table(Slot.Table table, @Nullable Node said) {
    Map<String, Object> names = table.names();
    Map<String, Node.Entry> entries = entries(table.path(), said, names.keySet());
    Map<Object, Record> records = new LinkedHashMap<>();
    names.forEach((name, constant) -> {
      String path = Slot.under(table.path(), name);
      if (entries.containsKey(name) || environment.mentions(path)) {
        Node one = said(entries, name);
        records.put(constant, section(table.defaults(), path, table.reloadable(), one));
      }
    });
    return records;
  }

  private @Nullable Object value(Key key, @Nullable Object fallback, @Nullable Node said) {
    Object value = fallback;
    Origin origin = new Origin.Default();
    if (said != null) {
      origin = said.at();
      value = take(key, origin, () -> said, value);
    }
    String variable = environment.variable(key);
    if (variable != null) {
      origin = new Origin.Variable(variable);
      value = take(key, origin, () -> environment.read(key, variable), value);
    }
    effective.put(key.path(), new Effective(key, key.show(value), origin));
    return value;
  }

  /// Something said of a key, or why it cannot be known.
  private interface Saying {
    Node node() throws WrongValueException;
  }

  private @Nullable Object take(Key key, Origin origin, Saying saying, @Nullable Object otherwise) {
    try {
      return key.read(saying.node());
    } catch (WrongValueException e) {
      wrong.add(key.path());
      problems.add(Problem.of(origin, key.path(), String.valueOf(e.getMessage())));
      return otherwise;
    }
  }

  private static @Nullable Node said(Map<String, Node.Entry> entries, String name) {
    Node.Entry entry = entries.get(name);
    return entry == null ? null : entry.value();
  }

  /// What is said under a path, by the keys that are known there.
  private Map<String, Node.Entry> entries(
      String path, @Nullable Node said, Collection<String> known) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    switch (said) {
      case null -> {}
      case Node.Nothing _ -> {}
      case Node.Keys(_, List<Node.Entry> all) ->
          all.forEach(entry -> enter(path, entry, known, entries));
      case Node.Scalar _, Node.Items _ -> {
        wrong.add(path);
        String keys = "takes keys of its own: " + String.join(", ", known);
        problems.add(Problem.of(said.at(), path, path.isEmpty() ? "the file " + keys : keys));
      }
    }
    return entries;
  }

  private void enter(
      String path, Node.Entry entry, Collection<String> known, Map<String, Node.Entry> entries) {
    String here = Slot.under(path, Shown.name(entry.key()));
    if (!known.contains(entry.key())) {
      problems.add(Problem.of(entry.at(), here, "unknown key; " + meant(entry.key(), known)));
      return;
    }
    Node.Entry first = entries.putIfAbsent(entry.key(), entry);
    if (first != null) {
      String twice = "is written twice; the first is in line " + first.at().line();
      problems.add(Problem.of(entry.at(), here, twice));
    }
  }

  private String meant(String key, Collection<String> known) {
    String near = Nearest.of(key, known);
    if (near != null) {
      return "did you mean " + near + "?";
    }
    List<String> elsewhere =
        keys().stream().map(Key::path).filter(path -> path.endsWith("." + key)).toList();
    return elsewhere.size() == 1
        ? "did you mean " + elsewhere.getFirst() + "?"
        : "known here: " + String.join(", ", known);
  }

  @SuppressWarnings("unchecked") // a record's class makes records of that class
  private <R extends Record> R make(R defaults, String path, Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(defaults.getClass().getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> canonical = defaults.getClass().getConstructor(types);
      return (R) canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Objections.RaisedException raised) {
        raised.all().forEach(objection -> object(path, objection));
        wrong.add(path);
        return defaults;
      }
      throw new IllegalStateException(defaults.getClass() + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(defaults.getClass() + " cannot be made", e);
    }
  }

  private void object(String path, Objections.Objection objection) {
    Map<String, Effective> involved = new LinkedHashMap<>();
    for (String key : objection.keys()) {
      String whole = Slot.under(path, key);
      involved.put(key, Objects.requireNonNull(effective.get(whole), whole));
    }
    if (involved.values().stream().map(Effective::path).anyMatch(this::isWrong)) {
      return;
    }
    Effective first =
        involved.values().stream()
            .filter(Effective::isSet)
            .findFirst()
            .orElseGet(() -> involved.values().iterator().next());
    String values =
        involved.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue().shownOr("unset"))
            .collect(Collectors.joining(", "));
    problems.add(
        Problem.of(first.origin(), first.path(), objection.message() + " (" + values + ")"));
  }

  private boolean isWrong(String path) {
    return wrong.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "."));
  }
}
