package io.assay.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the guide and the files for operators promise.
class GuideIT {
  private static final Path ROOT = Path.of(System.getProperty("assay.root"));
  private static final Pattern ENDPOINT = Pattern.compile("`(GET|POST|DELETE) (/[^`]*)`");
  private static final Pattern METRIC = Pattern.compile("\\bassay_[a-z_]+");
  private static final Pattern TEST = Pattern.compile("`(?:([A-Z]\\w*(?:Test|IT))\\.?)?(\\w*)`");

  @TempDir Path folder;

  private Assay started() throws Exception {
    Map<String, String> environment =
        Map.of(
            "ASSAY_DATA_DIRECTORY",
            folder.resolve("data").toString(),
            "ASSAY_WEB_PORT",
            "0",
            "ASSAY_PRICES_ONLINE",
            "false");
    Loaded.Fine fine = (Loaded.Fine) Configuration.load(null, environment);
    Assay assay = Assay.open(fine.settings(), Surroundings.of(() -> fine));
    assay.start();
    return assay;
  }

  private static String page(String name) throws IOException {
    return Files.readString(ROOT.resolve(name));
  }

  @Test
  void endpoints_exist() throws Exception {
    int found = 0;
    try (Assay assay = started();
        HttpClient client = HttpClient.newHttpClient()) {
      Matcher endpoints = ENDPOINT.matcher(page("docs/guide/running.md"));
      while (endpoints.find()) {
        String path = endpoints.group(2).replace("{id}", "1").replaceAll("\\{\\w+}", "x");
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(assay.url() + path))
                .method(endpoints.group(1), HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        boolean reads = endpoints.group(1).equals("GET");
        boolean isOfALetter = path.endsWith("/1") && reads;
        assertThat(answer.statusCode())
            .as(endpoints.group())
            .isEqualTo(reads ? (isOfALetter ? 404 : 200) : 401);
        found++;
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void metrics_exist() throws Exception {
    try (Assay assay = started();
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(assay.url() + "/metrics")).build();
      String scraped = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      Matcher metrics = METRIC.matcher(page("ops/prometheus.yml"));
      int found = 0;
      while (metrics.find()) {
        assertThat(scraped).contains(metrics.group());
        found++;
      }
      assertThat(found).isGreaterThan(5);
    }
  }

  @Test
  void testsOfTheRules_exist() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : new String[] {"runtime", "adapters", "app"}) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          String name = String.valueOf(file.getFileName()).replace(".java", "");
          sources.put(name, Files.readString(file));
        }
      }
    }
    int found = 0;
    for (String line : page("docs/guide/rules.md").lines().toList()) {
      String type = "";
      Matcher tests = TEST.matcher(line.substring(line.lastIndexOf('|', line.length() - 3) + 1));
      while (line.startsWith("| ") && tests.find()) {
        type = tests.group(1) == null ? type : tests.group(1);
        assertThat(sources).as(line).containsKey(type);
        assertThat(sources.get(type)).as(line).contains(tests.group(2));
        found++;
      }
    }
    assertThat(found).isGreaterThan(50);
  }
}
