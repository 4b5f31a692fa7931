package io.assay.app;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.cli.Assayer;

/// Where the program begins and, alone, ends.
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    if (words.length > 0 && words[0].equals("replay")) {
      SqliteBooks.loadAhead(); // while the words are being understood
    }
    System.exit(Assayer.run(words));
  }
}
