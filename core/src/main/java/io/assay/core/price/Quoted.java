package io.assay.core.price;

import io.assay.core.asset.Asset;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What came of asking for a price.
public sealed interface Quoted {
  /// One word for it in tables and JSON.
  String word();

  /// Why, in one line.
  String why();

  /// A price.
  ///
  /// @param quote the one that counts
  /// @param quarantined what other sources said that does not count
  /// @param stale whether it is older than was asked for, and nobody had a newer one
  record Priced(Quote quote, List<Quarantined> quarantined, boolean stale, String why)
      implements Quoted {
    public Priced {
      Objects.requireNonNull(quote, "quote");
      quarantined = List.copyOf(quarantined);
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String word() {
      return "PRICED";
    }
  }

  /// Every source that could know it says that it does not.
  record Unlisted(String why) implements Quoted {
    public Unlisted {
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String word() {
      return "UNLISTED";
    }
  }

  /// The name stands for several that are alive; nobody may choose.
  ///
  /// @param candidates best known first
  record Ambiguous(List<Asset> candidates, String why) implements Quoted {
    public Ambiguous {
      candidates = List.copyOf(candidates);
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String word() {
      return "AMBIGUOUS";
    }
  }

  /// No source may be asked before that instant.
  record Throttled(Instant until, String why) implements Quoted {
    public Throttled {
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String word() {
      return "THROTTLED";
    }
  }

  /// Nobody could tell: sources are away, broken, or contradict each other.
  ///
  /// @param retryable whether it can pass by itself
  record Failed(boolean retryable, String why) implements Quoted {
    public Failed {
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String word() {
      return "FAILED";
    }
  }

  /// A quote that does not count, and why.
  record Quarantined(Quote quote, String why) {
    public Quarantined {
      Objects.requireNonNull(quote, "quote");
      Objects.requireNonNull(why, "why");
    }
  }
}
