package io.assay.core.message;

/// How readers answered a message, each a count or [#UNKNOWN]; never a zero for what is not known.
public record Engagement(long views, long forwards, long reactions, long replies) {
  /// A count that the source did not tell.
  public static final long UNKNOWN = -1;

  /// Nothing is known.
  public static final Engagement NONE = new Engagement(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

  public Engagement {
    views = Math.max(UNKNOWN, views);
    forwards = Math.max(UNKNOWN, forwards);
    reactions = Math.max(UNKNOWN, reactions);
    replies = Math.max(UNKNOWN, replies);
  }
}
