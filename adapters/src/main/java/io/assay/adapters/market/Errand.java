package io.assay.adapters.market;

import io.assay.adapters.provider.Ask;
import java.util.concurrent.CompletableFuture;

/// A request of its own that waits for its turn.
///
/// @param answer fails with a [io.assay.runtime.Fault]; cancelled where nobody wants it any more
/// @param <T> what the answer is read as
record Errand<T>(Ask<T> ask, Priority priority, long since, CompletableFuture<T> answer)
    implements Job {
  private static final long PATIENCE_MILLIS = 60_000;

  @Override
  public long deadline() {
    return since + PATIENCE_MILLIS;
  }

  @Override
  public String lot() {
    return "";
  }

  @Override
  public boolean isOver() {
    return answer.isDone();
  }
}
