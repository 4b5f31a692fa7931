package io.assay.app;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.cli.Assayer;
import io.assay.app.logging.NoLogging;

/// Where the program begins and, alone, ends.
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    String command = words.length == 0 ? "" : words[0];
    if (!command.equals("run")) {
      NoLogging.choose();
    }
    if (command.equals("replay")) {
      SqliteBooks.loadAhead(); // while the words are being understood
    }
    System.exit(Assayer.run(words));
  }
}
