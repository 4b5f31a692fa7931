package io.assay.app.config.document;

/// A file that cannot be read as what it should be: where, and one line of why.
public final class MisreadException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Origin where;

  MisreadException(Origin where, String why) {
    super(why);
    this.where = where;
  }

  /// As a problem of the file.
  public Problem problem() {
    return Problem.of(where, "", String.valueOf(getMessage()));
  }
}
