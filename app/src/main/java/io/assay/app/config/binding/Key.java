package io.assay.app.config.binding;

import io.assay.app.config.document.Node;
import io.assay.app.config.document.Origin;
import io.assay.app.config.document.Shown;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One key of a configuration: a component of a record that holds a value, not more keys.
///
/// @param path such as `outputs.csv.interval`
/// @param reloadable whether it can change while the system runs
public record Key(String path, RecordComponent component, boolean reloadable) {
  /// One line for the operator: what it is.
  public String doc() {
    return Objects.requireNonNull(component.getAnnotation(Doc.class), path).value();
  }

  /// From where to where it goes, such as `1s to 1h`; empty where anything goes.
  String range() {
    Within within = component.getAnnotation(Within.class);
    return within == null ? "" : within.least() + " to " + within.most();
  }

  /// What it is, from where to where it goes, and whether it can be reloaded.
  public String explanation() {
    String range = range().isEmpty() ? "" : " (" + range() + ")";
    return doc() + range + (reloadable ? " [reload]" : "");
  }

  /// Whether it may be left without a value.
  boolean isOptional() {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /// Whether its value is shown to nobody.
  boolean isSecret() {
    return component.getType() == Secret.class;
  }

  /// A value of it as it is written, secrets masked; null where there is none.
  public @Nullable String show(@Nullable Object value) {
    return value instanceof List<?> items
        ? items.stream().map(Object::toString).collect(Collectors.joining(", "))
        : Values.show(value, unit());
  }

  /// Its value, of what a document or the environment says.
  ///
  /// @return null where nothing is said and nothing need be
  @Nullable Object read(Node node) throws WrongValueException {
    return switch (node) {
      case Node.Nothing _ -> nothing();
      case Node.Scalar(Origin.Variable _, String text) when text.isBlank() -> nothing();
      case Node.Scalar(_, String text) when text.isBlank() -> throw empty();
      case Node.Scalar(_, String text) when isList() -> items(List.of(text.split(",")));
      case Node.Scalar(_, String text) -> value(text);
      case Node.Items(_, List<Node> all) when isList() -> items(texts(all));
      case Node.Items _ -> throw new WrongValueException("takes one value, not a list");
      case Node.Keys _ -> throw new WrongValueException("takes a value, not keys of its own");
    };
  }

  private @Nullable Object nothing() throws WrongValueException {
    if (isOptional()) {
      return null;
    }
    throw empty();
  }

  /// What is written and says nothing is not taken for unset: it may have been meant as a secret.
  private static WrongValueException empty() {
    return new WrongValueException("has no value; write one, or leave the key out");
  }

  private List<Object> items(List<String> texts) throws WrongValueException {
    List<Object> items = new ArrayList<>();
    for (String text : texts) {
      items.add(value(text.strip()));
    }
    return List.copyOf(items);
  }

  private static List<String> texts(List<Node> items) throws WrongValueException {
    List<String> texts = new ArrayList<>();
    for (Node item : items) {
      if (!(item instanceof Node.Scalar(_, String text))) {
        throw new WrongValueException("takes a list of values and nothing else");
      }
      texts.add(text);
    }
    return texts;
  }

  private Object value(String text) throws WrongValueException {
    try {
      if (isSecret() && text.equals(Secret.MASK)) {
        throw new WrongValueException("stands for a secret; write the secret itself");
      }
      Object value = Values.read(type(), unit(), text);
      Within within = component.getAnnotation(Within.class);
      if (within != null && !isWithin(value, within)) {
        throw new WrongValueException("is out of range (" + range() + ")");
      }
      return isSecret() ? new Secret<>(value) : value;
    } catch (WrongValueException e) {
      String shown = isSecret() ? Secret.MASK : Shown.quoted(text);
      throw new WrongValueException(shown + " " + e.getMessage());
    }
  }

  @SuppressWarnings("unchecked") // all ranges are of types that compare to themselves
  private boolean isWithin(Object value, Within within) throws WrongValueException {
    Comparable<Object> one = (Comparable<Object>) value;
    return one.compareTo(Values.read(type(), unit(), within.least())) >= 0
        && one.compareTo(Values.read(type(), unit(), within.most())) <= 0;
  }

  private String unit() {
    return Objects.requireNonNull(component.getAnnotation(Doc.class), path).unit();
  }

  private boolean isList() {
    return component.getType() == List.class;
  }

  /// What is read: of a secret or a list, the type of what is in it.
  private Class<?> type() {
    Type type = component.getGenericType();
    return type instanceof ParameterizedType of
        ? (Class<?>) of.getActualTypeArguments()[0]
        : component.getType();
  }
}
