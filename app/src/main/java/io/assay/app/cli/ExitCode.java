package io.assay.app.cli;

/// Exit codes, by the numbers of `sysexits.h`.
final class ExitCode {
  static final int FINE = 0;
  static final int USAGE = 64;
  static final int BAD_INPUT = 65;
  static final int NOTHING_RUNS = 69;
  static final int BUG = 70;
  static final int NOT_WRITTEN = 74;
  static final int TRY_AGAIN = 75;
  static final int CONFIGURATION = 78;

  private ExitCode() {}
}
