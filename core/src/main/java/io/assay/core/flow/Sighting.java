package io.assay.core.flow;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.EntryBytes;
import io.assay.core.ledger.Leaf;
import io.assay.core.message.Content;
import io.assay.core.message.EventBytes;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageEvent;
import io.assay.core.reading.Reader;
import java.util.Objects;
import java.util.function.Function;

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

  /// The sighting of an event, with all that can be worked out about it.
  public static Sighting of(MessageEvent event, Reader reader) {
    return of(event, content -> ReadMessage.of(reader, content));
  }

  static Sighting of(MessageEvent event, Function<Content, ReadMessage> reading) {
    CanonWriter out = new CanonWriter();
    EventBytes.write(event, out);
    byte[] bytes = out.toBytes();
    MessageEvent kept = EventBytes.read(new CanonReader(bytes)); // what the journal will say
    Content content = kept.content();
    return new Sighting(kept, bytes, Fingerprint.of(content), reading.apply(content));
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
