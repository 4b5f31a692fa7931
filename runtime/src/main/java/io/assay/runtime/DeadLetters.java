package io.assay.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Items that could not be worked, until an operator replays or drops them. Durable: what was kept
/// is there after any end of the process. Port. Safe for any thread.
public interface DeadLetters {
  /// Keeps a letter; its own id is ignored. The same origin and item again takes the place of the
  /// earlier one, so that a letter that fails again is not doubled.
  ///
  /// @return the id under which it is kept
  long keep(DeadLetter letter);

  /// Letters, oldest first.
  ///
  /// @param after only those with a higher id
  /// @param most at most that many
  List<DeadLetter> list(long after, int most);

  /// The letter of that id.
  ///
  /// @return null if there is none
  @Nullable DeadLetter find(long id);

  /// Takes a letter out, after it was worked or given up for good.
  ///
  /// @return false if there was none
  boolean drop(long id);

  /// How many are kept.
  long size();
}
