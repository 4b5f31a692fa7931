package io.assay.app.web;

import io.assay.runtime.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Hangs up on whoever does not bring the head of a request to its end in time. A byte now and then
/// keeps Jetty's own idle timeout away for ever, and a few dozen such connections would leave no
/// place for anybody else.
final class HeadDeadline extends AbstractLifeCycle implements Connection.Listener {
  private static final long LOOK_MILLIS = 500;

  private final Scheduler scheduler;
  private final Duration most;
  private final Time time;
  private final Map<Connection, Waiting> open = new ConcurrentHashMap<>();
  private volatile Scheduler.@Nullable Task next;

  /// For what a connection is waited.
  ///
  /// @param requests whose heads it has brought before
  /// @param sinceNanos when the last of them was answered
  private record Waiting(long requests, long sinceNanos) {}

  /// A deadline.
  ///
  /// @param most from the end of one request, or from the beginning, to the end of the next head
  HeadDeadline(Scheduler scheduler, Duration most, Time time) {
    this.scheduler = scheduler;
    this.most = most;
    this.time = time;
  }

  @Override
  protected void doStart() {
    next = scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void doStop() {
    Scheduler.Task task = next;
    if (task != null) {
      task.cancel();
    }
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Waiting(0, time.nanos()));
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  private void look() {
    try {
      open.replaceAll(this::look);
    } finally {
      if (isRunning()) {
        doStart();
      }
    }
  }

  private Waiting look(Connection connection, Waiting waiting) {
    long requests = connection.getMessagesIn();
    boolean answers = requests > connection.getMessagesOut();
    if (answers || requests != waiting.requests) {
      return new Waiting(requests, time.nanos());
    }
    if (time.since(waiting.sinceNanos).compareTo(most) > 0) {
      connection.getEndPoint().close();
    }
    return waiting;
  }
}
