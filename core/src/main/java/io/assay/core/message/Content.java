package io.assay.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What a message says and shows.
///
/// @param text as sent, unchanged; captions are text
public record Content(
    String text, List<TextEntity> entities, List<Button> buttons, Media media, Context context) {

  public static final Content EMPTY = of("");

  public Content {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(media, "media");
    Objects.requireNonNull(context, "context");
    entities = List.copyOf(entities);
    buttons = List.copyOf(buttons);
  }

  public static Content of(String text) {
    return of(text, List.of());
  }

  public static Content of(String text, List<TextEntity> entities) {
    return new Content(text, entities, List.of(), Media.NONE, Context.NONE);
  }

  /// Every address that the message links to without showing it: hidden links, then buttons.
  public List<String> linkTargets() {
    List<String> targets = new ArrayList<>();
    for (TextEntity entity : entities) {
      if (!entity.target().isEmpty()) {
        targets.add(entity.target());
      }
    }
    for (Button button : buttons) {
      if (!button.target().isEmpty()) {
        targets.add(button.target());
      }
    }
    return targets;
  }
}
