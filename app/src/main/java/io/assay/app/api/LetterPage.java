package io.assay.app.api;

import io.assay.runtime.DeadLetter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some dead letters, oldest first, without their payloads.
///
/// @param size how many there are in all
/// @param next where those after these are; null where there are none
public record LetterPage(List<Letter> deadLetters, long size, @Nullable String next) {
  public LetterPage {
    deadLetters = List.copyOf(deadLetters);
  }

  /// A dead letter from outside, see [DeadLetter].
  public record Letter(
      long id, String origin, String item, String cause, int attempts, Instant at) {
    /// The outside of a letter.
    public static Letter of(DeadLetter letter) {
      return new Letter(
          letter.id(),
          letter.origin(),
          letter.item(),
          letter.cause(),
          letter.attempts(),
          letter.at());
    }
  }
}
