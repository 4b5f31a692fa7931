package io.assay.app.config.document;

import java.util.List;

/// What a YAML document says at one place. A scalar is its text: what it means is for the key to
/// say, so that `60`, `"60"` and a variable of the environment are one and the same.
public sealed interface Node {
  Origin at();

  /// A value.
  record Scalar(Origin at, String text) implements Node {}

  /// A key without a value.
  record Nothing(Origin at) implements Node {}

  /// A list.
  record Items(Origin at, List<Node> all) implements Node {}

  /// Keys and their values, in the order of the document; a key may be there twice.
  record Keys(Origin at, List<Entry> all) implements Node {}

  /// A key with what it says.
  ///
  /// @param at where the key stands
  record Entry(Origin.Place at, String key, Node value) {}
}
