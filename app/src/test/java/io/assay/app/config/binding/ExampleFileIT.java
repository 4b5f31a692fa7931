package io.assay.app.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.AlertSettings;
import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.config.PriceSettings;
import io.assay.app.config.Settings;
import io.assay.app.config.TaskSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `config/assay.example.yml` and the keys are the same thing said twice.
class ExampleFileIT {
  /// A key, commented out or not; a remark has a space behind its `#`.
  private static final Pattern LINE = Pattern.compile("(?m)^( *)#?([a-z_]+):.*$");

  private final Path file = Path.of(System.getProperty("assay.root"), "config/assay.example.yml");
  private String example = "";

  @BeforeEach
  void read() throws IOException {
    example = Files.readString(file);
  }

  /// The paths of all keys that the text has, sections left out.
  private static Set<String> keys(String text) {
    List<String> paths = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Matcher lines = LINE.matcher(text);
    while (lines.find()) {
      int depth = lines.group(1).length() / 2;
      words.subList(depth, words.size()).clear();
      words.add(lines.group(2));
      paths.add(String.join(".", words));
    }
    return paths.stream()
        .filter(path -> paths.stream().noneMatch(other -> other.startsWith(path + ".")))
        .map(ExampleFileIT::withoutNames)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String withoutNames(String path) {
    return path.replaceFirst("(restart_policies|rules|providers)\\.\\w+", "$1.*");
  }

  @Test
  void example_hasEveryKeyAndNoOther() {
    Set<String> all =
        Slot.keys(Settings.class, "", false)
            .map(Key::path)
            .map(ExampleFileIT::withoutNames)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(keys(example)).isEqualTo(all);
    assertThat(all).hasSizeGreaterThan(60);
  }

  private static Map<String, @Nullable Object> values(Settings settings) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Leaf.of(settings).forEach(leaf -> values.put(leaf.key().path(), leaf.value()));
    return values;
  }

  @Test
  void example_asItStands_isTheDefaults() {
    Settings settings = ((Loaded.Fine) Configuration.load(file, Map.of())).settings();
    assertThat(settings.tasks().restartPolicies().values())
        .containsExactly(new TaskSettings.Policy());
    assertThat(settings.alerts().rules().values()).containsExactly(new AlertSettings.Rule());
    assertThat(settings.prices().providers().values())
        .containsExactly(new PriceSettings.Provider());
    Map<String, @Nullable Object> values = values(settings);
    values.keySet().removeIf(path -> !withoutNames(path).equals(path));
    assertThat(values).isEqualTo(values(new Settings()));
  }

  @Test
  void example_isWrittenFromTheKeys() {
    StringBuilder expected = new StringBuilder();
    write(new Settings(), "", false, 0, expected);
    String body = example.substring(example.indexOf("\n\n") + 1);
    assertThat(body).isEqualTo(expected.toString());
  }

  private static void write(
      Record defaults, String path, boolean reloadable, int depth, StringBuilder text) {
    for (Slot slot : Slot.of(defaults.getClass(), path, reloadable)) {
      text.append(depth == 0 ? "\n" : "");
      switch (slot) {
        case Slot.Value(Key key) -> text.append(line(key, slot.of(defaults)).indent(depth * 2));
        case Slot.Section in -> {
          text.append(opening(slot).indent(depth * 2));
          Record section = (Record) Objects.requireNonNull(slot.of(defaults));
          write(section, in.path(), in.reloadable(), depth + 1, text);
        }
        case Slot.Table in -> {
          String names = String.join(", ", in.names().keySet());
          String one = in.names().keySet().iterator().next();
          text.append(opening(slot).indent(depth * 2));
          text.append(("# of " + names + "\n" + one + ":").indent(depth * 2 + 2));
          write(in.defaults(), in.path() + "." + one, in.reloadable(), depth + 2, text);
        }
      }
    }
  }

  private static String opening(Slot slot) {
    Doc doc = slot.component().getAnnotation(Doc.class);
    return (doc == null ? "" : "# " + doc.value() + "\n") + slot.name() + ":";
  }

  private static String line(Key key, @Nullable Object value) {
    String name = key.path().substring(key.path().lastIndexOf('.') + 1);
    String shown = key.show(value);
    return "# "
        + key.explanation()
        + "\n"
        + (shown == null ? "#" + name + ":" : name + ": " + shown);
  }
}
