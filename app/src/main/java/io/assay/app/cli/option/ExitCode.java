package io.assay.app.cli.option;

/// Exit codes, by the numbers of `sysexits.h`.
public final class ExitCode {
  public static final int FINE = 0;
  public static final int USAGE = 64;
  public static final int BAD_INPUT = 65;
  public static final int NOTHING_RUNS = 69;
  public static final int BUG = 70;
  public static final int NOT_WRITTEN = 74;
  public static final int TRY_AGAIN = 75;
  public static final int CONFIGURATION = 78;

  private ExitCode() {}
}
