package io.assay.app.live;

import io.assay.core.call.CallState;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes what the flow tells for statistics.
final class FigureNotes implements LiveFigures {
  final List<String> notes = new CopyOnWriteArrayList<>();
  final List<String> recorded = new CopyOnWriteArrayList<>();
  final List<Map<CallState, Long>> tracked = new CopyOnWriteArrayList<>();

  /// What is to be done whenever messages were heard.
  volatile Runnable onHeard = () -> {};

  @Override
  public void heard(long messages, long opened, long failed, long known) {
    notes.add(
        "heard %d, %d opened, %d failed, %d known".formatted(messages, opened, failed, known));
    onHeard.run();
  }

  @Override
  public void journaled(Duration took) {
    notes.add("journaled in " + took.toMillis() + " ms");
  }

  @Override
  public void recorded(ChannelId channel, Duration took) {
    recorded.add(channel + " in " + took.toMillis() + " ms");
  }

  @Override
  public void priced(boolean answered, Duration took) {
    notes.add(answered ? "priced" : "late");
  }

  @Override
  public void written(boolean done, long rows, Duration took) {
    notes.add(done ? "wrote " + rows + " rows" : "could not write");
  }

  @Override
  public void tracked(Map<CallState, Long> byState) {
    tracked.add(byState);
  }
}
