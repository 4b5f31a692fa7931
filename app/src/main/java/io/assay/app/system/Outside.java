package io.assay.app.system;

import io.assay.app.live.Lanes;
import io.assay.app.live.LiveFigures;
import io.assay.app.live.LiveIntake;
import io.assay.runtime.task.Task;

/// A world that stands in for the real one: it brings the messages, and it answers the questions
/// for prices. While there is one, nothing else does either, and the system says everywhere that it
/// is simulated.
public interface Outside {
  /// Makes the task that brings messages; made anew for every generation.
  Task messages(LiveIntake intake);

  /// Makes the task that answers the fold's questions; made anew for every generation.
  Task prices(Lanes lanes, LiveFigures figures);
}
