package io.assay.core.market;

import java.util.Objects;

/// What came of meeting a token's deepest pool again.
public sealed interface Migration {
  /// Why, in one line.
  String why();

  /// The pool that is pinned stays it.
  record Stayed(String why) implements Migration {
    public Stayed {
      Objects.requireNonNull(why, "why");
    }
  }

  /// The liquidity has moved, and prices go on in another pool.
  ///
  /// @param to the new pin
  /// @param ratio splice ratio: the price in the new pool over the one in the old at the same
  ///   instant
  record Moved(PoolPin to, double ratio, String why) implements Migration {
    public Moved {
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(why, "why");
    }
  }

  /// Another pool is deeper, but its price is another one: following it would make a profit or a
  /// loss that nobody had.
  ///
  /// @param ratio the price there over the one here
  record Refused(double ratio, String why) implements Migration {
    public Refused {
      Objects.requireNonNull(why, "why");
    }
  }

  /// Too little is told to decide; the pin stays for now.
  record Undecided(String why) implements Migration {
    public Undecided {
      Objects.requireNonNull(why, "why");
    }
  }
}
