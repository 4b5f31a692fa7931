package io.assay.sim;

import java.util.SplittableRandom;

/// Seeded chance, the same on every machine: whole-number steps of [SplittableRandom] and strict
/// mathematics.
final class Chance {
  private final SplittableRandom random;

  private Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Chance of its own for one part of a history.
  static Chance of(long seed, long part) {
    return new Chance(
        seed * 0x9E3779B97F4A7C15L + part * 0xBF58476D1CE4E5B9L + 0x94D049BB133111EBL);
  }

  /// From 0 up to, not including, the bound.
  int below(int bound) {
    return random.nextInt(bound);
  }

  double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /// From the standard normal distribution (Box and Muller, 1958).
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  <T> T oneOf(T[] choices) {
    return choices[below(choices.length)];
  }
}
