package io.assay.core.directory;

import io.assay.core.asset.TokenDirectory;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Whether a drafted directory is to take the place of the one in force.
public sealed interface DirectoryChange {
  /// Of the coins in force, at least this share must still be there: coins die slowly, and a list
  /// that shrinks at once is a list that broke.
  double LEAST_LEFT = 0.8;

  /// It says the same as the one in force, or knows the majors alone as that one does.
  record None() implements DirectoryChange {}

  /// It is to be adopted.
  ///
  /// @param dropped rows that were not taken, and why; empty for none
  record Sane(FullDirectory directory, String dropped) implements DirectoryChange {
    public Sane {
      Objects.requireNonNull(directory, "directory");
      Objects.requireNonNull(dropped, "dropped");
    }

    @Override
    public String toString() {
      return "%,d coins, %,d tokens; dropped: %s"
          .formatted(directory.coins(), directory.tokens(), dropped.isEmpty() ? "none" : dropped);
    }
  }

  /// It is not to be adopted.
  ///
  /// @param why one line, for the operator
  record Refused(String why) implements DirectoryChange {
    public Refused {
      Objects.requireNonNull(why, "why");
    }
  }

  /// Compares.
  ///
  /// @param inForce what symbols mean now
  static DirectoryChange of(TokenDirectory inForce, DirectoryDraft draft) {
    FullDirectory before = inForce instanceof FullDirectory full ? full : null;
    String dropped = told(draft.dropped());
    if (draft.dropped().containsKey(Drop.CROWDED)) {
      return new Refused(
          "there are more than %,d coins and tokens in the lists".formatted(RowText.MOST_ROWS));
    }
    if (draft.coins() == 0) {
      return new Refused("there is no coin in the lists; dropped: " + dropped);
    }
    if (!draft.isOfAllCoins()) {
      return new Refused("the list of coins lacks most of the majors: it is not of all coins");
    }
    if (before != null && draft.coins() < before.coins() * LEAST_LEFT) {
      return new Refused(
          "the lists have %,d coins, and %,d are in force: too few to believe; dropped: %s"
              .formatted(draft.coins(), before.coins(), dropped.isEmpty() ? "none" : dropped));
    }
    if (before == null && draft.isBare()) {
      return new None();
    }
    byte[] text = draft.text();
    return before != null && Arrays.equals(text, before.text())
        ? new None()
        : new Sane(FullDirectory.parse(text), dropped);
  }

  private static String told(Map<Drop, Long> dropped) {
    return dropped.entrySet().stream()
        .map(each -> "%,d %s".formatted(each.getValue(), each.getKey().word()))
        .collect(Collectors.joining(", "));
  }
}
