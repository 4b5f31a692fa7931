package io.assay.core.asset;

import java.util.List;
import java.util.Objects;

/// What a symbol stands for, and why.
public sealed interface Meaning {
  /// What it can mean, for whoever opens calls.
  List<Asset> candidates();

  /// Why, in one line.
  String why();

  /// Why one thing is meant and no other.
  enum Reason {
    /// Everybody means it, whoever else goes by that symbol.
    MAJOR("the coin that everybody means by that symbol"),
    /// No other coin or token that is listed goes by it.
    ONLY_COIN("the one coin of that symbol in the directory"),
    /// Some list names it, and nothing else of that symbol. A list tells what a token is called,
    /// and not whether anything still lies in it.
    ONLY_TOKEN("the one token of that symbol in the directory");

    private final String line;

    Reason(String line) {
      this.line = line;
    }

    /// In one line.
    public String line() {
      return line;
    }
  }

  /// One thing.
  record One(Asset asset, Reason reason) implements Meaning {
    public One {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public List<Asset> candidates() {
      return reason == Reason.ONLY_TOKEN ? List.of() : List.of(asset);
    }

    @Override
    public String why() {
      return reason.line();
    }
  }

  /// Several, of which nobody may choose.
  ///
  /// @param candidates coins before tokens; the first hundred, where there are more
  record Several(List<Asset> candidates) implements Meaning {
    public Several {
      candidates = List.copyOf(candidates);
      if (candidates.size() < 2) {
        throw new IllegalArgumentException("several are two or more");
      }
    }

    @Override
    public String why() {
      long coins = candidates.stream().filter(Asset.Coin.class::isInstance).count();
      return "the directory has "
          + counted(coins, "coin")
          + (coins == candidates.size()
              ? ""
              : " and " + counted(candidates.size() - coins, "token"))
          + " of that symbol";
    }

    private static String counted(long number, String word) {
      return number + " " + word + (number == 1 ? "" : "s");
    }
  }

  /// Nothing that is listed.
  record Nothing() implements Meaning {
    @Override
    public List<Asset> candidates() {
      return List.of();
    }

    @Override
    public String why() {
      return "the directory has no such symbol";
    }
  }
}
