package io.assay.runtime.life;

import java.io.Serial;

/// The system did not start, and what had started was stopped again. What went wrong meanwhile is
/// suppressed on it.
public final class StartFailure extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final ExitStatus status;

  StartFailure(ExitStatus status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  StartFailure(ExitStatus status, String message) {
    super(message);
    this.status = status;
  }

  /// How the process should end: cleanly where it was told to stop meanwhile.
  public ExitStatus status() {
    return status;
  }
}
