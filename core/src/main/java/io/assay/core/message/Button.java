package io.assay.core.message;

import java.util.Objects;

/// A button under a message.
///
/// @param target the address that it opens; empty where it opens none
public record Button(String label, String target) {
  public Button {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(target, "target");
  }
}
