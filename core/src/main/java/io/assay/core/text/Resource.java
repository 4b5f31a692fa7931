package io.assay.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The tables that come with the program, each beside the class that reads it.
public final class Resource {
  private Resource() {}

  /// Whether a line of a table is a row: it is neither empty nor a comment.
  public static boolean isRow(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  /// The table as UTF-8 text.
  public static String text(Class<?> beside, String name) {
    return new String(bytes(beside, name), StandardCharsets.UTF_8);
  }

  /// The table's bytes.
  ///
  /// @throws IllegalStateException if the program lacks it
  public static byte[] bytes(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
