package io.assay.runtime;

import java.time.Instant;
import java.util.Objects;

/// An item that could not be worked, kept with all that is needed to try again.
///
/// @param id given by the store, ascending
/// @param origin which task or route could not work it, such as `message_processing`
/// @param item what it is, in a few words for the operator
/// @param cause one line: why it failed
/// @param attempts how often it was tried, ≥ 1
/// @param at when it was given up
/// @param payload what is to be worked again, as the origin wrote it
public record DeadLetter(
    long id, String origin, String item, String cause, int attempts, Instant at, String payload) {
  public DeadLetter {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(payload, "payload");
    if (attempts < 1) {
      throw new IllegalArgumentException("an item was tried at least once");
    }
  }

  /// The same letter under the id that the store gave it.
  public DeadLetter withId(long given) {
    return new DeadLetter(given, origin, item, cause, attempts, at, payload);
  }
}
