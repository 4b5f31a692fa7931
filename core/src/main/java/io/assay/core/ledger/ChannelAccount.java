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
/// @param revised what it changed after it had been posted
/// @param heard when its first and last message events were
/// @param admitted whether its backfilled calls count
public record ChannelAccount(
    ChannelId channel,
    String title,
    String ordered,
    Counts counts,
    Revised revised,
    Heard heard,
    boolean admitted) {
  public ChannelAccount {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(ordered, "ordered");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(revised, "revised");
    Objects.requireNonNull(heard, "heard");
  }

  /// A channel of which nothing has been heard.
  public static ChannelAccount of(ChannelId channel) {
    return new ChannelAccount(channel, "", "", Counts.NONE, Revised.NOTHING, Heard.NEVER, false);
  }

  /// How much of what it posted a channel changed afterwards.
  ///
  /// @param edits texts that were changed
  /// @param deletions messages that were taken away
  public record Revised(long edits, long deletions) {
    public static final Revised NOTHING = new Revised(0, 0);

    public Revised {
      if (edits < 0 || deletions < 0) {
        throw new IllegalArgumentException(edits + " edits, " + deletions + " deletions");
      }
    }
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
    return new ChannelAccount(channel, newTitle, ordered, counts, revised, heard, admitted);
  }

  /// The channel is to be known by this title.
  public ChannelAccount ordered(String newTitle) {
    return new ChannelAccount(channel, newTitle, newTitle, counts, revised, heard, admitted);
  }

  /// The same with one more message event.
  public ChannelAccount heard(Result result, Instant at) {
    return new ChannelAccount(
        channel, title, ordered, counts.plus(result, 1), revised, heard.and(at), admitted);
  }

  /// The same with one more text changed.
  public ChannelAccount edited() {
    return with(new Revised(revised.edits + 1, revised.deletions));
  }

  /// The same with one more message taken away.
  public ChannelAccount deleted() {
    return with(new Revised(revised.edits, revised.deletions + 1));
  }

  private ChannelAccount with(Revised more) {
    return new ChannelAccount(channel, title, ordered, counts, more, heard, admitted);
  }

  /// The same with its backfilled calls counting.
  public ChannelAccount admit() {
    return new ChannelAccount(channel, title, ordered, counts, revised, heard, true);
  }

  /// The same, with one event's result become another.
  public ChannelAccount recounted(Result before, Result after) {
    Counts moved = counts.plus(before, -1).plus(after, 1);
    return new ChannelAccount(channel, title, ordered, moved, revised, heard, admitted);
  }

  /// Texts that were changed after they were posted.
  public long edits() {
    return revised.edits;
  }

  /// Messages that were taken away.
  public long deletions() {
    return revised.deletions;
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    out.signed(channel.value()).text(title).text(ordered);
    counts.write(out);
    boolean ever = !heard.equals(Heard.NEVER);
    out.count(revised.edits).count(revised.deletions).bool(admitted).bool(ever);
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
    Revised revised = new Revised(in.count(), in.count());
    boolean admitted = in.bool();
    Heard heard = in.bool() ? new Heard(in.instant(), in.instant()) : Heard.NEVER;
    return new ChannelAccount(channel, title, ordered, counts, revised, heard, admitted);
  }
}
