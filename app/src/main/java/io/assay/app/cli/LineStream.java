package io.assay.app.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of UTF-8 from somebody who may be hostile: none is kept that is longer than 16 MB. What is
/// no UTF-8 becomes U+FFFD; the mark that some editors put before the first line is left out.
final class LineStream {
  private static final int LONGEST = 16 << 20;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private boolean begun;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);

  LineStream(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  /// A line.
  sealed interface Line {
    /// Without its end.
    record Whole(String text) implements Line {}

    /// It is not kept.
    record TooLong() implements Line {}
  }

  /// The next line, as soon as it has ended.
  ///
  /// @return null at the end
  @Nullable Line next() throws IOException {
    bytes.reset();
    long length = 0;
    int read = in.read();
    if (read < 0) {
      return null;
    }
    while (read >= 0 && read != '\n') {
      if (length < LONGEST) {
        bytes.write(read);
      }
      length++;
      read = in.read();
    }
    return length > LONGEST ? new Line.TooLong() : new Line.Whole(text());
  }

  private String text() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    int from = !begun && text.startsWith("\uFEFF") ? 1 : 0;
    begun = true;
    return text.substring(from, text.endsWith("\r") ? text.length() - 1 : text.length());
  }
}
