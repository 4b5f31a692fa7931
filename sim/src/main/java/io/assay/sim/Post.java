package io.assay.sim;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.Context;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.TextEntity;
import io.assay.core.message.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A message of a simulated channel.
///
/// @param editedAt the instant of its last edit; `at` where it was never edited
/// @param service whether it is Telegram's own line
record Post(
    long channel, long id, Instant at, Instant editedAt, List<Part> parts, boolean service) {
  Post {
    parts = List.copyOf(parts);
  }

  /// A stretch of the text.
  ///
  /// @param type as a Desktop export names it: `plain`, `code`, `text_link` …
  /// @param href the hidden link; empty for none
  record Part(String type, String text, String href) {
    static Part plain(String text) {
      return new Part("plain", text, "");
    }
  }

  /// The message as an importer tells of it.
  MessageEvent event() {
    StringBuilder text = new StringBuilder();
    List<TextEntity> entities = new ArrayList<>();
    for (Part part : parts) {
      if (!part.type.equals("plain")) {
        entities.add(new TextEntity(kind(part.type), text.length(), part.text.length(), part.href));
      }
      text.append(part.text);
    }
    Media media = service ? Media.SERVICE : Media.NONE;
    Content content = new Content(text.toString(), entities, List.of(), media, Context.NONE);
    MessageRef ref = new MessageRef(new ChannelId(channel), id);
    return MessageEvent.imported(ref, Timing.imported(at, editedAt), content);
  }

  private static EntityKind kind(String type) {
    return switch (type) {
      case "code" -> EntityKind.CODE;
      case "text_link" -> EntityKind.TEXT_LINK;
      case "bold" -> EntityKind.BOLD;
      case "hashtag" -> EntityKind.HASHTAG;
      case "cashtag" -> EntityKind.CASHTAG;
      default -> EntityKind.OTHER;
    };
  }
}
