package io.assay.app.screen;

import io.assay.app.config.binding.Effective;
import io.assay.app.config.document.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The configuration in force, for people and for programs.
public record ConfigListing(List<Effective> values) {
  private static final int WIDEST = 44;
  private static final String INDENT = "  ";

  /// What YAML takes for a text as it stands, and nobody for anything else.
  private static final Pattern PLAIN = Pattern.compile("(?!(?i:null)$)[A-Za-z0-9/.][\\w/.%+-]*");

  /// A YAML document that can be loaded again, except for its secrets.
  ///
  /// @param explained whether each key is preceded by what it is
  public String yaml(boolean explained) {
    StringBuilder yaml = new StringBuilder();
    List<String> above = List.of();
    for (Effective value : values) {
      List<String> words = List.of(value.path().split("\\."));
      List<String> sections = words.subList(0, words.size() - 1);
      open(sections, common(above, sections), yaml);
      String indent = INDENT.repeat(sections.size());
      if (explained) {
        yaml.append(indent).append("# ").append(value.key().explanation()).append('\n');
      }
      String line = indent + words.getLast() + ":" + written(value.shown());
      yaml.append(line).append(" ".repeat(Math.max(1, WIDEST - line.length())));
      yaml.append("# ").append(origin(value)).append('\n');
      above = sections;
    }
    return yaml.toString();
  }

  private static void open(List<String> sections, int known, StringBuilder yaml) {
    for (int depth = known; depth < sections.size(); depth++) {
      yaml.append(INDENT.repeat(depth)).append(sections.get(depth)).append(":\n");
    }
  }

  private static int common(List<String> one, List<String> other) {
    int common = 0;
    while (common < Math.min(one.size(), other.size())
        && one.get(common).equals(other.get(common))) {
      common++;
    }
    return common;
  }

  private static String written(@Nullable String shown) {
    if (shown == null) {
      return "";
    }
    return " " + (PLAIN.matcher(shown).matches() ? shown : quoted(shown));
  }

  /// A JSON string is a YAML string.
  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  private static String origin(Effective value) {
    boolean unset = value.shown() == null && !value.isSet();
    return unset ? "unset" : Shown.plain(value.origin().shown());
  }

  /// One JSON list in one line.
  public String json() {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Effective value : values) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("key", value.path());
      one.put("value", value.shown());
      one.put("origin", value.origin().toString());
      one.put("reloadable", value.key().reloadable());
      one.put("doc", value.key().doc());
      all.add(one);
    }
    return JsonMapper.shared().writeValueAsString(all);
  }
}
