package io.assay.core.message;

import java.time.Instant;
import java.util.Objects;

/// One thing that happened to one message, in the canonical form that the journal keeps.
public record MessageEvent(
    MessageRef ref, EventKind kind, Timing timing, Content content, Engagement engagement) {

  public MessageEvent {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(engagement, "engagement");
  }

  /// A post as an export shows it.
  public static MessageEvent imported(MessageRef ref, Timing timing, Content content) {
    return new MessageEvent(ref, EventKind.POSTED, timing, content, Engagement.NONE);
  }

  /// The same event, heard now from whatever source: live where it has just happened, else history.
  public MessageEvent heardAt(Instant receivedAt) {
    Timing now = Timing.heard(timing.sentAt(), timing.revisedAt(), receivedAt);
    return new MessageEvent(ref, kind, now, content, engagement);
  }

  public ChannelId chat() {
    return ref.chat();
  }

  /// The instant from which this text is proven to have existed. An export shows only the last
  /// revision of a post, so what a visibly edited one says is evidence from its edit on and not
  /// before: an address that was edited in after the rise earns nothing from the rise.
  public Instant at() {
    return timing.revisedAt();
  }
}
