package io.assay.core.message;

import java.time.Instant;
import java.util.Objects;

/// Where a forwarded message comes from.
///
/// @param message chat and id at the origin; the id is 0 where Telegram hides it
/// @param sentAt when it was first sent there; [Instant#EPOCH] where it is not told
public record Origin(MessageRef message, Instant sentAt) {
  /// Not forwarded.
  public static final Origin NONE = new Origin(new MessageRef(new ChannelId(0), 0), Instant.EPOCH);

  public Origin {
    Objects.requireNonNull(message, "message");
    sentAt = Instant.ofEpochMilli(sentAt.toEpochMilli());
  }

  public boolean isForward() {
    return !equals(NONE);
  }
}
