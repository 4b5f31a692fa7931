package io.assay.adapters.export;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/// Tells a listener what one file or stream holds, and names it in its flaws.
final class Telling {
  private final String file;
  private final MessageSource.Listener listener;
  private final Map<ChannelId, String> titles = new HashMap<>();
  private long events;

  Telling(String file, MessageSource.Listener listener) {
    this.file = file;
    this.listener = listener;
  }

  void event(MessageEvent event) {
    events++;
    listener.heard(event);
  }

  /// A message that may say what its chat is called.
  void event(MessageEvent event, Draft draft) {
    title(event.chat(), draft.title);
    event(event);
  }

  void title(ChannelId channel, String title) {
    if (!title.isBlank() && !title.equals(titles.put(channel, title))) {
      listener.named(channel, title);
    }
  }

  /// Something is wrong.
  ///
  /// @param line 1-based, or 0
  /// @param offset in the uncompressed content, or -1
  void flaw(long line, long offset, String cause) {
    listener.flawed(new Flaw(file, line, offset, cause));
  }

  /// Something is wrong in JSON.
  ///
  /// @param at null where the parser does not know
  void flaw(@Nullable TokenStreamLocation at, String cause) {
    flaw(at == null ? 0 : at.getLineNr(), at == null ? -1 : at.getByteOffset(), cause);
  }

  /// Messages told so far.
  long events() {
    return events;
  }
}
