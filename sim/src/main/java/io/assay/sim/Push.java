package io.assay.sim;

/// A drift that a call stands for: the log price moves by `amount` evenly from one time to another.
///
/// @param from seconds since 1970
/// @param to seconds since 1970, after `from`
record Push(long from, long to, double amount) {
  /// Its part in the stretch from `start` to `end`.
  double within(long start, long end) {
    long overlap = Math.min(end, to) - Math.max(start, from);
    return overlap <= 0 ? 0 : amount * overlap / (to - from);
  }
}
