package io.assay.app.client;

import io.assay.app.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a running system is: a file `assay.url` in its data directory, there for as long as it
/// runs. The process is named too, so that nobody talks to a stranger who has come to the same
/// address since.
///
/// @param url such as `http://127.0.0.1:8787`
public record RunningSystem(URI url) {
  private static final String FILE = "assay.url";

  /// Says that this process runs the system, and where.
  public static void write(Path data, String url) throws IOException {
    Path half = Files.createTempFile(data, FILE, ".new");
    try {
      Files.write(half, List.of(url, Long.toString(ProcessHandle.current().pid())));
      Files.move(half, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /// Says that it does not run any more.
  public static void withdraw(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }

  /// The system that runs on this data directory.
  ///
  /// @return null if none does, or the one that did has ended without a word
  public static @Nullable RunningSystem find(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve(FILE));
      return lines.size() == 2 && lives(lines.get(1)) ? of(lines.get(0)) : null;
    } catch (NoSuchFileException _) {
      return null;
    }
  }

  private static boolean lives(String process) {
    try {
      return ProcessHandle.of(Long.parseLong(process)).isPresent();
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static @Nullable RunningSystem of(String url) {
    try {
      URI uri = URI.create(url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null ? new RunningSystem(uri) : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// Whether only this machine reaches it, so that reading needs no token.
  boolean isLoopback() {
    return new WebSettings(url.getHost(), 0).isLoopback();
  }
}
