package io.assay.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import io.assay.app.replay.Progress;
import io.assay.app.system.Assay;
import io.assay.app.system.Surroundings;
import io.assay.core.flow.CallFlow;
import io.assay.core.output.ChannelTable;
import io.assay.core.output.Report;
import io.assay.sim.crowd.Scenario;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDemoIT {
  private static final Scenario SCENARIO = Scenario.of(5, 33, 4);

  @TempDir Path folder;

  private static String get(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static List<List<String>> table(Path books) {
    try (SqliteBooks opened = SqliteBooks.openReadOnly(books)) {
      return ChannelTable.rows(Report.of(opened.ledger(), CallFlow.VERSION));
    }
  }

  @Test
  void live_aWholeWorld_isJudgedAsIfItHadBeenPlayedAtOnce() throws Exception {
    LinkedBlockingQueue<String> terminal = new LinkedBlockingQueue<>();
    CountDownLatch end = new CountDownLatch(1);
    LiveDemo demo =
        new LiveDemo(
            SCENARIO,
            1e7,
            line -> {
              terminal.add(line);
              if (line.contains("at its end")) {
                end.countDown();
              }
            });
    try (DemoFolder made = DemoFolder.make(folder, 0)) {
      Settings settings = ((Loaded.Fine) made.load()).settings();
      Surroundings around = demo.surround(Surroundings.of(made::load), settings);
      try (Assay assay = Assay.open(settings, around)) {
        assay.start();
        assertThat(get(assay.url() + "/api/v1/system")).contains("\"simulated\":true");
        assertThat(end.await(120, TimeUnit.SECONDS)).as(terminal.toString()).isTrue();
        assertThat(assay.stop().isClean()).isTrue();
      }
      Report atOnce = HeadlessDemo.play(SCENARIO, Progress.NONE).report();
      assertThat(table(settings.books())).isEqualTo(ChannelTable.rows(atOnce));
    }
    assertThat(terminal).anyMatch(line -> line.contains("SIMULATED: seed 5, 33 days, 4 channels"));
    assertThat(Files.exists(folder.resolve("assay.yml"))).as("a named folder stays").isTrue();
  }

  @Test
  void folder_nobodyNamed_isGoneWithTheDemonstration() throws Exception {
    Path kept;
    try (DemoFolder made = DemoFolder.make(null, 0)) {
      kept = made.configuration();
      assertThat(made.load()).isInstanceOf(Loaded.Fine.class);
      assertThat(Files.readString(kept)).contains("SIMULATED");
    }
    assertThat(kept).doesNotExist();
    assertThat(kept.getParent()).doesNotExist();
  }

  @Test
  void time_neverGoesBack() {
    WorldTime time = new WorldTime(SCENARIO.from());
    time.reach(SCENARIO.from().plusSeconds(5));
    time.reach(SCENARIO.from().plusSeconds(3));
    assertThat(time.instant()).isEqualTo(SCENARIO.from().plusSeconds(5));
  }
}
