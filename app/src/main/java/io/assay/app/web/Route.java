package io.assay.app.web;

import java.util.Set;

/// One thing that the house offers over HTTP.
public sealed interface Route permits Resource, Action {
  /// Who may.
  enum Access {
    /// Everybody who reaches the house.
    OPEN,
    /// Everybody on this machine; elsewhere whoever has the token.
    READ,
    /// Whoever has the token, from the house's own pages or from no page at all.
    ACT
  }

  /// The path as a template, such as `/api/v1/system/tasks/{name}`. Requests are counted under it.
  String path();

  /// The methods that it answers.
  Set<String> methods();

  Access access();

  /// The media types of the bodies that it takes; none where it takes no body.
  Set<String> media();

  /// Answers one request.
  ///
  /// @throws Exception a [Refusal] is told to the client as it is, a [io.assay.runtime.Fault] by
  ///   its kind, anything else as a bug
  Answer answer(Request request) throws Exception;
}
