package io.assay.core.ledger;

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

  /// A text of a message.
  ///
  /// @param revision 0 for the first text, else the instant of the edit in milliseconds
  record Sight(long revision, Fingerprint fingerprint) {}
}
