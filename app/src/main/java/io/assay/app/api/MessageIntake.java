package io.assay.app.api;

import io.assay.core.message.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Where messages go that somebody posts. Port. Safe for any thread.
public interface MessageIntake {
  /// Hears a message a line, to the end of the stream, and returns when all of them are journaled:
  /// from then on no end of the process loses them.
  ///
  /// @param lines JSON; a line that cannot be understood is a flaw, and the rest goes on
  /// @throws IOException as the stream throws it; what came before may have been journaled, and to
  ///   hear it again doubles nothing
  /// @throws io.assay.runtime.Fault TEMPORARY while nothing is taken in, with the wait until the
  ///   next attempt
  Receipt hear(InputStream lines) throws IOException, InterruptedException;

  /// What became of what was posted.
  ///
  /// @param heard messages journaled now
  /// @param duplicates messages that the journal held already
  record Receipt(long heard, long duplicates, List<Flaw> flaws) {
    public Receipt {
      flaws = List.copyOf(flaws);
    }
  }
}
