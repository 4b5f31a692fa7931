package io.assay.core.message;

import org.jspecify.annotations.Nullable;

/// A chat by Telegram's bare channel id (positive, without the `-100` that the Bot API puts before
/// it), whatever source told of it. Chats whose source gives no id at all (HTML exports) get a
/// negative one, derived from their title by [#ofTitle].
public record ChannelId(long value) implements Comparable<ChannelId> {
  private static final long BOT_API_BASE = -1_000_000_000_000L;

  /// The bare id of what the Bot API calls `-100…`, or the id as it stands if it is bare already.
  public static ChannelId canonical(long id) {
    boolean marked = id < BOT_API_BASE && id > 2 * BOT_API_BASE;
    return new ChannelId(marked ? BOT_API_BASE - id : id);
  }

  /// A stable stand-in for a chat of which only the title is known.
  public static ChannelId ofTitle(String title) {
    return new ChannelId(Long.MIN_VALUE | Fingerprint.of(title, java.util.List.of()).high() >>> 11);
  }

  // Written out because every message asks: the ones that records come with go through method
  // handles, which cost ten times as much until the optimising compiler has seen them.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChannelId that && value == that.value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }

  @Override
  public int compareTo(ChannelId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
