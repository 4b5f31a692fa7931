package io.assay.core.lineage;

import io.assay.core.call.CallId;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// What is remembered of a call, or of a repeat of one, while others may follow it.
///
/// @param id the call's, or the one that the repeat would have had
/// @param sentAt the call's clock
/// @param opened whether it opened an episode: a repeat did not
/// @param counted whether it is its channel's first of the asset in a day, which is what channels
///   are compared by
/// @param followed whether another channel had called the asset within the day before
record Trace(
    CallId id,
    Instant sentAt,
    boolean opened,
    boolean counted,
    boolean followed,
    Signature signature) {
  Trace {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sentAt, "sentAt");
    Objects.requireNonNull(signature, "signature");
  }

  ChannelId channel() {
    return id.opener().chat();
  }

  /// The same, counted among its channel's.
  Trace met(boolean others) {
    return new Trace(id, sentAt, opened, true, others, signature);
  }

  /// The same, once it is known that it follows another one.
  Trace nowFollowed() {
    return new Trace(id, sentAt, opened, counted, true, signature);
  }

  /// Whether it was sent less than so long before or after the instant.
  boolean isWithin(Duration window, Instant at) {
    return Duration.between(sentAt, at).abs().compareTo(window) < 0;
  }

  void write(CanonWriter out) {
    id.write(out);
    out.instant(sentAt).bool(opened).bool(counted).bool(followed);
    signature.write(out);
  }

  static Trace read(CanonReader in) {
    CallId id = CallId.read(in);
    Instant sentAt = in.instant();
    return new Trace(id, sentAt, in.bool(), in.bool(), in.bool(), Signature.read(in));
  }
}
