package io.assay.app.house;

import io.assay.app.live.LiveFigures;
import io.assay.core.call.CallState;
import io.assay.core.message.ChannelId;
import io.assay.runtime.Time;
import io.assay.runtime.measure.Figure;
import io.assay.runtime.measure.Stages;
import io.assay.runtime.measure.Statistics;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// What the flow does, as statistics, stage timings and figures for targets. Safe for any thread.
public final class FlowFigures implements LiveFigures {
  private static final int HOURS = 24;

  private final Statistics statistics;
  private final Stages.Stage journaling;
  private final Stages.Stage recording;
  private final Stages.Stage pricing;
  private final Stages.Stage output;
  private final Time time;
  private final boolean kept;
  private final ChannelGaps gaps;
  private volatile Map<CallState, Long> calls = Map.of();
  private volatile Figure lastRecovery = Figure.absent("nothing has crashed yet");
  private volatile long lastHeard;

  /// Figures of a flow.
  ///
  /// @param kept false: nothing is timed or counted, so every figure of it is absent
  public FlowFigures(Statistics statistics, Stages stages, Time time, boolean kept) {
    this.statistics = statistics;
    this.kept = kept;
    this.time = time;
    gaps = new ChannelGaps(time);
    journaling = stages.stage("message_processing");
    recording = stages.stage("message_recording");
    pricing = stages.stage("price_updates");
    output = stages.stage("data_output");
    lastHeard = time.nanos();
  }

  @Override
  public void heard(long messages, long opened, long failed, long known) {
    count(Statistics.MESSAGES_PROCESSED, messages);
    count(Statistics.SIGNALS_DETECTED, opened);
    count("tokens_tracked", opened);
    count(Statistics.ERRORS, failed);
    count("messages_repeated", known);
    if (messages > 0) {
      lastHeard = time.nanos();
    }
  }

  @Override
  public void journaled(Duration took) {
    time(journaling, true, took);
  }

  @Override
  public void recorded(ChannelId channel, Duration took) {
    time(recording, true, took);
    gaps.heard(channel);
  }

  @Override
  public void priced(boolean answered, Duration took) {
    time(pricing, answered, took);
  }

  @Override
  public void written(boolean done, long rows, Duration took) {
    count(Statistics.DATA_WRITTEN, rows);
    time(output, done, took);
    if (!done) {
      count(Statistics.ERRORS, 1);
    }
  }

  private void count(String counter, long more) {
    if (kept) {
      statistics.counter(counter).add(more);
    }
  }

  private void time(Stages.Stage stage, boolean done, Duration took) {
    if (kept && done) {
      stage.record(took);
    } else if (kept) {
      stage.fail(took);
    }
  }

  @Override
  public void tracked(Map<CallState, Long> byState) {
    calls = byState.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(byState));
  }

  /// A task works again after a crash.
  public void recovered(Duration took) {
    count(Statistics.ERRORS, 1);
    lastRecovery = Figure.of(took.toNanos() / 1e9);
  }

  /// How long it took the last task that crashed to work again, seconds.
  Figure recovery() {
    return lastRecovery;
  }

  /// Time from post to journal that 95 of 100 messages took at most, seconds; where none was posted
  /// lately, that from a source to the journal.
  Figure recordingTime() {
    Figure posted = recording.recent().p95();
    return posted instanceof Figure.Known ? posted : journaling.recent().p95();
  }

  /// How often each channel says something.
  public ChannelGaps gaps() {
    return gaps;
  }

  Figure priceSuccess() {
    return pricing.recent().successRate();
  }

  Figure outputSuccess() {
    return output.recent().successRate();
  }

  /// The share of messages of the last day that could not be judged.
  Figure errorRate() {
    return statistics.share(Statistics.ERRORS, Statistics.MESSAGES_PROCESSED, HOURS);
  }

  /// The share of calls that are over which had prices to the end.
  Figure trackingCompletion() {
    double followed = calls(CallState.RESOLVED) + calls(CallState.DEAD);
    return Figure.share(
        followed, followed + calls(CallState.UNPRICEABLE), "no call has been followed to its end");
  }

  /// How many calls are followed.
  long active() {
    return (long) calls(CallState.OPEN);
  }

  /// How long nobody has said anything.
  Duration silence() {
    return time.since(lastHeard);
  }

  private double calls(CallState state) {
    return calls.getOrDefault(state, 0L);
  }
}
