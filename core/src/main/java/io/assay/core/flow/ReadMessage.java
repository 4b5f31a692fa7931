package io.assay.core.flow;

import io.assay.core.message.Content;
import io.assay.core.reading.Reader;
import io.assay.core.reading.Reading;
import java.util.Objects;

/// A message that has been read, or the reason why it could not be.
public sealed interface ReadMessage {
  record Done(Reading reading) implements ReadMessage {
    public Done {
      Objects.requireNonNull(reading, "reading");
    }
  }

  /// It could not be read.
  ///
  /// @param cause one line
  record Failed(String cause) implements ReadMessage {
    public Failed {
      Objects.requireNonNull(cause, "cause");
    }
  }

  /// Reads a message. The reader promises to fail on none; should it break its word, that one
  /// message has failed and the rest go on.
  static ReadMessage of(Reader reader, Content content) {
    try {
      return new Done(reader.skim(content));
    } catch (RuntimeException e) {
      return new Failed(e.toString());
    }
  }
}
