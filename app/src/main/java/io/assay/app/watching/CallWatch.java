package io.assay.app.watching;

import io.assay.adapters.market.Order;
import io.assay.adapters.market.Watchlist;
import io.assay.app.api.CallQuote;
import io.assay.app.api.CallQuotes;
import io.assay.core.asset.Asset;
import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.market.Life;
import io.assay.core.price.Pace;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open calls that are watched, what was seen of them last, and when each is looked at again.
///
/// There is room for so many; beyond that the oldest calls lose their watching first, since theirs
/// is the slowest to change. That costs their live view and their alarms and nothing else: what a
/// call comes to is told by candles, watched or not. Where room comes free, they are taken up again
/// with the next look through the ledger.
///
/// It is told the time and asks nobody. Safe for any thread.
public final class CallWatch implements CallQuotes {
  static final String DEAD = "dead";
  private static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);
  private static final int[] LEVELS = {5, 3, 2};
  private static final int LATE_STEPS = 2;
  private static final double ALMOST_ALL = 0.99;

  private final Pace pace;
  private final IntSupplier capacity;
  private final Told told;
  private final InstantSource time;
  private Watchlist list;
  private CallRules rules = CallRules.DEFAULT;
  private final Map<CallId, WatchedCall> calls = new HashMap<>();
  private final TreeSet<WatchedCall> byAge = new TreeSet<>(WatchedCall.BY_AGE);
  private final Map<Asset, WatchedAsset> assets = new HashMap<>();
  private final Set<CallId> left = new HashSet<>();

  /// What was told of calls, as far as this run knows: a look must not ask the desk each time.
  private final Map<CallId, Set<String>> known = new HashMap<>();

  /// A watch over nothing yet.
  ///
  /// @param capacity most calls that are watched, asked anew each time
  /// @param told what earlier runs have told
  /// @param time for whoever reads how old a price is
  CallWatch(Pace pace, IntSupplier capacity, Told told, InstantSource time) {
    this.pace = pace;
    this.capacity = capacity;
    this.told = told;
    this.time = time;
    list = new Watchlist(pace);
  }

  /// The word under which it is kept that a level was told.
  static String word(int level) {
    return level + "x";
  }

  /// Begins anew, for whoever is about to tell all open calls. What was seen is kept for calls that
  /// come again.
  synchronized void begin(CallRules inForce) {
    rules = inForce;
    list = new Watchlist(pace);
    calls.clear();
    byAge.clear();
    left.clear();
    assets.values().forEach(asset -> asset.calls.clear());
  }

  /// Watches an open call, or takes up what the ledger has learned of it. One that is older than
  /// the pace goes is not watched.
  synchronized void follow(WatchedCall call, Instant now) {
    if (pace.step(Duration.between(call.at(), now)).isZero()) {
      leave(call.id());
      return;
    }
    WatchedCall before = calls.get(call.id());
    if (before != null) {
      put(call.entry().isEmpty() ? before : call, before);
      return;
    }
    left.remove(call.id());
    if (calls.size() >= capacity.getAsInt() && !makeRoom(call)) {
      left.add(call.id());
      return;
    }
    WatchedAsset asset = assets.computeIfAbsent(call.asset(), it -> new WatchedAsset(it, now));
    calls.put(call.id(), call);
    byAge.add(call);
    asset.calls.add(call);
    list.follow(call.asset(), call.at(), now);
  }

  private void put(WatchedCall call, WatchedCall before) {
    WatchedAsset asset = assets.get(before.asset());
    calls.put(call.id(), call);
    byAge.remove(before);
    byAge.add(call);
    if (asset != null) {
      asset.calls.remove(before);
      asset.calls.add(call);
    }
  }

  /// Lets the oldest go where the one that comes is younger.
  private boolean makeRoom(WatchedCall comer) {
    WatchedCall oldest = byAge.isEmpty() ? comer : byAge.first();
    if (WatchedCall.BY_AGE.compare(oldest, comer) >= 0) {
      return false;
    }
    remove(oldest);
    left.add(oldest.id());
    return true;
  }

  private void remove(WatchedCall call) {
    calls.remove(call.id());
    byAge.remove(call);
    WatchedAsset asset = assets.get(call.asset());
    if (asset == null) {
      return;
    }
    boolean youngest = asset.calls.last().id().equals(call.id());
    asset.calls.remove(call);
    if (asset.calls.isEmpty()) {
      assets.remove(call.asset());
      list.leave(call.asset());
    } else if (youngest) { // it goes by the next youngest from here on
      list.leave(call.asset());
      list.follow(call.asset(), asset.youngest(), time.instant());
    }
  }

  /// Watches a call no longer, since it is over.
  synchronized void leave(CallId id) {
    left.remove(id);
    WatchedCall call = calls.get(id);
    if (call != null) {
      known.remove(id);
      remove(call);
      try {
        told.forget(id);
      } catch (Fault fault) {
        LOG.warn("what was told of call {} is kept: {}", id, Fault.lineOf(fault));
      }
    }
  }

  /// Whether calls that lost their watching would have room now.
  synchronized boolean hasRoomForLeft() {
    return !left.isEmpty() && calls.size() < capacity.getAsInt();
  }

  /// Lets go of assets that no call came again for.
  synchronized void begun() {
    assets.values().removeIf(asset -> asset.calls.isEmpty());
  }

  /// What is to be looked at now, the longest due first.
  synchronized List<Order> due(Instant now) {
    return list.due(now, Integer.MAX_VALUE);
  }

  /// Takes what came of a look. What is stale, or no price, leaves what was seen before.
  ///
  /// @return what happened, in the order of the calls
  synchronized List<WatchEvent> seen(Asset asset, Quoted quoted, Instant now) {
    WatchedAsset watched = assets.get(asset);
    if (watched == null || watched.calls.isEmpty()) {
      return List.of();
    }
    if (!(quoted instanceof Quoted.Priced priced) || priced.stale()) {
      return List.of();
    }
    watched.see(priced.quote(), now);
    List<WatchEvent> events = new ArrayList<>();
    for (WatchedCall call : List.copyOf(watched.calls)) {
      addEvents(entered(call, priced.quote()), watched, priced.quote(), now, events);
    }
    return events;
  }

  private WatchedCall entered(WatchedCall call, Quote quote) {
    if (!call.couldEnterAt(quote.observedAt(), rules)) {
      return call;
    }
    WatchedCall entered = call.entered(quote.usd().doubleValue());
    put(entered, call);
    return entered;
  }

  private void addEvents(
      WatchedCall call, WatchedAsset watched, Quote quote, Instant now, List<WatchEvent> events) {
    if (watched.life(now) instanceof Life.Dead dead) {
      if (watched.isSurelyDead() && isFirst(call, DEAD, now)) {
        events.add(new WatchEvent.Died(call, quote, dead));
      }
      return; // a price that nobody gets has crossed nothing
    }
    double multiple = call.multiple(quote.usd().doubleValue()).orElse(0);
    boolean isNews = false;
    int highest = 0;
    for (int level : LEVELS) {
      if (multiple >= level) {
        boolean first = isFirst(call, word(level), now);
        isNews |= first && highest == 0;
        highest = Math.max(highest, level);
      }
    }
    if (isNews) {
      events.add(new WatchEvent.Crossed(call, quote, highest, multiple));
    }
  }

  /// Better twice than never: where the desk fails, it counts as the first time.
  private boolean isFirst(WatchedCall call, String what, Instant now) {
    if (!known.computeIfAbsent(call.id(), _ -> new HashSet<>()).add(what)) {
      return false;
    }
    try {
      return told.isFirst(call.id(), what, now);
    } catch (Fault fault) {
      LOG.warn("call {} may be told of again: {}", call.id(), Fault.lineOf(fault));
      return true;
    }
  }

  /// Takes stock, and lets go of what has come to the end of its pace.
  ///
  /// @param due looks that are with the providers
  synchronized WatchFigures measure(Instant now, int due) {
    while (!byAge.isEmpty() && pace.step(Duration.between(byAge.first().at(), now)).isZero()) {
      remove(byAge.first());
    }
    while (calls.size() > capacity.getAsInt()) { // there was more room before
      left.add(byAge.first().id());
      remove(byAge.first());
    }
    long[] ages = new long[assets.size()];
    int priced = 0;
    int late = 0;
    for (WatchedAsset asset : assets.values()) {
      Quote last = asset.last();
      if (last != null) {
        ages[priced++] = Math.max(0, Duration.between(last.observedAt(), now).toMillis());
      }
      late += isLate(asset, now) ? 1 : 0;
    }
    Arrays.sort(ages, 0, priced);
    return new WatchFigures(
        calls.size(),
        assets.size(),
        left.size(),
        due,
        late,
        assets.size() - priced,
        quantile(ages, priced, 0.5),
        quantile(ages, priced, ALMOST_ALL));
  }

  private boolean isLate(WatchedAsset asset, Instant now) {
    Duration step = pace.step(Duration.between(asset.youngest(), now));
    return Duration.between(asset.answered(), now).compareTo(step.multipliedBy(LATE_STEPS)) > 0;
  }

  private static Duration quantile(long[] sorted, int size, double share) {
    return size == 0
        ? Duration.ZERO
        : Duration.ofMillis(sorted[Math.min(size - 1, (int) (size * share))]);
  }

  @Override
  public synchronized @Nullable CallQuote find(String call) {
    CallId id = Views.id(call);
    WatchedCall found = id == null ? null : calls.get(id);
    return found == null ? null : quote(found);
  }

  @Override
  public synchronized List<CallQuote> youngest(int after, int most) {
    return byAge.descendingSet().stream().skip(after).limit(most).map(this::quote).toList();
  }

  @Override
  public synchronized int watched() {
    return calls.size();
  }

  private CallQuote quote(WatchedCall call) {
    WatchedAsset asset = assets.get(call.asset());
    return Views.of(call, asset, time.instant());
  }
}
