package io.assay.adapters.market;

import io.assay.core.asset.Asset;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An asset whose price is being asked for, once for all who want it. Not for several threads.
final class Pending {
  final Asset asset;
  final long since;
  final long deadline;
  final List<Counter> route;
  final Set<Counter> asked = new LinkedHashSet<>();
  final List<Quote> quotes = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  private final List<CompletableFuture<Quoted>> waiting = new ArrayList<>();
  private final List<Ticket> tickets = new ArrayList<>(2);
  private Priority priority;
  private int sources;
  private int outstanding;
  private boolean settled;

  /// A place in the line of one provider.
  record Ticket(Pending pending, Counter counter, Priority priority, String lot) implements Job {
    @Override
    public long since() {
      return pending.since;
    }

    @Override
    public long deadline() {
      return pending.deadline;
    }

    /// Over, too, where a more urgent ticket has taken its place.
    @Override
    public boolean isOver() {
      return pending.settled || !pending.tickets.contains(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /// An asset to ask for.
  ///
  /// @param sources how many answers are wanted, where so many can be had
  Pending(Order order, List<Counter> route, int sources, long now) {
    asset = order.asset();
    priority = order.priority();
    this.route = route;
    this.sources = sources;
    since = now;
    deadline = now + order.patience().toMillis();
  }

  Priority priority() {
    return priority;
  }

  boolean isSettled() {
    return settled;
  }

  /// Whether nobody is being asked just now.
  boolean isIdle() {
    return outstanding == 0;
  }

  boolean hasEnough() {
    return quotes.size() >= sources;
  }

  /// Wants one source more than there are answers.
  void wantAnother() {
    sources = quotes.size() + 1;
  }

  CompletableFuture<Quoted> join() {
    CompletableFuture<Quoted> future = new CompletableFuture<>();
    waiting.add(future);
    return future;
  }

  /// Makes it as urgent as that, if it is not already.
  ///
  /// @return the tickets that are to stand in the same lines instead
  List<Ticket> hurry(Priority wanted, int wantedSources) {
    sources = Math.max(sources, wantedSources);
    if (wanted.compareTo(priority) >= 0) {
      return List.of();
    }
    priority = wanted;
    List<Ticket> urgent = new ArrayList<>();
    for (Ticket ticket : List.copyOf(tickets)) {
      tickets.remove(ticket);
      urgent.add(ticket(ticket.counter, ticket.lot));
      outstanding--;
    }
    return urgent;
  }

  /// A ticket for the line of a provider.
  Ticket ticket(Counter counter, String lot) {
    Ticket ticket = new Ticket(this, counter, priority, lot);
    asked.add(counter);
    tickets.add(ticket);
    outstanding++;
    return ticket;
  }

  /// The ticket's turn has come: whoever is more urgent now cannot take its place any more.
  void called(Ticket ticket) {
    tickets.remove(ticket);
  }

  /// The provider of a ticket that was called has answered, or has failed to.
  void answered() {
    outstanding--;
  }

  /// A ticket leaves its line without having been called.
  void left(Ticket ticket) {
    if (tickets.remove(ticket)) {
      outstanding--;
    }
  }

  /// The best provider that has not been asked: one that may be asked now, or else any.
  @Nullable Counter next() {
    Counter any = null;
    for (Counter counter : route) {
      if (!asked.contains(counter)) {
        if (counter.isOpen()) {
          return counter;
        }
        any = any == null ? counter : any;
      }
    }
    return any;
  }

  /// The outcome, and who is to be told it.
  List<CompletableFuture<Quoted>> settle() {
    settled = true;
    tickets.clear();
    return List.copyOf(waiting);
  }
}
