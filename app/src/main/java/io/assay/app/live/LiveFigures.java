package io.assay.app.live;

import io.assay.core.call.CallState;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.util.Map;

/// Told of what the flow does, for statistics and metrics. Implementations are fast and never
/// throw.
public interface LiveFigures {
  /// Messages were journaled.
  ///
  /// @param messages that were news
  /// @param opened of them opened calls
  /// @param failed of them could not be judged
  /// @param known were known already
  void heard(long messages, long opened, long failed, long known);

  /// A batch was journaled.
  ///
  /// @param took from when a source brought it until it was durable
  void journaled(Duration took);

  /// A message that was posted during this run, or one of its edits, was heard live and journaled.
  ///
  /// @param took from when it was posted, by the clock of whoever keeps it, until it was durable
  void recorded(ChannelId channel, Duration took);

  /// A question about prices was answered, or is late and was not.
  void priced(boolean answered, Duration took);

  /// Tables were written, or could not be.
  ///
  /// @param rows that were written
  void written(boolean done, long rows, Duration took);

  /// How many calls there are in each state, as the tables were last written.
  void tracked(Map<CallState, Long> byState);
}
