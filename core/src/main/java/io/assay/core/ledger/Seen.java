package io.assay.core.ledger;

import io.assay.core.message.ChannelId;
import io.assay.core.message.EventKind;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageRef;
import org.jspecify.annotations.Nullable;

/// Which messages the journal holds, so that intake hears each of them once. Port.
public interface Seen {
  /// The latest text of the message that the journal holds.
  ///
  /// @return null if it holds none
  @Nullable Sight find(MessageRef message);

  /// Notes the latest text of a message.
  void note(MessageRef message, Sight sight);

  /// How many messages are noted.
  long size();

  /// Where an event is noted. Deletions and engagement are noted beside the texts, each as a
  /// message of a chat that no source can tell of: no id of a chat has the bit that is turned here.
  static MessageRef place(MessageRef message, EventKind kind) {
    return switch (kind) {
      case POSTED, EDITED -> message;
      case DELETED -> beside(message, 1L << 62);
      case ENGAGEMENT -> beside(message, 1L << 61);
    };
  }

  private static MessageRef beside(MessageRef message, long bit) {
    return new MessageRef(new ChannelId(message.chat().value() ^ bit), message.id());
  }

  /// A text of a message.
  ///
  /// @param revision 0 for the first text, else the instant of the edit in milliseconds
  record Sight(long revision, Fingerprint fingerprint) {}
}
