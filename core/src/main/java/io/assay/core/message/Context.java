package io.assay.core.message;

import java.util.Objects;

/// What a message refers to.
///
/// @param origin where it was forwarded from, or [Origin#NONE]
/// @param replyTo id of the message in the same chat that it answers; 0 where it answers none
/// @param album id that the parts of one album share; 0 where it is no part of one
public record Context(Origin origin, long replyTo, long album) {
  public static final Context NONE = new Context(Origin.NONE, 0, 0);

  public Context {
    Objects.requireNonNull(origin, "origin");
  }
}
