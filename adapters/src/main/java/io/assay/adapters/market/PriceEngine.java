package io.assay.adapters.market;

import io.assay.adapters.http.Dialler;
import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Provider;
import io.assay.core.asset.Asset;
import io.assay.core.price.Consensus;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Asks many providers as if they were one, inside the budget of each. One thread decides whose
/// turn it is; each request has a virtual thread of its own. Safe for any thread.
public final class PriceEngine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration PATIENCE_LIVE = Duration.ofSeconds(12);
  private static final Duration PATIENCE_ELSE = Duration.ofMinutes(10);
  private static final long SHELVED = 200_000;
  private static final long LONGEST_REST_MILLIS = 60_000;

  private final Time time;
  private final List<Counter> counters = new ArrayList<>();
  private final Map<Counter, Wire> wires = new HashMap<>();
  private final Tally tally = new Tally();
  private final QuoteShelf shelf = new QuoteShelf(SHELVED);
  private final Dialler dialler = new Dialler(PATIENCE);
  private final Dispatch dispatch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ExecutorService requests =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("assay-price-", 0).factory());
  private final Thread pump;
  private boolean stopped;

  /// How a provider does.
  ///
  /// @param state `OPEN`, `THROTTLED`, `FAILING` or `REFUSED`
  /// @param until when a throttled one may be asked again; null where that is not known
  /// @param latency that an answer usually takes
  /// @param failures share of answers that failed lately
  /// @param waiting what waits for it
  /// @param skew how far ahead of ours its clock was, to a second; null where it did not say
  /// @param trouble what went wrong last; empty where nothing has
  public record ProviderState(
      String name,
      String state,
      @Nullable Instant until,
      Duration latency,
      double failures,
      int waiting,
      @Nullable Duration skew,
      String trouble) {}

  /// An engine that starts at once.
  ///
  /// @param providers whom to ask, those to be preferred first
  /// @param budgets folder that keeps how much of each budget is used up; null: in memory alone
  /// @throws IOException if the folder cannot be written
  public PriceEngine(List<Provider> providers, @Nullable Path budgets, Time time)
      throws IOException {
    this.time = time;
    for (Provider provider : providers) {
      String name = provider.profile().name();
      int perMinute = provider.profile().perMinute();
      Budget budget =
          budgets == null
              ? Budget.inMemory(perMinute)
              : Budget.inFile(perMinute, budgets.resolve(name));
      Turnstile turnstile = new Turnstile(name, budget, this::now);
      Counter counter = new Counter(provider, turnstile, counters.size());
      counters.add(counter);
      wires.put(counter, new Wire(provider.profile(), PATIENCE, dialler, time));
    }
    dispatch = new Dispatch(counters, shelf, Consensus.USUAL, tally);
    pump = Thread.ofPlatform().name("assay-prices").daemon().start(this::pump);
  }

  /// Milliseconds since 1970.
  long now() {
    return time.instant().toEpochMilli();
  }

  /// Orders a price. The future never fails: what goes wrong is a result too.
  public CompletableFuture<Quoted> quote(Order order) {
    lock.lock();
    try {
      if (stopped) {
        return CompletableFuture.completedFuture(
            new Quoted.Failed(true, "the price engine was stopped"));
      }
      CompletableFuture<Quoted> quoted = dispatch.submit(order, now());
      changed.signal();
      return quoted;
    } finally {
      lock.unlock();
    }
  }

  /// Asks one provider something, when it is its turn: within twelve seconds where somebody waits,
  /// ten minutes otherwise.
  ///
  /// @param provider one of the engine's own
  /// @throws Fault what it came to instead of an answer
  public <T> T ask(Provider provider, Ask<T> ask, Priority priority) throws InterruptedException {
    Duration patience = priority == Priority.LIVE ? PATIENCE_LIVE : PATIENCE_ELSE;
    Errand<T> errand = new Errand<>(ask, priority, now(), new CompletableFuture<>());
    lock.lock();
    try {
      if (stopped) {
        throw new Fault(ErrorKind.TEMPORARY, "the price engine was stopped", null);
      }
      Counter counter = counter(provider);
      requireSoon(counter, patience);
      counter.line().add(errand);
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      return errand.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Fault fault
          ? fault
          : new Fault(ErrorKind.BUG, "asking " + provider.profile().name() + " failed", e);
    } catch (TimeoutException e) {
      String why = provider.profile().name() + " had no turn within " + patience.toSeconds() + " s";
      throw new Fault(ErrorKind.TEMPORARY, why, null);
    } finally {
      errand.answer().cancel(false);
    }
  }

  /// That the provider does not want us to wait for longer than anybody here does.
  private void requireSoon(Counter counter, Duration patience) {
    long wait = counter.turnstile().closedUntil() - now();
    if (wait > patience.toMillis()) {
      Instant until = Instant.ofEpochMilli(counter.turnstile().closedUntil());
      throw new Fault(
          ErrorKind.TEMPORARY,
          counter.name() + " wants us to wait until " + until,
          Duration.ofMillis(wait),
          null);
    }
  }

  private Counter counter(Provider provider) {
    return counters.stream()
        .filter(it -> it.name().equals(provider.profile().name()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a provider of this engine"));
  }

  /// The providers that can do this, those first that are likely to answer soonest; those last that
  /// may not be asked now. Those that refuse us are left out.
  public <P extends Provider> List<P> providers(Class<P> ability) {
    lock.lock();
    try {
      return counters.stream()
          .filter(it -> ability.isInstance(it.provider()))
          .filter(it -> it.turnstile().state() != Turnstile.State.REFUSED)
          .sorted((one, other) -> Boolean.compare(other.isOpen(), one.isOpen()))
          .map(it -> ability.cast(it.provider()))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /// How each provider does.
  public List<ProviderState> states() {
    lock.lock();
    try {
      return counters.stream().map(this::state).toList();
    } finally {
      lock.unlock();
    }
  }

  private ProviderState state(Counter counter) {
    Turnstile turnstile = counter.turnstile();
    boolean throttled = turnstile.state() == Turnstile.State.THROTTLED;
    return new ProviderState(
        counter.name(),
        turnstile.state().name(),
        throttled ? Instant.ofEpochMilli(turnstile.closedUntil()) : null,
        Duration.ofMillis(Math.round(turnstile.latencySeconds() * 1000)),
        turnstile.failures(),
        counter.line().size(),
        wire(counter).skew(),
        turnstile.trouble());
  }

  private Wire wire(Counter counter) {
    return Objects.requireNonNull(wires.get(counter), "every counter has a way");
  }

  /// What has been done so far.
  public Tally tally() {
    return tally;
  }

  /// Lets go of answers at hand.
  ///
  /// @return how many there were
  public long forget() {
    return shelf.clear();
  }

  private void pump() {
    lock.lock();
    try {
      while (!stopped) {
        long rest = Math.min(LONGEST_REST_MILLIS, dispatch.tick(now()));
        for (Counter counter : counters) {
          rest = Math.min(rest, serve(counter));
        }
        if (rest > 0) {
          var _ = changed.await(rest, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      // the engine is being closed
    } finally {
      dispatch.stop();
      lock.unlock();
    }
  }

  /// Lets go whoever may.
  ///
  /// @return milliseconds until somebody else may
  private long serve(Counter counter) {
    while (true) {
      Line.Turn turn = counter.line().next();
      if (turn.jobs().isEmpty()) {
        return turn.waitMillis();
      }
      tally.requests.increment();
      if (turn.jobs().getFirst() instanceof Errand<?> errand) {
        requests.execute(() -> run(counter, errand));
      } else {
        List<Pending.Ticket> tickets =
            turn.jobs().stream().map(Pending.Ticket.class::cast).toList();
        tickets.forEach(it -> it.pending().called(it));
        requests.execute(() -> run(counter, tickets));
      }
    }
  }

  private void run(Counter counter, List<Pending.Ticket> tickets) {
    List<Asset> assets = tickets.stream().map(it -> it.pending().asset).toList();
    Provider.Quotes provider = (Provider.Quotes) counter.provider();
    Outcome<Map<Asset, Quote>> outcome = send(counter, provider.quotes(assets));
    lock.lock();
    try {
      switch (outcome) {
        case Outcome.Got(Map<Asset, Quote> quotes) -> dispatch.answered(tickets, quotes, now());
        case Outcome.Lost(Fault fault) -> dispatch.failed(counter, tickets, fault, now());
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private <T> void run(Counter counter, Errand<T> errand) {
    switch (send(counter, errand.ask())) {
      case Outcome.Got(T answer) -> errand.answer().complete(answer);
      case Outcome.Lost(Fault fault) -> errand.answer().completeExceptionally(fault);
    }
    lock.lock();
    try {
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// What came of a request.
  private sealed interface Outcome<T> {
    record Got<T>(T answer) implements Outcome<T> {}

    record Lost<T>(Fault fault) implements Outcome<T> {}
  }

  private <T> Outcome<T> send(Counter counter, Ask<T> ask) {
    long begin = time.nanos();
    try {
      T answer = wire(counter).send(ask);
      counter.turnstile().succeeded(time.since(begin));
      return new Outcome.Got<>(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Lost<>(new Fault(ErrorKind.TEMPORARY, "the price engine was stopped", e));
    } catch (RuntimeException e) {
      Fault fault = Dispatch.crashed(e, counter.name());
      tally.failures.increment();
      counter.turnstile().failed(fault, time.since(begin));
      return new Outcome.Lost<>(fault);
    }
  }

  /// Stops: what waits is told so, what is under way is given up.
  @Override
  public void close() {
    lock.lock();
    try {
      stopped = true;
      changed.signal();
      for (Counter counter : counters) {
        for (Job job : counter.line().leave()) {
          if (job instanceof Errand<?> errand) {
            errand
                .answer()
                .completeExceptionally(
                    new Fault(ErrorKind.TEMPORARY, "the price engine was stopped", null));
          }
        }
      }
    } finally {
      lock.unlock();
    }
    pump.interrupt();
    requests.shutdownNow();
    dialler.close();
    requests.close();
  }
}
