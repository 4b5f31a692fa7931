package io.assay.app;

import io.assay.app.cli.Assayer;

/// Where the program begins and, alone, ends.
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    System.exit(Assayer.run(words));
  }
}
