package io.assay.runtime.life;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/// Sends a datagram to a Unix socket of Linux through the C library, since Java's own sockets know
/// no such. Loaded only where something is sent.
///
/// Source: *unix(7)*, *send(2)*.
@SuppressWarnings("restricted") // there is no other way to such a socket
final class UnixDatagram {
  private static final int UNIX = 1; // AF_UNIX
  private static final int DATAGRAM = 2 | 0x80000; // SOCK_DGRAM | SOCK_CLOEXEC
  private static final int AT_ONCE = 0x40 | 0x4000; // MSG_DONTWAIT | MSG_NOSIGNAL
  private static final int LONGEST_PATH = 107; // of sun_path, without its NUL

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle SOCKET =
      function(
          "socket",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT));
  private static final MethodHandle SEND =
      function(
          "sendto",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private UnixDatagram() {}

  private static MethodHandle function(String name, FunctionDescriptor shape) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), shape, Linker.Option.captureCallState("errno"));
  }

  /// Sends one datagram, or fails at once where nobody takes it.
  ///
  /// @param address a path, or `@` and a name that is in no file system
  static void send(String address, byte[] message) throws IOException {
    byte[] path = path(address);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      MemorySegment to = arena.allocate(Short.BYTES + path.length, Short.BYTES);
      to.set(ValueLayout.JAVA_SHORT, 0, (short) UNIX);
      MemorySegment.copy(path, 0, to, ValueLayout.JAVA_BYTE, Short.BYTES, path.length);
      MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, message);
      int socket = (int) SOCKET.invokeExact(state, UNIX, DATAGRAM, 0);
      require(socket >= 0, "socket", address, state);
      try {
        long sent =
            (long)
                SEND.invokeExact(
                    state, socket, text, text.byteSize(), AT_ONCE, to, (int) to.byteSize());
        require(sent == message.length, "sendto", address, state);
      } finally {
        int _ = (int) CLOSE.invokeExact(state, socket);
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) { // a call into C throws nothing of its own
      throw new IllegalStateException(e);
    }
  }

  /// As the kernel wants it: a path ends with a NUL, another name begins with one.
  private static byte[] path(String address) throws IOException {
    boolean named = address.startsWith("@");
    if (!named && !address.startsWith("/")) {
      throw new IOException("NOTIFY_SOCKET=" + address + " is neither a path nor an @ name");
    }
    String padded = named ? "\0" + address.substring(1) : address + "\0";
    byte[] path = padded.getBytes(StandardCharsets.UTF_8);
    if (path.length > LONGEST_PATH + 1) {
      throw new IOException("NOTIFY_SOCKET=" + address + " is longer than a socket's path may be");
    }
    return path;
  }

  private static void require(boolean done, String call, String address, MemorySegment state)
      throws IOException {
    if (!done) {
      int error = (int) ERRNO.get(state, 0L);
      throw new IOException(call + " " + address + ": error " + error);
    }
  }
}
