package io.assay.core.mention;

import io.assay.core.asset.Chain;

/// What is said around one address, as its votes take it.
///
/// Sui and Aptos write alike, so of what names one of them only the nearest counts: what is in the
/// line of the address before what is in a heading. Where that names both, neither is told.
final class Around {
  /// The place of what stands in the line of the address; headings are further away.
  static final int OWN_LINE = 0;

  private static final int NOWHERE = Integer.MAX_VALUE;

  private final Votes votes;

  /// Whether a gift is asked for there, so that who asks for money to be sent sells nothing.
  private final boolean gift;

  private int nearest = NOWHERE;
  private double sui;
  private double aptos;

  Around(Votes votes, boolean gift) {
    this.votes = votes;
    this.gift = gift;
  }

  /// Speaks for a chain.
  ///
  /// @param place [#OWN_LINE], or how many lines away
  /// @param strength of the place
  /// @param faded the same with what the words between take of it
  void on(Chain chain, int place, double strength, double faded) {
    if (!Votes.isMove(chain)) {
      votes.on(chain, faded);
      return;
    }
    if (place < nearest) {
      nearest = place;
      sui = 0;
      aptos = 0;
    }
    if (place == nearest) {
      sui = chain == Chain.SUI ? Math.max(sui, strength) : sui;
      aptos = chain == Chain.APTOS ? Math.max(aptos, strength) : aptos;
    }
  }

  /// Speaks for a role.
  void add(Role role, double strength, String why) {
    votes.add(gift && role == Role.DEPOSIT ? Role.WALLET : role, strength, why);
  }

  /// Gives the votes what only all that is around tells.
  void end() {
    if (sui > 0) {
      votes.on(Chain.SUI, sui);
    }
    if (aptos > 0) {
      votes.on(Chain.APTOS, aptos);
    }
  }
}
