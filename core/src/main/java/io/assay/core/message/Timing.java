package io.assay.core.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// When a message event happened and was heard, in UTC at millisecond precision.
///
/// @param sentAt when Telegram says the message was first sent
/// @param revisedAt when Telegram says this text came to be: the edit instant, or `sentAt` where
///   the message was never visibly edited; never before `sentAt`
/// @param receivedAt when Assay heard it; equals `revisedAt` for imports
public record Timing(Instant sentAt, Instant revisedAt, Instant receivedAt, Evidence evidence) {
  /// How far from the moment something may be heard and still be live: a clock may also be behind.
  private static final Duration LIVE_WITHIN = Duration.ofMinutes(5);

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

  /// A message heard while time passes: live where its text came to be within five minutes of now,
  /// else history. A text from the future is no better evidence than one from the past.
  public static Timing heard(Instant sentAt, Instant revisedAt, Instant receivedAt) {
    Instant known = revisedAt.isBefore(sentAt) ? sentAt : revisedAt;
    boolean live = Duration.between(known, receivedAt).abs().compareTo(LIVE_WITHIN) <= 0;
    return new Timing(sentAt, known, receivedAt, live ? Evidence.LIVE : Evidence.BACKFILL);
  }

  /// Whether the text is a later one than the first.
  public boolean isRevised() {
    return revisedAt.isAfter(sentAt);
  }
}
