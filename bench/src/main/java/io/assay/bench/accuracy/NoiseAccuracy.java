package io.assay.bench.accuracy;

import io.assay.adapters.export.ExportFile;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.Flaw;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import io.assay.core.reading.MessageClass;
import io.assay.core.reading.Reader;
import io.assay.core.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A chat of a hundred thousand people in which nobody calls anything.
final class NoiseAccuracy {
  private final Path folder;

  NoiseAccuracy(Path data) {
    folder = data.resolve("messages/gme-pump-xrp-2021");
  }

  void report(Accuracy report) throws IOException {
    List<Content> posts = posts();
    Reader reader = new Reader();
    long calls = 0;
    long opening = 0;
    for (Content post : posts) {
      Reading reading = reader.read(post);
      boolean call = reading.kind() == MessageClass.CALL;
      calls += call ? 1 : 0;
      opening += call && (!reading.mentions().isEmpty() || !reading.symbols().isEmpty()) ? 1 : 0;
    }
    report.title("Noise: a chat without one address");
    report.row("messages", posts.size());
    report.row("read as a call", calls);
    report.row("of these with an asset", opening);
    report.goal("messages that open nothing", 1 - (double) opening / posts.size(), 1);
  }

  private List<Content> posts() throws IOException {
    List<Content> posts = new ArrayList<>();
    MessageSource.Listener listener =
        new MessageSource.Listener() {
          @Override
          public void heard(MessageEvent event) {
            posts.add(event.content());
          }

          @Override
          public void named(ChannelId channel, String title) {}

          @Override
          public void flawed(Flaw flaw) {}
        };
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".html"))
          .sorted()
          .forEach(file -> new ExportFile(file).tell(listener));
    }
    return posts;
  }
}
