package io.assay.app;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.cli.Assayer;
import io.assay.app.logging.NoLogging;
import java.util.List;

/// Where the program begins and, alone, ends.
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    String command = words.length == 0 ? "" : words[0];
    boolean live = command.equals("demo") && !List.of(words).contains("--headless");
    if (!command.equals("run") && !live) {
      NoLogging.choose();
    }
    if (command.equals("replay") || (command.equals("demo") && !live)) {
      SqliteBooks.loadAhead(); // while the words are being understood
    }
    System.exit(Assayer.run(words));
  }
}
