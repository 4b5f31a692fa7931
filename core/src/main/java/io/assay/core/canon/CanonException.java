package io.assay.core.canon;

import java.io.Serial;

/// Bytes that are not what was once written: damage, or a format of another version.
public final class CanonException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public CanonException(String message) {
    super(message);
  }
}
