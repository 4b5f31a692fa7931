package io.assay.app.show;

import io.assay.app.record.Paper;
import io.assay.app.screen.Cells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Something as it is shown, part by part.
public final class Shown {
  private final String kind;
  private final List<Part> parts;

  /// Of those parts, in their order.
  ///
  /// @param kind one word, for programs: `call`, `channel` or `asset`
  Shown(String kind, List<Part> parts) {
    this.kind = kind;
    this.parts = List.copyOf(parts);
  }

  /// For people.
  public String text(Paper paper) {
    Page page = new Page(paper);
    parts.forEach(part -> part.print(page));
    return page.toString();
  }

  /// One JSON object in one line, with nothing in it that a terminal would obey.
  public String json() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("kind", kind);
    parts.forEach(part -> part.put(all));
    return Cells.escaped(JsonMapper.shared().writeValueAsString(all));
  }
}
