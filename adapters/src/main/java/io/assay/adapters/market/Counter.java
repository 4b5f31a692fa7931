package io.assay.adapters.market;

import io.assay.adapters.provider.Provider;

/// Where one provider is asked: who waits, and whether it may be asked now.
///
/// @param rank place among the providers, 0 for the one that is asked first where nothing else
///   tells
record Counter(Provider provider, Turnstile turnstile, Line line, int rank) {
  Counter(Provider provider, Turnstile turnstile, int rank) {
    this(
        provider,
        turnstile,
        new Line(turnstile, provider instanceof Provider.Quotes quotes ? quotes.batch() : 1),
        rank);
  }

  String name() {
    return provider.profile().name();
  }

  boolean isOpen() {
    return turnstile.state() == Turnstile.State.OPEN;
  }

  /// How attractive it is to wait here: a smaller number is better.
  double cost() {
    return (1 + rank) * turnstile.expectedSeconds() + line.size() * 0.01;
  }
}
