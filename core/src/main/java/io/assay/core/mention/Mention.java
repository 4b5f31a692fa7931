package io.assay.core.mention;

import io.assay.core.asset.Asset;
import java.util.List;
import java.util.Objects;

/// An address that a message mentions.
///
/// @param token chain (`EVM` where it is not known which) and address in normal form
/// @param display the address as it was written (EVM with its case)
/// @param span where it stands, in UTF-16 units of the text; of the link text or button where
///   hidden
/// @param confidence that it is what the role says, 0 to 1
/// @param why the rules that fired, in words
public record Mention(
    Asset.Token token, String display, Span span, Role role, double confidence, List<String> why) {
  public Mention {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(display, "display");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(role, "role");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
    }
    why = List.copyOf(why);
  }

  /// A stretch of a message, `[start, end)` in UTF-16 units.
  public record Span(Place place, int start, int end) {
    public Span {
      Objects.requireNonNull(place, "place");
    }
  }
}
