package io.assay.sim.market;

/// What moves a price beside chance: the log price moves by `amount`, evenly from one age of the
/// token to another.
///
/// @param from age in seconds
/// @param to age in seconds, after `from`
record Push(long from, long to, double amount) {
  /// How much of it has come by that age.
  double by(long age) {
    if (age <= from) {
      return 0;
    }
    return age >= to ? amount : amount * (age - from) / (to - from);
  }
}
