package io.assay.app.config.binding;

/// A value that cannot be taken. The message goes on where the value was named: `has no unit …`.
final class WrongValueException extends Exception {
  private static final long serialVersionUID = 1;

  WrongValueException(String message) {
    super(message);
  }
}
