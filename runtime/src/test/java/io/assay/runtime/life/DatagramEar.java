package io.assay.runtime.life;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// Hears datagrams at a Unix socket, as a service manager does; Java's own sockets know no such.
@SuppressWarnings("restricted") // there is no other way to such a socket
final class DatagramEar implements AutoCloseable {
  private static final int MOST = 4096;

  private final int socket;

  private DatagramEar(int socket) {
    this.socket = socket;
  }

  private static int call(String name, Object... arguments) {
    Linker linker = Linker.nativeLinker();
    ValueLayout[] shape = new ValueLayout[arguments.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] =
          switch (arguments[i]) {
            case Integer _ -> ValueLayout.JAVA_INT;
            case Long _ -> ValueLayout.JAVA_LONG;
            default -> ValueLayout.ADDRESS;
          };
    }
    MethodHandle function =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow(name),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, shape));
    try {
      return (int) function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  /// Listens at a path, or at `@` and a name that is in no file system.
  static DatagramEar at(String address) throws IOException {
    int socket = call("socket", 1, 2, 0); // AF_UNIX, SOCK_DGRAM
    boolean named = address.startsWith("@");
    byte[] path =
        (named ? "\0" + address.substring(1) : address + "\0").getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment at = arena.allocate(2L + path.length, 2);
      at.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
      MemorySegment.copy(path, 0, at, ValueLayout.JAVA_BYTE, 2, path.length);
      if (socket < 0 || call("bind", socket, at, (int) at.byteSize()) != 0) {
        throw new IOException("nothing can be heard at " + address);
      }
    }
    return new DatagramEar(socket);
  }

  /// The next datagram, which must be there already.
  String hear() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(MOST);
      int length = call("recv", socket, text, (long) MOST, 0x40); // MSG_DONTWAIT
      if (length < 0) {
        throw new IOException("nothing was told");
      }
      return new String(
          text.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    call("close", socket);
  }
}
