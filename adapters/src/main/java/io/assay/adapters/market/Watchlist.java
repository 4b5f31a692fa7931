package io.assay.adapters.market;

import io.assay.core.asset.Asset;
import io.assay.core.price.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// What is followed, and when each price is to be looked at again: often while the call is young,
/// seldom when it is old; the first look at a young one is at once. An asset that several calls
/// follow goes by the youngest. Holds one small object an asset. Not for several threads.
public final class Watchlist {
  private static final int PATIENCE_SHARE = 2;

  private final Pace pace;
  private final Map<Asset, Watched> watched = new HashMap<>();
  private final PriorityQueue<Watched> due =
      new PriorityQueue<>(Comparator.comparingLong((Watched it) -> it.dueAt));

  private static final class Watched {
    private final Asset asset;
    private final long since;
    private long dueAt;

    Watched(Asset asset, long since, long dueAt) {
      this.asset = asset;
      this.since = since;
      this.dueAt = dueAt;
    }
  }

  /// A list that goes by this pace.
  public Watchlist(Pace pace) {
    this.pace = pace;
  }

  /// Follows an asset.
  ///
  /// @param since when it was called
  public void follow(Asset asset, Instant since, Instant now) {
    Watched before = watched.get(asset);
    if (before == null || before.since < since.toEpochMilli()) {
      Duration step = pace.step(Duration.between(since, now));
      long first = now.toEpochMilli() + (isYoung(step) ? 0 : spread(asset, step));
      Watched made = new Watched(asset, since.toEpochMilli(), first);
      watched.put(asset, made);
      due.add(made); // the one before is left out when its turn comes
    }
  }

  private boolean isYoung(Duration step) {
    return step.equals(pace.step(Duration.ZERO));
  }

  /// The same share of the step for the same asset, so that what is followed anew together, as
  /// after a restart, does not fall due together ever after.
  private static long spread(Asset asset, Duration step) {
    long mixed = asset.id().hashCode() * 0x9E37_79B9_7F4A_7C15L;
    return step.isZero() ? 0 : (mixed >>> 1) % step.toMillis();
  }

  /// Follows an asset no longer.
  public void leave(Asset asset) {
    watched.remove(asset);
  }

  /// How many assets are followed.
  public int size() {
    return watched.size();
  }

  /// What is to be looked at now, the longest due first; each is due again a step later. What has
  /// come to the end of the pace is followed no longer.
  ///
  /// @param most at most so many; the rest stays due
  public List<Order> due(Instant now, int most) {
    List<Order> orders = new ArrayList<>();
    Watched next = due.peek();
    while (next != null && next.dueAt <= now.toEpochMilli() && orders.size() < most) {
      due.remove();
      Duration age = Duration.ofMillis(now.toEpochMilli() - next.since);
      Duration step = pace.step(age);
      if (watched.get(next.asset) != next) {
        next = due.peek();
        continue;
      }
      if (step.isZero()) {
        watched.remove(next.asset);
      } else {
        orders.add(order(next.asset, step));
        next.dueAt = now.toEpochMilli() + step.toMillis();
        due.add(next);
      }
      next = due.peek();
    }
    return orders;
  }

  /// When the next one falls due; [Instant#MAX] where nothing is followed.
  public Instant nextDue() {
    Watched next = due.peek();
    return next == null ? Instant.MAX : Instant.ofEpochMilli(next.dueAt);
  }

  private static Order order(Asset asset, Duration step) {
    Duration half = step.dividedBy(PATIENCE_SHARE);
    return new Order(asset, Priority.REFRESH, half, step);
  }
}
