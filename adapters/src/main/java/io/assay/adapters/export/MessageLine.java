package io.assay.adapters.export;

import io.assay.core.message.Content;
import io.assay.core.message.Engagement;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// One message as one JSON object, of which nothing needs to be told but what it says: `{"text": …,
/// "entities": […]}` in the Bot API's shape or Telethon's, or a whole `Message.to_dict()`.
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
    try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return new Broken("is no message");
      }
      Draft draft = TelethonMessage.readLoose(in);
      return in.nextToken() == null
          ? new Told(draft.content(), draft.engagement())
          : new Broken("something stands behind the message");
    } catch (UnreadableException e) {
      return new Broken(e.words());
    } catch (JacksonException e) {
      return new Broken(Json.words(e));
    }
  }
}
