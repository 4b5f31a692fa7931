package io.assay.app.web;

import java.util.Objects;

/// What a route answers, refusals apart.
public sealed interface Answer {
  /// A record, map or list, as JSON.
  record Json(int status, Object body) implements Answer {
    public Json {
      Objects.requireNonNull(body, "body");
    }
  }

  /// A text of some type.
  record Text(String type, String text) implements Answer {
    public Text {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(text, "text");
    }
  }

  /// It was done, and there is nothing to say: 204.
  record Done() implements Answer {}

  /// A body as JSON: 200.
  static Answer json(Object body) {
    return new Json(200, body);
  }

  /// A body as JSON under another status.
  static Answer json(int status, Object body) {
    return new Json(status, body);
  }

  /// It was done.
  static Answer done() {
    return new Done();
  }
}
