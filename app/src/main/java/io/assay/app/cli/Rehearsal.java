package io.assay.app.cli;

import io.assay.app.cli.option.ExitCode;
import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.config.ProviderName;
import io.assay.app.logging.Logging;
import io.assay.app.system.Assay;
import io.assay.app.system.Surroundings;
import io.assay.runtime.life.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a start-up cache is trained on: the everyday commands, one after the other in one process,
/// over a made-up history. `Rehearsal FOLDER`, of a folder that the simulator wrote.
public final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] words) {
    Path folder = Path.of(words[0]);
    String dump = folder.resolve("dump.jsonl").toString();
    String export = folder.resolve("result.json").toString();
    String candles = folder.resolve("candles").toString();
    String books = folder.resolve("rehearsal.db").toString();
    String tables = folder.resolve("tables").toString();
    play("replay", dump, "--candles", candles, "--db", books, "--json");
    play("replay", export, "--candles", candles, "--out", tables);
    play("verify", "--db", books);
    play("channels", "--db", books);
    play("calls", "--db", books, "--json");
    live(folder.resolve("live"), folder.resolve("result.json"));
    play("--version");
    play("--help");
  }

  /// A live system from its start to its stop, asked what is asked of it every day.
  private static void live(Path data, Path export) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ASSAY_DATA_DIRECTORY", data.toString());
    environment.put("ASSAY_WEB_PORT", "0");
    environment.put("ASSAY_LOGGING_CONSOLE", "false");
    for (ProviderName provider : ProviderName.values()) { // asked, and nobody is there
      String key = "ASSAY_PRICES_PROVIDERS_" + provider.name() + "_BASE_URL";
      environment.put(key, "http://127.0.0.1:1");
    }
    if (!(Configuration.load(null, environment) instanceof Loaded.Fine fine)) {
      throw new IllegalStateException("the defaults are no configuration");
    }
    Surroundings around = Surroundings.of(() -> fine);
    try (Logging _ = Logging.start(fine.settings(), around.systemId(), environment);
        Assay assay = Assay.open(fine.settings(), around)) {
      assay.start();
      Files.createDirectories(fine.settings().inbox());
      Files.copy(export, fine.settings().inbox().resolve("result.json"));
      for (String path : List.of("/health/ready", "/health", "/metrics", "/api/v1/system/tasks")) {
        try (InputStream page = URI.create(assay.url() + path).toURL().openStream()) {
          page.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (IOException | StartFailure e) {
      throw new IllegalStateException("the live system does not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void play(String... words) {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    int code = Assayer.run(nobody, nobody, words);
    if (code != ExitCode.FINE) {
      throw new IllegalStateException(words[0] + " ended with " + code);
    }
  }
}
