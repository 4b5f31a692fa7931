package io.assay.runtime.life;

import io.assay.runtime.Fault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what the operating system says: TERM or INT once is to stop in order, again is to stop at
/// once, HUP is to read the configuration again.
///
/// Signals belong to the process. Where two systems live in one, the one that listened last hears
/// them, and the other hears them again once that one is closed.
public final class Signals implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
  private static final List<String> HEARD = List.of("TERM", "INT", "HUP");

  private final Runnable first;
  private final Runnable second;
  private final Runnable hangup;
  private final Map<String, Object> earlier = new LinkedHashMap<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicInteger hangups = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private @Nullable Object ear;

  /// `sun.misc.Signal`: a shutdown hook would end with 143 and never hear of a second signal.
  /// Called by name, since the compiler's warning about it cannot be turned off.
  private static final class Kernel {
    private static final Class<?> HANDLER = type("sun.misc.SignalHandler");
    private static final Class<?> SIGNAL = type("sun.misc.Signal");

    private Kernel() {}

    private static Class<?> type(String name) {
      try {
        return Class.forName(name);
      } catch (ClassNotFoundException e) {
        throw new IllegalArgumentException("this runtime has no module jdk.unsupported", e);
      }
    }

    /// What is called when a signal is heard.
    @SuppressWarnings("ReferenceEquality") // it is what equality of an ear means
    static Object ear(Signals listening) {
      return Proxy.newProxyInstance(
          Signals.class.getClassLoader(),
          new Class<?>[] {HANDLER},
          (self, method, arguments) ->
              switch (method.getName()) {
                case "equals" -> self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                case "toString" -> "the ear of a system";
                default -> {
                  listening.hear(arguments[0].toString().replaceFirst("^SIG", ""));
                  yield null;
                }
              });
    }

    /// Has a signal heard by that ear.
    ///
    /// @return who heard it before
    /// @throws IllegalArgumentException if it does not exist here, or cannot be heard
    static Object listen(String signal, Object ear) {
      try {
        Method handle = SIGNAL.getMethod("handle", SIGNAL, HANDLER);
        return handle.invoke(null, named(signal), ear);
      } catch (ReflectiveOperationException e) {
        throw refused(e);
      }
    }

    /// Lets an ear hear a signal.
    static void tell(Object ear, String signal) {
      try {
        HANDLER.getMethod("handle", SIGNAL).invoke(ear, named(signal));
      } catch (ReflectiveOperationException e) { // an ear of the system's own cannot be told
        LOG.debug("{} is heard by nobody here", signal, e);
      }
    }

    private static Object named(String signal) throws ReflectiveOperationException {
      return SIGNAL.getConstructor(String.class).newInstance(signal);
    }

    private static IllegalArgumentException refused(ReflectiveOperationException failure) {
      Throwable cause = failure instanceof InvocationTargetException ? failure.getCause() : failure;
      return new IllegalArgumentException(cause == null ? "" : cause.getMessage(), failure);
    }
  }

  private Signals(Runnable first, Runnable second, Runnable hangup) {
    this.first = first;
    this.second = second;
    this.hangup = hangup;
  }

  /// Listens until it is closed.
  ///
  /// @param first is run once, on a thread of its own
  /// @param second is run on every further TERM or INT, at once; must not wait
  /// @param hangup is run on a thread of its own, never beside itself; several in a row may become
  ///   one
  public static Signals listen(Runnable first, Runnable second, Runnable hangup) {
    Signals signals = new Signals(first, second, hangup);
    HEARD.forEach(signals::listenTo);
    return signals;
  }

  private void listenTo(String signal) {
    try {
      Object listening = ear == null ? Kernel.ear(this) : ear;
      ear = listening;
      earlier.put(signal, Kernel.listen(signal, listening));
    } catch (IllegalArgumentException e) { // not every system has each, and -Xrs keeps them
      LOG.info("{} is not heard: {}", signal, Fault.lineOf(e));
    }
  }

  /// What is done on a signal, by its name without SIG.
  void hear(String signal) {
    if (closed.get()) { // somebody who listened later has put this ear back in its place
      Object before = earlier.get(signal);
      if (before != null) {
        Kernel.tell(before, signal);
      }
    } else if (signal.equals("HUP")) {
      if (hangups.getAndIncrement() == 0) {
        start("assay-reload", this::reload);
      }
    } else if (stopping.compareAndSet(false, true)) {
      LOG.info("{}: stops in order; once more stops at once", signal);
      start("assay-stop", first);
    } else {
      second.run();
    }
  }

  private void reload() {
    int seen;
    do {
      seen = hangups.get();
      try {
        hangup.run();
      } catch (RuntimeException e) {
        LOG.error("reading the configuration again failed", e);
      }
    } while (!hangups.compareAndSet(seen, 0));
  }

  private static void start(String name, Runnable action) {
    try {
      Thread.ofPlatform().name(name).daemon().start(action);
    } catch (OutOfMemoryError e) { // then here, since a signal has a thread of its own anyway
      action.run();
    }
  }

  /// Listens no longer; whoever listened before does again, unless somebody has come since. A
  /// second time changes nothing.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      earlier.forEach((signal, before) -> {
        Object now = Kernel.listen(signal, before);
        if (!now.equals(ear)) {
          Kernel.listen(signal, now);
        }
      });
    }
  }
}
