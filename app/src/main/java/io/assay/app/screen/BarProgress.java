package io.assay.app.screen;

import io.assay.app.replay.Progress;
import java.io.Console;
import java.util.concurrent.atomic.AtomicReference;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A progress bar on the terminal.
public final class BarProgress implements Progress {
  private static final int REFRESH_MILLIS = 200;

  private final AtomicReference<@Nullable ProgressBar> bar = new AtomicReference<>();

  /// A bar where a person looks on, nothing where a program or a file does.
  @SuppressWarnings("SystemConsoleNull") // it still is null where there is no terminal
  public static Progress onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal() ? new BarProgress() : Progress.NONE;
  }

  @Override
  public void begin(String what, long total) {
    bar.set(
        new ProgressBarBuilder()
            .setTaskName(what)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .clearDisplayOnFinish()
            .build());
  }

  @Override
  public void step(long by) {
    ProgressBar shown = bar.get();
    if (shown != null) {
      shown.stepBy(by);
    }
  }

  @Override
  public void end() {
    ProgressBar shown = bar.getAndSet(null);
    if (shown != null) {
      shown.close();
    }
  }
}
