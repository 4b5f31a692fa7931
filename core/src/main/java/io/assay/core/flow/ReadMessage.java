package io.assay.core.flow;

import io.assay.core.message.Content;
import io.assay.core.reading.MessageClass;
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

  /// Reads a message: a call whole, since its terms are part of what it is worth, and the many
  /// others only as far as tells that they are none. The reader promises to fail on none; should it
  /// break its word, that one message has failed and the rest go on.
  static ReadMessage of(Reader reader, Content content) {
    try {
      Reading skimmed = reader.skim(content);
      boolean call = skimmed.kind() == MessageClass.CALL || skimmed.kind() == MessageClass.PUMP;
      return new Done(call ? reader.read(content) : skimmed);
    } catch (RuntimeException e) {
      return new Failed(e.toString());
    }
  }
}
