package io.assay.sim.voice;

import io.assay.core.message.Content;
import io.assay.core.message.EntityKind;
import io.assay.core.message.TextEntity;
import java.util.ArrayList;
import java.util.List;

/// A post in the making.
final class Draft {
  private final StringBuilder text = new StringBuilder();
  private final List<TextEntity> entities = new ArrayList<>();

  Draft say(String words) {
    text.append(words);
    return this;
  }

  /// Words that are marked as something.
  Draft mark(EntityKind kind, String words) {
    return link(kind, words, "");
  }

  /// Words that hide a link.
  Draft hide(String words, String target) {
    return link(EntityKind.TEXT_LINK, words, target);
  }

  private Draft link(EntityKind kind, String words, String target) {
    entities.add(new TextEntity(kind, text.length(), words.length(), target));
    return say(words);
  }

  Content content() {
    return Content.of(text.toString(), entities);
  }
}
