package io.assay.core.score;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Engagement;
import io.assay.core.message.MessageRef;
import java.time.Instant;
import java.util.Objects;

/// What became of a message after it was posted.
///
/// @param deletedAt when Assay heard that it is gone: Telegram does not say when it went;
///   [Instant#MAX] while it stands
/// @param latest how readers had answered it by the latest sample
public record Aftermath(Instant deletedAt, Sample latest) {
  /// Nothing has.
  public static final Aftermath NONE = new Aftermath(Instant.MAX, Sample.NONE);

  /// How readers had answered a message at some time.
  ///
  /// @param at when it was looked; [Instant#MIN] where it never was
  /// @param postedAt when the message was sent, by whoever looked first; the week to which its
  ///   answer is counted
  public record Sample(Instant at, Instant postedAt, Engagement counts) {
    /// Nobody has looked.
    public static final Sample NONE = new Sample(Instant.MIN, Instant.MIN, Engagement.NONE);

    public Sample {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(postedAt, "postedAt");
      Objects.requireNonNull(counts, "counts");
    }

    /// Whether nobody has looked.
    public boolean isMissing() {
      return at.equals(Instant.MIN);
    }
  }

  public Aftermath {
    Objects.requireNonNull(deletedAt, "deletedAt");
    Objects.requireNonNull(latest, "latest");
  }

  /// Whether the message is gone.
  public boolean isDeleted() {
    return !deletedAt.equals(Instant.MAX);
  }

  /// The same, gone.
  public Aftermath deleted(Instant knownAt) {
    return new Aftermath(knownAt, latest);
  }

  /// The same, looked at again.
  public Aftermath sampled(Sample later) {
    return new Aftermath(deletedAt, later);
  }

  /// The key of a message's row.
  public static byte[] key(MessageRef message) {
    return new CanonWriter().fixed64(message.chat().value()).fixed64(message.id()).toBytes();
  }

  /// The message of a row's key.
  public static MessageRef message(byte[] key) {
    return CanonReader.whole(key, in -> new MessageRef(new ChannelId(in.fixed64()), in.fixed64()));
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    out.bool(isDeleted());
    if (isDeleted()) {
      out.instant(deletedAt);
    }
    out.bool(!latest.isMissing());
    if (!latest.isMissing()) {
      Engagement told = latest.counts;
      out.instant(latest.at).instant(latest.postedAt);
      out.signed(told.views()).signed(told.forwards()).signed(told.reactions());
      out.signed(told.replies());
    }
    return out.toBytes();
  }

  public static Aftermath ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Aftermath::read);
  }

  private static Aftermath read(CanonReader in) {
    Instant deletedAt = in.bool() ? in.instant() : Instant.MAX;
    return new Aftermath(deletedAt, in.bool() ? sample(in) : Sample.NONE);
  }

  private static Sample sample(CanonReader in) {
    Instant at = in.instant();
    Instant postedAt = in.instant();
    return new Sample(
        at, postedAt, new Engagement(in.signed(), in.signed(), in.signed(), in.signed()));
  }
}
