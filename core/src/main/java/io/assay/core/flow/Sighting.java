package io.assay.core.flow;

import io.assay.core.ledger.EntryBytes;
import io.assay.core.ledger.Leaf;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageEvent;
import java.util.Objects;

/// A message event on its way in, with what could be worked out about it beforehand.
public final class Sighting {
  private final MessageEvent event;
  private final Leaf leaf;
  private final Fingerprint fingerprint;
  private final ReadMessage read;

  /// A sighting.
  ///
  /// @param bytes the event's canonical bytes; from EventBytes
  public Sighting(MessageEvent event, byte[] bytes, Fingerprint fingerprint, ReadMessage read) {
    this.event = Objects.requireNonNull(event, "event");
    this.leaf = Leaf.of(EntryBytes.heard(bytes));
    this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    this.read = Objects.requireNonNull(read, "read");
  }

  public MessageEvent event() {
    return event;
  }

  Leaf leaf() {
    return leaf;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  ReadMessage read() {
    return read;
  }

  @Override
  public String toString() {
    return event.ref() + " of " + leaf.length() + " bytes";
  }
}
