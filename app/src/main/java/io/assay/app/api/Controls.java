package io.assay.app.api;

import io.assay.core.call.CallId;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operator may have the system do. What cannot be done is a [io.assay.runtime.Fault]:
/// TEMPORARY to try again, OPERATIONAL for what somebody must change first, BAD_ITEM for what will
/// not do. Safe for any thread.
public interface Controls {
  /// Reads the configuration again: all of it or nothing.
  Reloaded reload();

  /// Ends a task and begins it anew.
  ///
  /// @return false if there is none of that name
  boolean restart(String task);

  /// Somebody knows of this alert: it is not repeated.
  ///
  /// @return false if there is none of that key
  boolean acknowledge(String alert);

  /// Says nothing of some alerts for a while.
  ///
  /// @return null if there is no rule whose alerts these could be
  @Nullable Silence silence(Wish wish);

  /// Ends a silence early.
  ///
  /// @return false if there is none of that id
  boolean unsilence(String id);

  /// Works a dead letter again, in its place after everything that has been journaled.
  ///
  /// @return false if there is none of that id
  boolean replay(long letter);

  /// Has a call count for nothing from now on. One that is void already stays as it is.
  ///
  /// @return false if there is no such call
  boolean declareVoid(CallId call, Reason reason);

  /// Has a channel's backfilled calls count from now on.
  void admitBackfill(ChannelId channel);

  /// Why a call is void.
  ///
  /// @param reason one line of 1 to 500 characters
  record Reason(String reason) {
    private static final int LONGEST = 500;

    public Reason {
      if (reason.isBlank() || reason.length() > LONGEST || reason.lines().count() > 1) {
        throw new IllegalArgumentException("reason must be one line of 1 to 500 characters");
      }
    }
  }

  /// What a reload came to.
  ///
  /// @param changed keys that have a new value now
  /// @param waiting keys whose new value needs a restart
  record Reloaded(List<String> changed, List<String> waiting) {
    public Reloaded {
      changed = List.copyOf(changed);
      waiting = List.copyOf(waiting);
    }
  }

  /// What is asked to be silent.
  ///
  /// @param alert the key of an alert, or the beginning of one and `*`
  /// @param duration how long, from now on
  /// @param comment why; may be empty
  record Wish(String alert, Duration duration, String comment) {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_COMMENT = 500;

    public Wish {
      if (alert.isBlank()) {
        throw new IllegalArgumentException("alert names no alert");
      }
      if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("duration must be above 0 and at most 30 days");
      }
      if (comment.length() > LONGEST_COMMENT) {
        throw new IllegalArgumentException("comment is longer than 500 characters");
      }
    }
  }

  /// What is silent.
  ///
  /// @param id given by the system
  record Silence(String id, String alert, Instant until, String comment) {}
}
