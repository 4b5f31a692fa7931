package io.assay.core.message;

import java.util.Objects;

/// A button under a message.
///
/// @param target the address that it opens, or the text that it copies; empty where it does neither
public record Button(String label, String target) {
  public Button {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(target, "target");
  }
}
