package io.assay.sim;

import java.util.SplittableRandom;

/// Seeded chance, the same on every machine: whole-number steps of [SplittableRandom] and strict
/// mathematics.
public final class Chance {
  private final SplittableRandom random;
  private double spare;
  private boolean spared;

  private Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Chance of its own for one part of a history.
  public static Chance of(long seed, long part) {
    return new Chance(
        seed * 0x9E3779B97F4A7C15L + part * 0xBF58476D1CE4E5B9L + 0x94D049BB133111EBL);
  }

  /// From 0 up to, not including, the bound.
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /// Evenly from the least up to the most.
  public double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /// True as often as the probability says, a ratio in 0..1.
  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /// From the standard normal distribution (Box and Muller, 1958).
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  /// The same distribution, two draws for little more than one (Marsaglia's polar method, 1964):
  /// for courses of many steps.
  public double polarNormal() {
    if (spared) {
      spared = false;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * random.nextDouble() - 1;
      y = 2 * random.nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * factor;
    spared = true;
    return x * factor;
  }

  /// From the exponential distribution with mean 1.
  public double exponential() {
    return -StrictMath.log(1 - random.nextDouble());
  }

  /// A whole number of 64 bits.
  public long whole() {
    return random.nextLong();
  }

  /// So many bytes of any value.
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /// One of these, each as likely.
  public <T> T oneOf(T[] choices) {
    return choices[below(choices.length)];
  }
}
