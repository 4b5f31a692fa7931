package io.assay.app.live;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Messages of one channel.
final class Posts {
  static final ChannelId CHANNEL = new ChannelId(1_700_000_001);
  static final String TOKEN = "So11111111111111111111111111111111111111112";
  static final String CALL = "BUY NOW " + TOKEN + " huge potential, entry here, target 2x";
  static final String CHATTER = "Good morning";

  private Posts() {}

  static MessageEvent post(long id, Instant at, String text) {
    MessageRef ref = new MessageRef(CHANNEL, id);
    return MessageEvent.imported(ref, Timing.imported(at), Content.of(text));
  }

  /// So many messages, the first with this id, that open nothing.
  static List<MessageEvent> chatter(long first, int count, Instant at) {
    List<MessageEvent> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(post(first + i, at, CHATTER));
    }
    return posts;
  }

  /// The same message as a line of a stream.
  static String line(long id, Instant at, String text) {
    return "{\"chat\": %s, \"id\": %d, \"date\": \"%s\", \"text\": \"%s\"}\n"
        .formatted(CHANNEL, id, at, text);
  }
}
