package io.assay.core.flow;

import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageEvent;
import java.util.Arrays;
import java.util.Objects;

/// A message event on its way in, with what could be worked out about it beforehand.
public final class Sighting {
  private final MessageEvent event;
  private final byte[] bytes;
  private final Fingerprint fingerprint;
  private final ReadMessage read;

  /// A sighting.
  ///
  /// @param bytes the event's canonical bytes; not copied, not to be changed
  public Sighting(MessageEvent event, byte[] bytes, Fingerprint fingerprint, ReadMessage read) {
    this.event = Objects.requireNonNull(event, "event");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    this.read = Objects.requireNonNull(read, "read");
  }

  MessageEvent event() {
    return event;
  }

  byte[] bytes() {
    return bytes;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  ReadMessage read() {
    return read;
  }

  @Override
  public String toString() {
    return event.ref() + " " + Arrays.hashCode(bytes);
  }
}
