package io.assay.app.web;

import java.util.Set;

/// Something to do: `POST` or `DELETE`, with the token.
///
/// @param media the types of the bodies that it takes; none where it takes no body
public record Action(String method, String path, Set<String> media, Deed deed) implements Route {
  private static final Set<String> METHODS = Set.of("POST", "DELETE");

  public Action {
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException("an action is a POST or a DELETE, not a " + method);
    }
    media = Set.copyOf(media);
  }

  /// What is done.
  @FunctionalInterface
  public interface Deed {
    Answer act(Request request) throws Exception;
  }

  /// A `POST` without a body.
  public static Action post(String path, Deed deed) {
    return new Action("POST", path, Set.of(), deed);
  }

  /// A `POST` with a body of JSON.
  public static Action postJson(String path, Deed deed) {
    return new Action("POST", path, Set.of("application/json"), deed);
  }

  /// A `DELETE`.
  public static Action delete(String path, Deed deed) {
    return new Action("DELETE", path, Set.of(), deed);
  }

  @Override
  public Set<String> methods() {
    return Set.of(method);
  }

  @Override
  public Access access() {
    return Access.ACT;
  }

  @Override
  public Answer answer(Request request) throws Exception {
    return deed.act(request);
  }
}
