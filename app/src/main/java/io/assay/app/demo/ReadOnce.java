package io.assay.app.demo;

import io.assay.core.canon.CanonWriter;
import io.assay.core.flow.ReadMessage;
import io.assay.core.flow.Sighting;
import io.assay.core.message.Content;
import io.assay.core.message.EventBytes;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageEvent;
import io.assay.core.reading.Reader;
import java.util.LinkedHashMap;

/// Reads posts, and what was read lately not again: chatter says the same over and over, and
/// reading is pure. One thread at a time.
final class ReadOnce {
  private static final int REMEMBERED = 500;

  private final Reader reader = new Reader();
  private final LinkedHashMap<Content, ReadMessage> lately = new LinkedHashMap<>(64, 0.75f, true);

  Sighting sighting(MessageEvent event) {
    CanonWriter out = new CanonWriter();
    EventBytes.write(event, out);
    Content content = event.content();
    ReadMessage read = lately.get(content);
    if (read == null) {
      read = ReadMessage.of(reader, content);
      lately.put(content, read);
      if (lately.size() > REMEMBERED) {
        lately.pollFirstEntry();
      }
    }
    return new Sighting(event, out.toBytes(), Fingerprint.of(content), read);
  }
}
