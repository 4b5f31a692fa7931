package io.assay.adapters.chronicle;

import io.assay.core.canon.CanonWriter;
import io.assay.core.message.EventBytes;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A message event as a source told it: its canonical bytes, and what it is ordered by.
///
/// @param at the event's clock in milliseconds since 1970
/// @param bytes canonical; not copied, not to be changed
@SuppressWarnings("ArrayRecordComponent") // equal by content, see below
public record Told(long at, long chat, long id, Fingerprint fingerprint, byte[] bytes)
    implements Comparable<Told> {

  /// Bytes that the rest of a telling takes in memory, about.
  static final int OVERHEAD = 120;

  static Told of(MessageEvent event, CanonWriter scratch) {
    scratch.reset();
    byte[] text = event.content().text().getBytes(StandardCharsets.UTF_8);
    EventBytes.write(event, text, scratch);
    return new Told(
        event.at().toEpochMilli(),
        event.ref().chat().value(),
        event.ref().id(),
        Fingerprint.of(event.content(), text),
        scratch.toBytes());
  }

  int weight() {
    return bytes.length + OVERHEAD;
  }

  /// By time, then chat, then message; the bytes decide last, so that the order of two tellings
  /// never depends on where they were read.
  @Override
  public int compareTo(Told other) {
    int by = Long.compare(at, other.at);
    by = by != 0 ? by : Long.compare(chat, other.chat);
    by = by != 0 ? by : Long.compare(id, other.id);
    return by != 0 ? by : Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Told told && compareTo(told) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
