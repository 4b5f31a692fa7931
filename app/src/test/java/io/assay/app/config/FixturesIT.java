package io.assay.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.document.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bad configurations, one for each kind of mistake: `config/NAME.yml`, with the environment of
/// `NAME.env` if there is one, gives exactly the lines of `NAME.txt`.
class FixturesIT {
  private static Path folder() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(FixturesIT.class.getResource("/config")).toURI());
  }

  static List<String> names() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yml"))
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> environment(Path file) throws IOException {
    Map<String, String> variables = new HashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        variables.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return variables;
  }

  /// The problems of a fixture, with the file by its name alone.
  private static String problems(String name) throws IOException, URISyntaxException {
    Path file = folder().resolve(name + ".yml");
    Loaded loaded = Configuration.load(file, environment(folder().resolve(name + ".env")));
    StringBuilder lines = new StringBuilder();
    if (loaded instanceof Loaded.Wrong(List<Problem> problems)) {
      problems.forEach(problem -> lines.append(problem).append('\n'));
    }
    return lines.toString().replace(file.toString(), file.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("names")
  void load_badConfiguration_saysExactlyThis(String name) throws Exception {
    String golden = Files.readString(folder().resolve(name + ".txt"));
    assertThat(problems(name)).isNotEmpty().isEqualTo(golden).doesNotContain("SECRETSECRET");
  }

  @Test
  void fixtures_ofEveryKind_areThere() throws Exception {
    assertThat(names()).hasSizeGreaterThan(40);
  }
}
