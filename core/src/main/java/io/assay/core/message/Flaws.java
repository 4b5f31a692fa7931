package io.assay.core.message;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with one input: the first flaws in full, and how many there are in all. As small
/// as that, however broken the input is.
///
/// @param first the first ones in their order; at most [#SHOWN]
/// @param count of all of them
public record Flaws(List<Flaw> first, long count) {
  /// So many are told in full: whoever mends them will run it again.
  public static final int SHOWN = 50;

  public Flaws {
    first = List.copyOf(first);
    if (first.size() > SHOWN || first.size() > count || first.isEmpty() != (count == 0)) {
      throw new IllegalArgumentException(first.size() + " flaws are not the first of " + count);
    }
  }

  /// One alone.
  public static Flaws of(Flaw flaw) {
    return new Flaws(List.of(flaw), 1);
  }

  /// How many there are beyond those told in full.
  public long more() {
    return count - first.size();
  }

  /// Gathers the flaws of one input as they are found. Not safe for use by several threads.
  public static final class Gathered {
    private final List<Flaw> first = new ArrayList<>();
    private long count;

    public void add(Flaw flaw) {
      count++;
      if (first.size() < SHOWN) {
        first.add(flaw);
      }
    }

    public Flaws flaws() {
      return new Flaws(first, count);
    }
  }
}
