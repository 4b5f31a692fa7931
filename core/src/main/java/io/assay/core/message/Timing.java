package io.assay.core.message;

import java.time.Instant;
import java.util.Objects;

/// When a message event happened and was heard, in UTC at millisecond precision.
///
/// @param sentAt when Telegram says the message was first sent
/// @param revisedAt when Telegram says this text came to be: the edit instant, or `sentAt` where
///   the message was never visibly edited; never before `sentAt`
/// @param receivedAt when Assay heard it; equals `revisedAt` for imports
public record Timing(Instant sentAt, Instant revisedAt, Instant receivedAt, Evidence evidence) {
  public Timing {
    Objects.requireNonNull(evidence, "evidence");
    sentAt = inMillis(sentAt);
    revisedAt = inMillis(revisedAt);
    receivedAt = inMillis(receivedAt);
    if (revisedAt.isBefore(sentAt)) {
      revisedAt = sentAt;
    }
  }

  @SuppressWarnings("JavaInstantGetSecondsGetNano") // only whether there is anything to cut
  private static Instant inMillis(Instant at) {
    return at.getNano() % 1_000_000 == 0 ? at : Instant.ofEpochMilli(at.toEpochMilli());
  }

  /// A message read from a file, never visibly edited.
  public static Timing imported(Instant sentAt) {
    return imported(sentAt, sentAt);
  }

  /// A message read from a file, whose text is as of `revisedAt`.
  public static Timing imported(Instant sentAt, Instant revisedAt) {
    Instant known = revisedAt.isBefore(sentAt) ? sentAt : revisedAt;
    return new Timing(sentAt, known, known, Evidence.IMPORTED);
  }

  /// Whether the text is a later one than the first.
  public boolean isRevised() {
    return revisedAt.isAfter(sentAt);
  }
}
