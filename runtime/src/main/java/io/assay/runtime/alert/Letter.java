package io.assay.runtime.alert;

import io.assay.runtime.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A notice on its way: which legs have taken it, and which never will. Has its own lock, because a
/// leg that was thought lost may come back while another thread delivers.
final class Letter {
  /// So often a leg may fail on it as nobody foresaw before it counts as refused.
  private static final int STUMBLES = 3;

  private final Notice notice;
  private final long writtenNanos;
  private final Set<Leg> taken = new HashSet<>();
  private final Set<Leg> refused = new HashSet<>();
  private final Map<Leg, Integer> stumbles = new HashMap<>();
  private int attempts;
  private String cause = "no route was free in time";

  Letter(Notice notice, long nanos) {
    this.notice = notice;
    writtenNanos = nanos;
  }

  Notice notice() {
    return notice;
  }

  boolean isOlder(Duration than, Time time) {
    return time.since(writtenNanos).compareTo(than) > 0;
  }

  synchronized void attempt() {
    attempts++;
  }

  synchronized void taken(Leg leg) {
    taken.add(leg);
  }

  synchronized void refused(Leg leg, String why) {
    refused.add(leg);
    cause = why;
  }

  synchronized void failed(String why) {
    cause = why;
  }

  synchronized void stumbled(Leg leg, String why) {
    cause = why;
    if (stumbles.merge(leg, 1, Integer::sum) >= STUMBLES) {
      refused.add(leg);
    }
  }

  synchronized boolean isOpenTo(Leg leg) {
    return !taken.contains(leg) && !refused.contains(leg);
  }

  /// Whether one of them has taken it.
  synchronized boolean isTakenByOneOf(Iterable<Leg> legs) {
    for (Leg leg : legs) {
      if (taken.contains(leg)) {
        return true;
      }
    }
    return false;
  }

  synchronized Routing.Undelivered undelivered() {
    return new Routing.Undelivered(notice, attempts, cause);
  }
}
