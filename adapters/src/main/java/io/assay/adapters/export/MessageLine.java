package io.assay.adapters.export;

import io.assay.core.message.Content;
import io.assay.core.message.Engagement;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// One message as one JSON object, of which nothing needs to be told but what it says: `{"text": …,
/// "entities": […]}` in the Bot API's shape or Telethon's, a whole `Message.to_dict()`, an update
/// of the Bot API with a message in it, or a message of a Telegram Desktop export.
public sealed interface MessageLine {
  /// What the message says.
  record Told(Content content, Engagement engagement) implements MessageLine {
    public Told {
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(engagement, "engagement");
    }
  }

  /// It cannot be understood.
  ///
  /// @param why in words, for whoever wrote it
  record Broken(String why) implements MessageLine {
    public Broken {
      Objects.requireNonNull(why, "why");
    }
  }

  static MessageLine read(String line) {
    if (line.isBlank()) {
      return new Broken("is empty");
    }
    try {
      return read(line, shape(line));
    } catch (UnreadableException e) {
      return new Broken(e.words());
    } catch (JacksonException e) {
      return new Broken(Json.words(e));
    }
  }

  private static LineShape shape(String line) {
    try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return new LineShape("", false, "is no message");
      }
      LineShape shape = LineShape.of(in);
      return in.nextToken() == null
          ? shape
          : new LineShape("", false, "something stands behind the message");
    }
  }

  private static MessageLine read(String line, LineShape shape) throws UnreadableException {
    if (!shape.fault().isEmpty()) {
      return new Broken(shape.fault());
    }
    try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), line)) {
      in.nextToken();
      shape.enter(in);
      Draft draft = shape.desktop() ? DesktopMessage.read(in, 0) : TelethonMessage.readLoose(in);
      return new Told(draft.content(), draft.engagement());
    }
  }
}
