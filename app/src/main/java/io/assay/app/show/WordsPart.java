package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.core.message.Content;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.Origin;
import io.assay.core.output.Trail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The message as it was said, every text of it that was heard.
record WordsPart(Trail trail) implements Part {
  @Override
  public void print(Page page) {
    page.title("said");
    if (trail.events().isEmpty()) {
      page.line("the journal has no text of it");
    }
    trail.events().forEach(event -> print(event, page));
  }

  private static void print(MessageEvent event, Page page) {
    Content content = event.content();
    StringBuilder head = new StringBuilder(event.at().toString());
    head.append("  ").append(Figures.word(event.kind()));
    if (event.timing().isRevised()) {
      head.append(", first sent ").append(event.timing().sentAt());
    }
    if (!event.timing().receivedAt().equals(event.at())) {
      head.append(", heard ").append(event.timing().receivedAt());
    }
    if (content.media() != Media.NONE) {
      head.append(", with ").append(Figures.word(content.media()).replace('_', ' '));
    }
    page.line(head.toString());
    Origin origin = content.context().origin();
    if (origin.isForward()) {
      page.line("  forwarded from " + origin.message());
    }
    page.quoted(content.text());
    content.linkTargets().forEach(target -> page.line("  link: " + target));
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    List<Map<String, @Nullable Object>> all =
        trail.events().stream().map(WordsPart::fields).toList();
    json.put("message", all);
  }

  private static Map<String, @Nullable Object> fields(MessageEvent event) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("kind", Figures.word(event.kind()));
    one.put("sentAt", event.timing().sentAt().toString());
    one.put("at", event.at().toString());
    one.put("receivedAt", event.timing().receivedAt().toString());
    one.put("media", Figures.word(event.content().media()));
    Origin origin = event.content().context().origin();
    one.put("forwardedFrom", origin.isForward() ? origin.message().toString() : null);
    one.put("text", event.content().text());
    one.put("links", event.content().linkTargets());
    return one;
  }
}
