package io.assay.core.message;

import java.util.Objects;

/// A marked stretch of text.
///
/// @param start offset in UTF-16 code units, ≥ 0; may lie beyond the text, since senders are
///   hostile
/// @param length in UTF-16 code units, ≥ 0
/// @param target the hidden link's address for [EntityKind#TEXT_LINK], otherwise empty
public record TextEntity(EntityKind kind, int start, int length, String target) {
  public TextEntity {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(target, "target");
    if (start < 0 || length < 0) {
      throw new IllegalArgumentException("entity span " + start + "+" + length + " is negative");
    }
  }

  /// The stretch of `text` that is marked, cut to the text.
  public String of(String text) {
    int from = Math.min(start, text.length());
    int to = (int) Math.min((long) from + length, text.length());
    return text.substring(from, to);
  }
}
