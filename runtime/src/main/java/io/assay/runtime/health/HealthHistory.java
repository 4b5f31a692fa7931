package io.assay.runtime.health;

import io.assay.runtime.Fault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the system has been: fine samples of a day, hours of a month, and the availability that
/// follows from them. Bounded in memory and in its store. Goes on in memory while the store fails;
/// what could not be saved is counted. Safe for any thread; readers never wait for the store.
///
/// Availability is an account of time: every sample accounts for the time since the one before it,
/// the time between two runs of the process included, and of that only what it vouches for, in a
/// state fit for use, is up. What nobody saw up is down.
public final class HealthHistory {
  private static final Logger LOG = LoggerFactory.getLogger(HealthHistory.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_SAMPLES = 8_640;

  private final HealthStore store;
  private final Depth depth;
  private final Deque<Kept> samples = new ArrayDeque<>();
  private final Deque<HealthStore.Hour> hours = new ArrayDeque<>();
  private @Nullable HourFold open;
  private final AtomicLong unsaved = new AtomicLong();

  /// How much is kept.
  ///
  /// @param samples fine ones, 1..8,640
  /// @param hours folded ones, ≥ 1
  public record Depth(int samples, int hours) {
    private static final int MONTH_OF_HOURS = 30 * 24;

    public Depth {
      if (samples < 1 || samples > MOST_SAMPLES || hours < 1) {
        throw new IllegalArgumentException(
            "a history keeps 1..%,d samples and at least one hour".formatted(MOST_SAMPLES));
      }
    }

    /// A day of samples and 30 days of hours.
    ///
    /// @param interval from one sample to the next, ≥ 10 s
    public static Depth of(Duration interval) {
      if (interval.compareTo(DAY.dividedBy(MOST_SAMPLES)) < 0) {
        throw new IllegalArgumentException("health is sampled every 10 s at most, not " + interval);
      }
      return new Depth(Math.max(1, (int) DAY.dividedBy(interval)), MONTH_OF_HOURS);
    }
  }

  /// The share of time in which the system was available.
  public sealed interface Availability {
    /// Nothing is known of that time.
    record Unknown() implements Availability {}

    /// What the history tells.
    ///
    /// @param over time that is known of, at most what was asked for
    /// @param up of that, the time available
    record Known(Duration over, Duration up) implements Availability {
      public Known {
        if (!over.isPositive() || up.isNegative() || up.compareTo(over) > 0) {
          throw new IllegalArgumentException("%s up in %s is impossible".formatted(up, over));
        }
      }

      /// The share, 0..1.
      public double ratio() {
        return (double) up.toMillis() / Math.max(1, over.toMillis());
      }
    }
  }

  /// A sample and its entry in the account of time.
  ///
  /// @param span since the sample before it
  /// @param up of that
  record Kept(Vitals sample, Duration span, Duration up) {}

  /// Takes up what the store holds.
  public HealthHistory(HealthStore store, Depth depth) {
    this.store = Objects.requireNonNull(store, "store");
    this.depth = Objects.requireNonNull(depth, "depth");
    try {
      load(store.samples(depth.samples()), store.hours(depth.hours()));
    } catch (RuntimeException failure) {
      LOG.warn("the history of health begins anew: {}", Fault.lineOf(failure));
    }
  }

  /// The samples after the last one of the newest hour are folded again: the hour that was open
  /// when the process ended goes on.
  private void load(List<Vitals> stored, List<HealthStore.Hour> folded) {
    hours.addAll(folded);
    int first = folded.isEmpty() ? 0 : after(folded.getLast(), stored);
    for (int i = 0; i < stored.size(); i++) {
      Kept kept = keep(stored.get(i));
      HealthStore.Hour closed = i < first ? null : fold(kept);
      if (closed != null) {
        store.append(closed);
      }
    }
  }

  private static int after(HealthStore.Hour hour, List<Vitals> stored) {
    for (int i = stored.size() - 1; i >= 0; i--) {
      if (stored.get(i).moment().at().equals(hour.last())) {
        return i + 1;
      }
    }
    return 0;
  }

  /// Adds a sample, and to the store with it.
  public void add(Vitals sample) {
    HealthStore.Hour closed;
    synchronized (this) {
      closed = fold(keep(sample));
    }
    save(sample, closed);
  }

  private Kept keep(Vitals sample) {
    Kept before = samples.peekLast();
    Vitals.Moment moment = sample.moment();
    Duration span = moment.since(before == null ? null : before.sample().moment());
    Duration up = sample.available() ? shorter(moment.covers(), span) : Duration.ZERO;
    Kept kept = new Kept(sample, span, up);
    samples.addLast(kept);
    if (samples.size() > depth.samples()) {
      samples.removeFirst();
    }
    return kept;
  }

  /// Folds a sample into its hour.
  ///
  /// @return the hour that it ended; null if it ended none
  private HealthStore.@Nullable Hour fold(Kept kept) {
    HealthStore.Hour closed = null;
    HourFold fold = open;
    if (fold != null && !fold.holds(kept.sample().moment().at())) {
      closed = fold.hour();
      hours.addLast(closed);
      if (hours.size() > depth.hours()) {
        hours.removeFirst();
      }
      fold = null;
    }
    if (fold == null) {
      fold = new HourFold(kept.sample().moment().at());
    }
    fold.add(kept);
    open = fold;
    return closed;
  }

  /// The hour goes first: were it lost with its sample, its samples would be folded again, but
  /// never twice.
  private void save(Vitals sample, HealthStore.@Nullable Hour closed) {
    try {
      if (closed != null) {
        store.append(closed);
        store.trim(depth.samples(), depth.hours());
      }
      store.append(sample);
      long missing = unsaved.getAndSet(0);
      if (missing > 0) {
        LOG.info("the history of health is saved again; {} samples are missing in it", missing);
      }
    } catch (RuntimeException failure) {
      if (unsaved.getAndIncrement() == 0) {
        LOG.warn("the history of health is not saved: {}", Fault.lineOf(failure));
      }
    }
  }

  /// Samples that the store has refused since it last took one.
  public long unsaved() {
    return unsaved.get();
  }

  /// The fine samples, oldest first.
  public synchronized List<Vitals> samples() {
    return samples.stream().map(Kept::sample).toList();
  }

  /// The hours, oldest first; the last one is still open.
  public synchronized List<HealthStore.Hour> hours() {
    List<HealthStore.Hour> all = new ArrayList<>(hours);
    if (open != null) {
      all.add(open.hour());
    }
    return List.copyOf(all);
  }

  /// How available the system was until the newest sample: to the sample over a day, to the hour
  /// over more.
  ///
  /// @param window how far back, > 0
  public synchronized Availability availability(Duration window) {
    Account account = new Account(window);
    if (window.compareTo(DAY) <= 0) {
      Iterator<Kept> newestFirst = samples.descendingIterator();
      while (newestFirst.hasNext() && account.left.isPositive()) {
        Kept kept = newestFirst.next();
        account.take(kept.span(), kept.up());
      }
    } else {
      List<HealthStore.Hour> all = hours();
      for (int i = all.size() - 1; i >= 0 && account.left.isPositive(); i--) {
        account.take(all.get(i).span(), all.get(i).up());
      }
    }
    return account.close();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /// Adds time up, from the newest back to the edge of the window.
  private static final class Account {
    private Duration over = Duration.ZERO;
    private Duration up = Duration.ZERO;
    private Duration left;

    Account(Duration window) {
      if (!window.isPositive()) {
        throw new IllegalArgumentException("availability is over some time, not " + window);
      }
      left = window;
    }

    /// What was up in a span counts as its later part: the gap, where there is one, came first.
    void take(Duration span, Duration upOfIt) {
      over = over.plus(shorter(span, left));
      up = up.plus(shorter(upOfIt, left));
      left = left.minus(shorter(span, left));
    }

    Availability close() {
      return over.isPositive() ? new Availability.Known(over, up) : new Availability.Unknown();
    }
  }
}
