package io.assay.adapters.market;

import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.price.Consensus;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Who is asked for which price, and what the answers come to.
///
/// An order is answered from the shelf where that is fresh enough, joins another of the same asset,
/// or goes to the provider from which a good answer is to be expected soonest; one that fails or
/// does not know the asset is followed by the next. A live order asks two at once and compares
/// them, and waits a second and a half at most for the slower one. A price that is far from the
/// last one wants a second source too. It is told the time and sends nothing itself. Not for
/// several threads.
final class Dispatch {
  private static final Duration GRACE = Duration.ofMillis(1_500);
  private static final Duration RECENT = Duration.ofHours(1);
  private static final double JUMP = 3;

  private final List<Counter> counters;
  private final QuoteShelf shelf;
  private final Consensus consensus;
  private final Tally tally;
  private final Map<Asset, Pending> pending = new HashMap<>();
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::at));

  private record Alarm(long at, Pending pending, boolean last) {}

  Dispatch(List<Counter> counters, QuoteShelf shelf, Consensus consensus, Tally tally) {
    this.counters = List.copyOf(counters);
    this.shelf = shelf;
    this.consensus = consensus;
    this.tally = tally;
  }

  /// Takes an order.
  ///
  /// @return what comes of it; never failed
  CompletableFuture<Quoted> submit(Order order, long now) {
    tally.orders.increment();
    Quoted fresh = shelf.fresh(order.asset(), order.oldest().toMillis(), now);
    if (fresh != null) {
      tally.fromShelf.increment();
      return CompletableFuture.completedFuture(fresh);
    }
    int sources = order.priority() == Priority.LIVE ? 2 : 1;
    Pending found = pending.get(order.asset());
    if (found != null) {
      tally.joined.increment();
      found.hurry(order.priority(), sources).forEach(it -> it.counter().line().add(it));
      alarms.add(new Alarm(now + order.patience().toMillis(), found, true));
      return found.join();
    }
    List<Counter> route = route(order.asset());
    Quoted refusal = refusal(order, route, now);
    return refusal == null
        ? begin(new Pending(order, route, sources, now), order, now)
        : CompletableFuture.completedFuture(refusal);
  }

  private CompletableFuture<Quoted> begin(Pending made, Order order, long now) {
    pending.put(order.asset(), made);
    alarms.add(new Alarm(now + order.patience().toMillis(), made, true));
    CompletableFuture<Quoted> future = made.join();
    askNext(made);
    if (order.priority() == Priority.LIVE) {
      askNext(made);
    }
    return future;
  }

  /// The providers that could know the asset, the best first.
  private List<Counter> route(Asset asset) {
    return counters.stream()
        .filter(it -> it.provider() instanceof Provider.Quotes quotes && quotes.prices(asset))
        .filter(it -> it.turnstile().state() != Turnstile.State.REFUSED)
        .sorted(
            Comparator.comparing((Counter it) -> !it.isOpen()).thenComparingDouble(Counter::cost))
        .toList();
  }

  /// Why it need not be asked at all.
  private @Nullable Quoted refusal(Order order, List<Counter> route, long now) {
    if (route.isEmpty()) {
      List<String> refused =
          counters.stream()
              .filter(it -> it.turnstile().state() == Turnstile.State.REFUSED)
              .map(it -> it.turnstile().trouble())
              .toList();
      String why = "no provider knows prices of " + order.asset().id();
      return new Quoted.Failed(
          false, refused.isEmpty() ? why : why + "; " + String.join("; ", refused));
    }
    long until = Long.MAX_VALUE;
    for (Counter counter : route) {
      if (counter.turnstile().state() != Turnstile.State.THROTTLED) {
        return null;
      }
      until = Math.min(until, counter.turnstile().closedUntil());
    }
    return until <= now + order.patience().toMillis() ? null : throttled(order.asset(), until, now);
  }

  private Quoted throttled(Asset asset, long until, long now) {
    Quote last = shelf.last(asset, Long.MAX_VALUE, now);
    String why = "every provider wants us to wait";
    return last == null
        ? new Quoted.Throttled(Instant.ofEpochMilli(until), why)
        : new Quoted.Priced(last, List.of(), true, why);
  }

  private void askNext(Pending asked) {
    Counter counter = asked.next();
    if (counter != null && counter.provider() instanceof Provider.Quotes quotes) {
      counter.line().add(asked.ticket(counter, quotes.lot(asked.asset)));
    }
  }

  /// Takes a provider's answer to a request.
  ///
  /// @param called the tickets that were in it
  void answered(List<Pending.Ticket> called, Map<Asset, Quote> quotes, long now) {
    for (Pending.Ticket ticket : called) {
      Pending asked = ticket.pending();
      asked.answered();
      Quote quote = quotes.get(asked.asset);
      if (quote != null && !asked.isSettled()) {
        asked.quotes.add(quote);
        if (asked.quotes.size() == 1) {
          alarms.add(new Alarm(now + GRACE.toMillis(), asked, false));
          doubtJump(asked, quote, now);
        }
      }
      advance(asked, now);
    }
  }

  private void doubtJump(Pending asked, Quote quote, long now) {
    Quote before = shelf.last(asked.asset, RECENT.toMillis(), now);
    if (before != null
        && !new Consensus(JUMP, RECENT).agree(quote, before)
        && asked.next() != null) {
      asked.wantAnother();
    }
  }

  /// Takes a provider's failure.
  void failed(Counter counter, List<Pending.Ticket> called, Fault fault, long now) {
    for (Pending.Ticket ticket : called) {
      ticket.pending().answered();
      ticket.pending().failures.add(Fault.lineOf(fault));
      advance(ticket.pending(), now);
    }
    if (!counter.isOpen()) {
      List<Job> stranded = counter.line().leave();
      for (Job job : stranded) {
        if (job instanceof Pending.Ticket ticket && hasOtherWay(ticket.pending())) {
          ticket.pending().left(ticket);
          askNext(ticket.pending());
        } else {
          counter.line().add(job);
        }
      }
    }
  }

  private static boolean hasOtherWay(Pending asked) {
    Counter next = asked.next();
    return next != null && next.isOpen();
  }

  private void advance(Pending asked, long now) {
    if (asked.isSettled()) {
      return;
    }
    boolean exhausted = asked.next() == null;
    if (asked.hasEnough() && isDecided(asked, now)) {
      settle(asked, now);
    } else if (asked.isIdle() && exhausted) {
      settle(asked, now);
    } else if (asked.isIdle()) {
      askNext(asked);
    }
  }

  private boolean isDecided(Pending asked, long now) {
    if (verdict(asked, now) instanceof Quoted.Priced || asked.next() == null) {
      return true;
    }
    asked.wantAnother();
    return false;
  }

  private Quoted verdict(Pending asked, long now) {
    Quote before = shelf.last(asked.asset, RECENT.toMillis(), now);
    return consensus.of(asked.quotes, before, Instant.ofEpochMilli(now));
  }

  /// Does what has fallen due.
  ///
  /// @return milliseconds until the next is
  long tick(long now) {
    Alarm alarm = alarms.peek();
    while (alarm != null && (alarm.at <= now || alarm.pending.isSettled())) {
      alarms.remove();
      if (!alarm.pending.isSettled() && (alarm.last || !alarm.pending.quotes.isEmpty())) {
        settle(alarm.pending, now);
      }
      alarm = alarms.peek();
    }
    return alarm == null ? Line.FOR_EVER : alarm.at - now;
  }

  private void settle(Pending asked, long now) {
    Quoted outcome = outcome(asked, now);
    if (outcome instanceof Quoted.Priced priced && !priced.stale()) {
      tally.priced.increment();
      shelf.put(asked.asset, outcome, now);
    } else if (outcome instanceof Quoted.Unlisted) {
      shelf.put(asked.asset, outcome, now);
    }
    pending.remove(asked.asset);
    asked.settle().forEach(future -> future.complete(outcome));
  }

  private Quoted outcome(Pending asked, long now) {
    if (!asked.quotes.isEmpty()) {
      return verdict(asked, now);
    }
    List<String> names = asked.asked.stream().map(Counter::name).toList();
    if (asked.isIdle() && asked.failures.isEmpty()) {
      return new Quoted.Unlisted("not listed by " + String.join(", ", names));
    }
    List<String> why = new ArrayList<>(asked.failures);
    if (!asked.isIdle()) {
      why.add("no answer in time from " + names.getLast());
    }
    String cause = String.join("; ", why);
    Quote last = shelf.last(asked.asset, Long.MAX_VALUE, now);
    return last == null
        ? new Quoted.Failed(true, cause)
        : new Quoted.Priced(last, List.of(), true, cause);
  }

  /// Fails what waits, since the engine stops.
  void stop() {
    Quoted stopped = new Quoted.Failed(true, "the price engine was stopped");
    List<Pending> left = List.copyOf(pending.values());
    pending.clear();
    for (Pending asked : left) {
      asked.settle().forEach(future -> future.complete(stopped));
    }
  }

  /// How many assets are being asked for.
  int waiting() {
    return pending.size();
  }

  /// A failure that nobody classified. Its own words go no further: they may hold what was sent.
  static Fault crashed(RuntimeException e, String provider) {
    return e instanceof Fault fault
        ? fault
        : new Fault(
            ErrorKind.BUG, "asking " + provider + " failed: " + e.getClass().getSimpleName(), null);
  }
}
