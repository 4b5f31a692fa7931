package io.assay.runtime;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A failure that has been understood: its kind, one line of what, where and what to do, and how
/// long a server demands to be left alone.
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ErrorKind kind;
  private final Duration leastWait;

  /// A failure without a demanded wait.
  public Fault(ErrorKind kind, String message, @Nullable Throwable cause) {
    this(kind, message, Duration.ZERO, cause);
  }

  /// A failure.
  ///
  /// @param leastWait before the next attempt, as a server demanded; zero where none did
  public Fault(ErrorKind kind, String message, Duration leastWait, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.leastWait = leastWait;
  }

  public ErrorKind kind() {
    return kind;
  }

  /// The wait that a server demands: a floor under every backoff; zero where none is demanded.
  public Duration leastWait() {
    return leastWait;
  }

  /// The kind of any failure: that of the first [Fault] among its causes; an input or output error
  /// that nobody classified passes by itself; anything else is a bug.
  public static ErrorKind kindOf(Throwable failure) {
    Fault fault = in(failure);
    if (fault != null) {
      return fault.kind;
    }
    return failure instanceof IOException ? ErrorKind.TEMPORARY : ErrorKind.BUG;
  }

  /// The wait that a server demanded of whoever failed so; zero for none.
  public static Duration leastWaitOf(Throwable failure) {
    Fault fault = in(failure);
    return fault == null ? Duration.ZERO : fault.leastWait;
  }

  /// A failure in one line for the operator, without a stack trace: what a [Fault] among its causes
  /// says, else its own message, else its kind.
  public static String lineOf(Throwable failure) {
    Fault fault = in(failure);
    String message = fault == null ? failure.getMessage() : fault.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    return message.strip().lines().findFirst().orElse("");
  }

  private static @Nullable Fault in(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      if (cause instanceof Fault fault) {
        return fault;
      }
      cause = cause.getCause();
    }
    return null;
  }
}
