package io.assay.adapters.export;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/// Tells a listener what one file or stream holds, and names it in its flaws.
final class Telling {
  private static final long TOLERANCE_MILLIS = Duration.ofDays(1).toMillis(); // clocks differ

  private final String file;
  private final MessageSource.Listener listener;
  private final InstantSource clock;
  private final Map<ChannelId, String> titles = new HashMap<>();
  private long events;
  private long lines;
  private long bytes;
  private boolean assumesUtc;

  Telling(String file, MessageSource.Listener listener, InstantSource clock) {
    this.file = file;
    this.listener = listener;
    this.clock = clock;
  }

  /// The draft as an event.
  ///
  /// @throws UnreadableException if it lacks what every message has, or is of a time that has not
  ///   come: it would let the clock of a replay run on to it
  MessageEvent made(Draft draft) throws UnreadableException {
    MessageEvent event = draft.event();
    if (event.at().toEpochMilli() > clock.millis() + TOLERANCE_MILLIS) {
      throw new UnreadableException(
          "message " + draft.id + " is dated " + event.at() + ", which has not come");
    }
    assumesUtc |= draft.assumesUtc;
    return event;
  }

  /// Whether an event has a time whose zone had to be assumed.
  boolean assumesUtc() {
    return assumesUtc;
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
    if (at == null) {
      flaw(0, -1, cause);
    } else {
      flaw(lines + at.getLineNr(), bytes + at.getByteOffset(), cause);
    }
  }

  /// A parser takes up in the middle of the file: its places are moved by so much from now on.
  void move(long moreLines, long moreBytes) {
    lines += moreLines;
    bytes += moreBytes;
  }

  /// Messages told so far.
  long events() {
    return events;
  }
}
