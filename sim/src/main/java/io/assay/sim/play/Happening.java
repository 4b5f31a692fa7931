package io.assay.sim.play;

import io.assay.core.message.EventKind;

/// One thing that happens to a post, before it is put into words.
///
/// @param at seconds since 1970
/// @param caller number of the channel
/// @param post of the channel's posts, from 0 in the order of time: its message id is one more
/// @param call which call it is; [#TALK] for a post that calls nothing
record Happening(long at, EventKind kind, int caller, int post, int call)
    implements Comparable<Happening> {
  static final int TALK = -1;

  @Override
  public int compareTo(Happening other) {
    int by = Long.compare(at, other.at);
    by = by != 0 ? by : Integer.compare(caller, other.caller);
    by = by != 0 ? by : Integer.compare(post, other.post);
    return by != 0 ? by : kind.compareTo(other.kind);
  }
}
