package io.assay.runtime.life;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a service manager how it goes, where one listens (`NOTIFY_SOCKET`): ready, alive,
/// stopping. Where none does, nothing happens. What cannot be told is logged once and never stops
/// anybody.
///
/// The socket is a Unix datagram socket, which Java cannot open, so libc does.
///
/// Source: `sd_notify(3)`.
public final class NotifySocket {
  private static final Logger LOG = LoggerFactory.getLogger(NotifySocket.class);
  private static final int LONGEST = 107; // sun_path, less the zero at its end

  private final String path;
  private final Duration watchdog;
  private boolean failed;

  private NotifySocket(String path, Duration watchdog) {
    this.path = path;
    this.watchdog = watchdog;
  }

  /// The socket that this environment names, if any.
  public static NotifySocket of(Map<String, String> environment) {
    String path = environment.getOrDefault("NOTIFY_SOCKET", "");
    boolean usable = path.startsWith("/") || path.startsWith("@");
    return new NotifySocket(usable ? path : "", usable ? watchdog(environment) : Duration.ZERO);
  }

  private static Duration watchdog(Map<String, String> environment) {
    String pid = environment.getOrDefault("WATCHDOG_PID", "");
    boolean ours = pid.isEmpty() || pid.equals(Long.toString(ProcessHandle.current().pid()));
    try {
      long micros = Long.parseLong(environment.getOrDefault("WATCHDOG_USEC", "0"));
      return ours && micros > 0 ? Duration.ofNanos(micros * 1_000) : Duration.ZERO;
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  /// The system is ready.
  public void ready() {
    send("READY=1");
  }

  /// The system begins to stop.
  public void stopping() {
    send("STOPPING=1");
  }

  /// The system lives; to be said more often than every [#watchdogInterval].
  public void watchdog() {
    send("WATCHDOG=1");
  }

  /// What the system is doing.
  ///
  /// @param words one line, for the operator
  public void status(String words) {
    send("STATUS=" + words.replace('\n', ' '));
  }

  /// How long the service manager bears silence; zero where it does not mind.
  public Duration watchdogInterval() {
    return watchdog;
  }

  private synchronized void send(String message) {
    if (path.isEmpty() || failed) {
      return;
    }
    try {
      Datagram.send(path, message);
    } catch (Throwable e) { // a method handle may throw anything, and nobody depends on this
      failed = true;
      LOG.warn("the service manager cannot be told anything: {}", e.toString());
    }
  }

  /// Apart, so that nothing of it is loaded where nobody listens.
  @SuppressWarnings("restricted") // calling libc is what it is for
  private static final class Datagram {
    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle SOCKET =
        call("socket", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final MethodHandle SENDTO =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("sendto"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    private static final MethodHandle CLOSE = call("close", ValueLayout.JAVA_INT);

    private Datagram() {}

    private static MethodHandle call(String name, ValueLayout... arguments) {
      return LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow(name),
          FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }

    static void send(String path, String message) throws Throwable {
      byte[] name = path.getBytes(StandardCharsets.UTF_8);
      if (name.length > LONGEST) {
        throw new IllegalArgumentException("NOTIFY_SOCKET is too long");
      }
      if (name[0] == '@') {
        name[0] = 0; // an abstract name begins with a zero
      }
      int socket = (int) SOCKET.invokeExact((int) AF_UNIX, SOCK_DGRAM, 0);
      if (socket < 0) {
        throw new IllegalStateException("no socket to be had");
      }
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment address = address(name, arena);
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
        long sent =
            (long)
                SENDTO.invokeExact(
                    socket, text, (long) bytes.length, 0, address, (int) address.byteSize());
        if (sent != bytes.length) {
          throw new IllegalStateException("nobody listens at NOTIFY_SOCKET");
        }
      } finally {
        int ignored = (int) CLOSE.invokeExact(socket);
      }
    }

    /// A `sockaddr_un`: the family, then the name, as long as it is.
    private static MemorySegment address(byte[] name, Arena arena) {
      int end = name[0] == 0 ? 0 : 1;
      MemorySegment address = arena.allocate(2L + name.length + end, 2);
      address.set(ValueLayout.JAVA_SHORT, 0, AF_UNIX);
      MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
      return address;
    }
  }
}
