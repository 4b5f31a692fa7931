package io.assay.runtime.life;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The signals of the operating system: the one place that knows them. A shutdown hook would do for
/// one SIGTERM, but exits with 143 and never sees a second.
///
/// `sun.misc.Signal` is reached by reflection: there is no other way to hear a signal, and the
/// compiler warns of its name without a way to say that this is meant. Where it is gone, signals
/// end the process as they would anyway, and the log says so.
///
/// There is one set of handlers in a process: whoever listens last hears, until he closes.
public final class Signals implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

  private final List<Restoration> restorations = new ArrayList<>();

  /// Gives a signal back to who had it.
  private interface Restoration {
    void run() throws ReflectiveOperationException;
  }

  private Signals() {}

  /// Listens.
  ///
  /// @param first run at the first SIGTERM or SIGINT
  /// @param again run at every further one
  /// @param hangup run at every SIGHUP
  public static Signals listen(Runnable first, Runnable again, Runnable hangup) {
    Signals signals = new Signals();
    AtomicInteger asked = new AtomicInteger();
    Runnable stop = () -> (asked.getAndIncrement() == 0 ? first : again).run();
    signals.listen("TERM", stop);
    signals.listen("INT", stop);
    signals.listen("HUP", hangup);
    return signals;
  }

  private void listen(String name, Runnable action) {
    try {
      handle(name, action);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("SIG{} cannot be heard on this system", name, e);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a proxy equals itself alone
  private void handle(String name, Runnable action) throws ReflectiveOperationException {
    Class<?> signalType = Class.forName("sun.misc.Signal");
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    var handle = signalType.getMethod("handle", signalType, handlerType);
    Object signal = signalType.getConstructor(String.class).newInstance(name);
    String thread = "assay-sig" + name.toLowerCase(Locale.ROOT);
    Object handler =
        Proxy.newProxyInstance(
            Signals.class.getClassLoader(),
            new Class<?>[] {handlerType},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "handle" -> {
                    // On a thread of its own: the one that brings a signal brings the next one too.
                    Thread.ofPlatform().daemon().name(thread).start(action);
                    yield null;
                  }
                  case "equals" -> self == arguments[0];
                  case "hashCode" -> System.identityHashCode(self);
                  default -> thread;
                });
    Object before = handle.invoke(null, signal, handler);
    restorations.add(() -> handle.invoke(null, signal, before));
  }

  /// Lets go; who listened before listens again.
  @Override
  public void close() {
    for (Restoration restoration : restorations) {
      try {
        restoration.run();
      } catch (ReflectiveOperationException e) {
        LOG.warn("a signal cannot be given back", e);
      }
    }
    restorations.clear();
  }
}
