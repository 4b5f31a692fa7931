package io.assay.core.flow;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.EventBytes;
import io.assay.core.message.MessageEvent;
import java.util.Arrays;
import java.util.Objects;

/// A message event that could not be judged. The ledger keeps it whole until it is retried, so that
/// whoever lists what failed needs no other book, and a retry of anything else is told apart.
///
/// @param event as it was journaled
/// @param cause one line: why it failed
public record FailedMessage(MessageEvent event, String cause) {
  public FailedMessage {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(cause, "cause");
  }

  /// Whether it is this event, as the journal writes events down.
  boolean isOf(MessageEvent other) {
    return Arrays.equals(written(event).toBytes(), written(other).toBytes());
  }

  private static CanonWriter written(MessageEvent event) {
    CanonWriter out = new CanonWriter();
    EventBytes.write(event, out);
    return out;
  }

  byte[] toBytes() {
    return written(event).text(cause).toBytes();
  }

  static FailedMessage ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, in -> new FailedMessage(EventBytes.read(in), in.text()));
  }
}
