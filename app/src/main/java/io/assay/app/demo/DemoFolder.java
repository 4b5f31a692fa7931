package io.assay.app.demo;

import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.replay.ScratchFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a demonstration keeps its books and its configuration: a folder that somebody named, or
/// one that is gone with it.
public final class DemoFolder implements AutoCloseable {
  private static final String FILE = "assay.yml";

  private final Path path;
  private final @Nullable ScratchFolder scratch;

  private DemoFolder(Path path, @Nullable ScratchFolder scratch) {
    this.path = path;
    this.scratch = scratch;
  }

  /// Makes the folder and the configuration in it.
  ///
  /// @param named null: a scratch folder
  /// @param port wanted; any that is free where another program has it
  /// @throws IOException if it cannot be written
  public static DemoFolder make(@Nullable Path named, int port) throws IOException {
    ScratchFolder scratch = named == null ? ScratchFolder.make() : null;
    DemoFolder made = new DemoFolder(named != null ? named : path(scratch), scratch);
    Files.createDirectories(made.path);
    Files.writeString(made.configuration(), made.text(isFree(port) ? port : 0));
    return made;
  }

  private static Path path(@Nullable ScratchFolder scratch) {
    if (scratch == null) {
      throw new IllegalArgumentException("there is no folder");
    }
    return scratch.path();
  }

  /// Nobody is asked over the network, and nothing of it is copied.
  private String text(int port) {
    return """
    # Made by assay demo: SIMULATED, no real channel, no real token.
    system:
      name: demo
    data:
      directory: "%s"
    prices:
      online: false
    logging:
      console: false
    web:
      port: %d
    """
        .formatted(path.resolve("data").toAbsolutePath().toString().replace("\\", "\\\\"), port);
  }

  @SuppressWarnings("AddressSelection") // a literal of this machine
  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /// The file of its configuration: `assay status -c` with it tells how the demonstration is.
  public Path configuration() {
    return path.resolve(FILE);
  }

  /// Loads the configuration; nothing of the environment changes it.
  public Loaded load() {
    return Configuration.load(configuration(), Map.of());
  }

  /// Removes what is nobody's.
  @Override
  public void close() throws IOException {
    if (scratch != null) {
      scratch.close();
    }
  }
}
