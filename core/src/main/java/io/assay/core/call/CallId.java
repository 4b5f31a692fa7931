package io.assay.core.call;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageRef;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names a call by what opened it, so that it has the same name whenever and wherever it is folded.
///
/// @param opener the message
/// @param revision 0 for the first text of the message, else the instant of the edit in
///   milliseconds
/// @param ordinal which of the message's calls, from 0
public record CallId(MessageRef opener, long revision, int ordinal) implements Comparable<CallId> {
  private static final Pattern WRITTEN =
      Pattern.compile("(-?\\d{1,19})/(-?\\d{1,19})(?:@(\\d{1,19}))?(?:#([1-9]\\d{0,9}))?");

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

  /// The id that is written so.
  ///
  /// @throws IllegalArgumentException if it is none
  public static CallId parse(String words) {
    Matcher parts = WRITTEN.matcher(words);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a call is written 1349910648/1234, with @<edit> and #<ordinal> where needed");
    }
    try {
      ChannelId chat = new ChannelId(Long.parseLong(parts.group(1)));
      MessageRef opener = new MessageRef(chat, Long.parseLong(parts.group(2)));
      long edit = parts.group(3) == null ? 0 : Long.parseLong(parts.group(3));
      int ordinal = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4)) - 1;
      return new CallId(opener, edit, ordinal);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a number of call " + words + " is too large", e);
    }
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    write(out);
    return out.toBytes();
  }

  /// What the bytes of all calls of a message begin with, and no others'.
  public static byte[] prefix(MessageRef opener) {
    return new CanonWriter().signed(opener.chat().value()).signed(opener.id()).toBytes();
  }

  /// What the bytes of all calls of a channel begin with, and no others'.
  public static byte[] prefix(ChannelId channel) {
    return new CanonWriter().signed(channel.value()).toBytes();
  }

  public void write(CanonWriter out) {
    out.signed(opener.chat().value()).signed(opener.id()).signed(revision).count(ordinal);
  }

  public static CallId read(CanonReader in) {
    MessageRef opener = new MessageRef(new ChannelId(in.signed()), in.signed());
    return new CallId(opener, in.signed(), (int) in.count());
  }
}
