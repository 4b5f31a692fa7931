package io.assay.adapters.http;

import java.io.IOException;

/// A server sent more than anybody asked for.
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  BodyTooLargeException(long most) {
    super("the body is larger than " + most + " bytes");
  }
}
