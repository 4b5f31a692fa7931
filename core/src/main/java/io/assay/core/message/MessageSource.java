package io.assay.core.message;

import java.io.IOException;

/// A place that tells of messages: an export file, a bot, an account. Port.
public interface MessageSource {
  /// Tells the listener everything there is, in the source's own order, then returns. A part that
  /// cannot be understood is reported as a flaw and the rest goes on.
  ///
  /// @throws IOException if the source cannot be read at all or breaks off
  void tell(Listener listener) throws IOException;

  /// Who is told.
  interface Listener {
    void heard(MessageEvent event);

    /// The source says what a chat is called.
    void named(ChannelId channel, String title);

    void flawed(Flaw flaw);
  }
}
