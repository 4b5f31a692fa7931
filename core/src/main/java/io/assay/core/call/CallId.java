package io.assay.core.call;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageRef;
import java.util.Objects;

/// Names a call by what opened it, so that it has the same name whenever and wherever it is folded.
///
/// @param opener the message
/// @param revision 0 for the first text of the message, else the instant of the edit in
///   milliseconds
/// @param ordinal which of the message's calls, from 0
public record CallId(MessageRef opener, long revision, int ordinal) implements Comparable<CallId> {
  public CallId {
    Objects.requireNonNull(opener, "opener");
  }

  @Override
  public int compareTo(CallId other) {
    int by = opener.compareTo(other.opener);
    by = by != 0 ? by : Long.compare(revision, other.revision);
    return by != 0 ? by : Integer.compare(ordinal, other.ordinal);
  }

  /// How an operator writes it: `1349910648/1234`, with `@<edit>` and `#<ordinal>` where needed.
  @Override
  public String toString() {
    String edit = revision == 0 ? "" : "@" + revision;
    return opener + edit + (ordinal == 0 ? "" : "#" + (ordinal + 1));
  }

  public void write(CanonWriter out) {
    out.signed(opener.chat().value()).signed(opener.id()).signed(revision).count(ordinal);
  }

  public static CallId read(CanonReader in) {
    MessageRef opener = new MessageRef(new ChannelId(in.signed()), in.signed());
    return new CallId(opener, in.signed(), (int) in.count());
  }
}
