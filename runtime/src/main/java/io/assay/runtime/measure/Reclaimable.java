package io.assay.runtime.measure;

import java.util.Objects;
import java.util.function.LongSupplier;

/// What a component can give back, or leave, when the process runs short. Its functions are called
/// by the watch's own thread and come back soon.
public sealed interface Reclaimable {
  /// Unique; the same name again takes the place of the earlier one.
  String name();

  /// When it is asked.
  Answer answer();

  /// What the process does about running short, in the order in which it is done.
  enum Answer {
    TRIM,
    SHED,
    PAUSE_BACKFILL,
    /// Clean the disk of what policy lets go, never of evidence.
    CLEAN,
    REFUSE
  }

  /// Gives bytes back; asked at each round for as long as its answer is in force. Only memory asks
  /// under `SHED`: what is dropped does not cool a processor.
  ///
  /// @param release says how many bytes were freed, negative where it cannot know
  record Cache(String name, Answer answer, LongSupplier release) implements Reclaimable {
    public Cache {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(answer, "answer");
      Objects.requireNonNull(release, "release");
    }
  }

  /// Is closed for as long as its answer is in force. Where closing or opening fails, it is tried
  /// again at the next round.
  ///
  /// @param close stops the work; called once
  /// @param open lets it go on; called once, after `close`
  record Valve(String name, Answer answer, Runnable close, Runnable open) implements Reclaimable {
    public Valve {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(answer, "answer");
      Objects.requireNonNull(close, "close");
      Objects.requireNonNull(open, "open");
    }
  }
}
