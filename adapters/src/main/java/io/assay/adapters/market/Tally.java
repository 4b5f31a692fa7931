package io.assay.adapters.market;

import java.util.concurrent.atomic.LongAdder;

/// What the engine has done since it was made. Safe for any thread.
public final class Tally {
  final LongAdder orders = new LongAdder();
  final LongAdder fromShelf = new LongAdder();
  final LongAdder joined = new LongAdder();
  final LongAdder requests = new LongAdder();
  final LongAdder failures = new LongAdder();
  final LongAdder priced = new LongAdder();
  final LongAdder compared = new LongAdder();
  final LongAdder outliers = new LongAdder();
  final LongAdder contradictions = new LongAdder();

  Tally() {}

  /// Prices that were asked of the engine.
  public long orders() {
    return orders.sum();
  }

  /// Of these, answered at once from what was at hand.
  public long fromShelf() {
    return fromShelf.sum();
  }

  /// Of these, answered with what somebody else had asked for already.
  public long joined() {
    return joined.sum();
  }

  /// Requests that were sent to providers.
  public long requests() {
    return requests.sum();
  }

  /// Of these, failed.
  public long failures() {
    return failures.sum();
  }

  /// Orders that came to a price.
  public long priced() {
    return priced.sum();
  }

  /// Entries of live calls whose candles two sources or more told of.
  public long compared() {
    return compared.sum();
  }

  /// Sources whose candles were set aside then, since others agreed on something else.
  public long outliers() {
    return outliers.sum();
  }

  /// Times that sources contradicted each other about an entry and nothing told which is right.
  public long contradictions() {
    return contradictions.sum();
  }
}
