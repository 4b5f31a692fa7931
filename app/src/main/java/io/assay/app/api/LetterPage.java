package io.assay.app.api;

import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some dead letters, oldest first, without their payloads.
///
/// @param size how many there are in all
/// @param next where those after these are; null where there are none
public record LetterPage(List<Letter> deadLetters, long size, @Nullable String next) {
  static final String PATH = SystemApi.ROOT + "/dead-letters";

  public LetterPage {
    deadLetters = List.copyOf(deadLetters);
  }

  /// The letters after one of them.
  ///
  /// @param after an id; 0 for the first page
  /// @param limit how many at most, ≥ 1
  public static LetterPage of(DeadLetters letters, long after, int limit) {
    List<DeadLetter> read = letters.list(after, limit + 1);
    List<DeadLetter> shown = read.subList(0, Math.min(limit, read.size()));
    String next = read.size() > limit ? path(shown.getLast().id(), limit) : null;
    return new LetterPage(shown.stream().map(Letter::of).toList(), letters.size(), next);
  }

  /// Where the API has the letters after one of them.
  public static String path(long after, int limit) {
    return PATH + "?after=" + after + "&limit=" + limit;
  }

  /// Where the API has one letter.
  public static String path(long id) {
    return PATH + "/" + id;
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
