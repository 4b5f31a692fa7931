package io.assay.core.ledger;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import java.time.Instant;
import java.util.Objects;

/// What the ledger knows of a channel beside its calls.
///
/// @param title by which it is known now; empty while nobody has told it
/// @param ordered the title that was ordered last; empty if none was
/// @param counts of its message events by result
/// @param edits texts that were changed after they were posted
/// @param heard when its first and last message events were
public record ChannelAccount(
    ChannelId channel, String title, String ordered, Counts counts, long edits, Heard heard) {
  public ChannelAccount {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(ordered, "ordered");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(heard, "heard");
  }

  /// A channel of which nothing has been heard.
  public static ChannelAccount of(ChannelId channel) {
    return new ChannelAccount(channel, "", "", Counts.NONE, 0, Heard.NEVER);
  }

  /// When the first and the last message events were.
  public record Heard(Instant first, Instant last) {
    public static final Heard NEVER = new Heard(Instant.MAX, Instant.MIN);

    Heard and(Instant at) {
      return new Heard(first.isAfter(at) ? at : first, last.isBefore(at) ? at : last);
    }
  }

  /// The channel told its own new title.
  public ChannelAccount named(String newTitle) {
    return new ChannelAccount(channel, newTitle, ordered, counts, edits, heard);
  }

  /// The channel is to be known by this title.
  public ChannelAccount ordered(String newTitle) {
    return new ChannelAccount(channel, newTitle, newTitle, counts, edits, heard);
  }

  public ChannelAccount heard(Result result, Instant at, boolean edit) {
    return new ChannelAccount(
        channel, title, ordered, counts.plus(result, 1), edits + (edit ? 1 : 0), heard.and(at));
  }

  /// The same, with one event's result become another.
  public ChannelAccount recounted(Result before, Result after) {
    Counts moved = counts.plus(before, -1).plus(after, 1);
    return new ChannelAccount(channel, title, ordered, moved, edits, heard);
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    out.signed(channel.value()).text(title).text(ordered);
    counts.write(out);
    boolean ever = !heard.equals(Heard.NEVER);
    out.count(edits).bool(ever);
    if (ever) {
      out.instant(heard.first()).instant(heard.last());
    }
    return out.toBytes();
  }

  public static ChannelAccount ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, ChannelAccount::read);
  }

  private static ChannelAccount read(CanonReader in) {
    ChannelId channel = new ChannelId(in.signed());
    String title = in.text();
    String ordered = in.text();
    Counts counts = Counts.read(in);
    long edits = in.count();
    Heard heard = in.bool() ? new Heard(in.instant(), in.instant()) : Heard.NEVER;
    return new ChannelAccount(channel, title, ordered, counts, edits, heard);
  }
}
