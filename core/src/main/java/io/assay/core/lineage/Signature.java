package io.assay.core.lineage;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is kept of a call's wording to tell a retelling of it: which words stand beside each other,
/// and the figures it gives. Links, addresses, names behind an `@`, tags and emoji leave no trace
/// in it, and neither does the order of lines.
///
/// Of more than [#MOST_PAIRS] pairs the lowest by hash are kept: a sample that every text draws the
/// same way, so that two samples can be compared up to the lower of their limits (bottom-k sketch;
/// Broder, "On the resemblance and containment of documents", 1997).
public final class Signature {
  /// Pairs of words that are kept; some 130 words have as many.
  static final int MOST_PAIRS = 256;

  /// Figures that are kept.
  static final int MOST_FIGURES = 16;

  /// Hashes are below this.
  static final long RANGE = 1L << 31;

  /// That of a text which says nothing.
  public static final Signature EMPTY = new Signature(new int[0], new int[0]);

  private final int[] pairs;
  private final int[] figures;

  private Signature(int[] pairs, int[] figures) {
    this.pairs = pairs;
    this.figures = figures;
  }

  /// The signature of a text, in time linear in its length but for the sorting of its words.
  public static Signature of(String text) {
    WordPairs said = WordPairs.in(text);
    return new Signature(lowest(said.pairs(), MOST_PAIRS), lowest(said.figures(), MOST_FIGURES));
  }

  /// The lowest of the distinct hashes, in order.
  private static int[] lowest(int[] hashes, int most) {
    Arrays.sort(hashes);
    int size = 0;
    for (int i = 0; i < hashes.length && size < most; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[size++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, size);
  }

  /// How alike this wording is to another's.
  Likeness to(Signature other) {
    long limit = Math.min(limit(), other.limit());
    int mine = upTo(pairs, limit);
    int theirs = upTo(other.pairs, limit);
    int shared = shared(pairs, mine, other.pairs, theirs);
    int fewer = Math.min(figures.length, other.figures.length);
    int agreed = shared(figures, figures.length, other.figures, other.figures.length);
    return new Likeness(shared, Math.min(mine, theirs), (double) RANGE / limit, agreed, fewer);
  }

  /// Below which hash all pairs are here.
  private long limit() {
    return pairs.length < MOST_PAIRS ? RANGE : pairs[MOST_PAIRS - 1] + 1L;
  }

  private static int upTo(int[] sorted, long limit) {
    int size = sorted.length;
    while (size > 0 && sorted[size - 1] >= limit) {
      size--;
    }
    return size;
  }

  private static int shared(int[] one, int ones, int[] other, int others) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < ones && j < others) {
      int by = Integer.compare(one[i], other[j]);
      shared += by == 0 ? 1 : 0;
      i += by <= 0 ? 1 : 0;
      j += by >= 0 ? 1 : 0;
    }
    return shared;
  }

  void write(CanonWriter out) {
    write(pairs, out);
    write(figures, out);
  }

  /// Each hash by its distance from the one before.
  private static void write(int[] sorted, CanonWriter out) {
    out.count(sorted.length);
    int before = 0;
    for (int hash : sorted) {
      out.count(hash - before);
      before = hash;
    }
  }

  static Signature read(CanonReader in) {
    return new Signature(read(in, MOST_PAIRS), read(in, MOST_FIGURES));
  }

  private static int[] read(CanonReader in, int most) {
    int size = in.size();
    if (size > most) {
      throw new CanonException("a signature has at most " + most + " hashes, not " + size);
    }
    int[] sorted = new int[size];
    long before = 0;
    for (int i = 0; i < size; i++) {
      long step = in.count();
      if (step >= RANGE - before || (i > 0 && step == 0)) {
        throw new CanonException("hashes of a signature are below 2^31 and rise");
      }
      before += step;
      sorted[i] = (int) before;
    }
    return sorted;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signature that
        && Arrays.equals(pairs, that.pairs)
        && Arrays.equals(figures, that.figures);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(pairs) + Arrays.hashCode(figures);
  }

  @Override
  public String toString() {
    return pairs.length + " pairs, " + figures.length + " figures";
  }
}
