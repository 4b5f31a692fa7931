package io.assay.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
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
    this.kind = Objects.requireNonNull(kind, "kind");
    this.leastWait = leastWait;
    if (leastWait.isNegative()) {
      throw new IllegalArgumentException("nobody demands a wait of " + leastWait);
    }
  }

  public ErrorKind kind() {
    return kind;
  }

  /// The wait that a server demands: a floor under every backoff; zero where none is demanded.
  public Duration leastWait() {
    return leastWait;
  }

  /// The kind of any failure: that of the first [Fault] among its causes; an input or output error
  /// that nobody classified passes by itself, also where the JDK has wrapped it; anything else is a
  /// bug.
  public static ErrorKind kindOf(Throwable failure) {
    Fault fault = in(failure);
    if (fault != null) {
      return fault.kind;
    }
    return unwrapped(failure) instanceof IOException ? ErrorKind.TEMPORARY : ErrorKind.BUG;
  }

  /// The wait that a server demanded of whoever failed so; zero for none.
  public static Duration leastWaitOf(Throwable failure) {
    Fault fault = in(failure);
    return fault == null ? Duration.ZERO : fault.leastWait;
  }

  /// A failure in one line for the operator, without a stack trace: what a [Fault] among its causes
  /// says, else its class and message, since `/var/lib/x` alone tells nobody what is wrong with it.
  public static String lineOf(Throwable failure) {
    Fault fault = in(failure);
    Throwable told = fault == null ? unwrapped(failure) : fault;
    String message = told.getMessage();
    String line =
        message == null ? "" : message.strip().lines().findFirst().orElse("").stripTrailing();
    if (fault != null && !line.isEmpty()) {
      return line;
    }
    String name = told.getClass().getName();
    String word = name.substring(name.lastIndexOf('.') + 1);
    return line.isEmpty() ? word : word + ": " + line;
  }

  private static Throwable unwrapped(Throwable failure) {
    boolean wrapped =
        failure instanceof UncheckedIOException
            || failure instanceof ExecutionException
            || failure instanceof CompletionException;
    Throwable cause = failure.getCause();
    return wrapped && cause != null ? cause : failure;
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
