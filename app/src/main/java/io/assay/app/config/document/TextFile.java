package io.assay.app.config.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Text of a file in UTF-8, small enough for somebody to have written it.
public final class TextFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  /// Reads a file, a pipe too.
  ///
  /// @param most bytes that are read before it is refused
  public static String read(Path file, int most) throws MisreadException {
    byte[] bytes = bytes(file, most);
    if (bytes.length > most) {
      throw new MisreadException(
          new Origin.Whole(file), "is larger than " + most / 1024 + " KB; it cannot be meant");
    }
    String text = decode(file, bytes);
    return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
  }

  private static byte[] bytes(Path file, int most) throws MisreadException {
    if (Files.isDirectory(file)) {
      throw new MisreadException(new Origin.Whole(file), "is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most + 1);
    } catch (IOException e) {
      throw new MisreadException(new Origin.Whole(file), why(e));
    }
  }

  private static String why(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "may not be read; see its owner and mode";
      case FileSystemException other when other.getReason() != null ->
          "cannot be read: " + other.getReason();
      default -> "cannot be read: " + e.getMessage();
    };
  }

  private static String decode(Path file, byte[] bytes) throws MisreadException {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      String as = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFF) == 0xFE ? "UTF-16" : "no UTF-8";
      throw new MisreadException(
          place(file, text, text.length()), "is " + as + "; save it as UTF-8");
    }
    return text.toString();
  }

  /// The place of a character.
  static Origin.Place place(Path file, CharSequence text, int index) {
    int line = 1;
    int begin = 0;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        begin = i + 1;
      }
    }
    return new Origin.Place(file, line, index - begin + 1);
  }
}
