package io.assay.core.reading;

import io.assay.core.asset.Chain;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Opaque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which rules of the lexicon a message met: each counts once, however often it is repeated.
final class Hits implements Lexicon.Match {
  private static final String CHAIN = "chain.";
  private static final String EXCHANGE = "exchange.";
  private static final int REACH_OF_NOT = 2;

  private final Lexicon lexicon;
  private final Opaque opaque;
  private final long[] met;
  private final double[] weights;
  private final List<String> why = new ArrayList<>(0);
  private Set<Chain> chains = Set.of();
  private Set<String> exchanges = Set.of();
  private final List<int[]> cues = new ArrayList<>(0);
  private final List<int[]> labels = new ArrayList<>(0);
  private final List<int[]> orders = new ArrayList<>(0);
  private final List<int[]> listings = new ArrayList<>(0);
  private final List<int[]> partings = new ArrayList<>(0);
  private final List<int[]> goals = new ArrayList<>(0);
  private int lastNot = -10;

  Hits(Lexicon lexicon) {
    this(lexicon, Opaque.NOTHING);
  }

  /// @param opaque the words that say nothing: in them only chains and exchanges are named
  Hits(Lexicon lexicon, Opaque opaque) {
    this.lexicon = lexicon;
    this.opaque = opaque;
    met = new long[lexicon.size() / Long.SIZE + 1];
    weights = new double[lexicon.tags()];
  }

  @Override
  public void at(int rule, int first, int last) {
    Lexicon.Rule hit = lexicon.rule(rule);
    boolean hidden = opaque.isAny() && (opaque.hides(first) || opaque.hides(last));
    if (hidden && hit.use() != Lexicon.Use.NAME) {
      return;
    }
    boolean negated = first - lastNot <= REACH_OF_NOT && first > lastNot;
    switch (hit.use()) {
      case NEGATE -> lastNot = last;
      case CUE -> cues.add(new int[] {first, last});
      case LABEL -> label(hit.weight() > 0, negated, new int[] {first, last});
      case LISTING -> listings.add(new int[] {first, last});
      case GOAL -> goals.add(new int[] {first, last});
      case PART -> {
        if (!negated) {
          partings.add(new int[] {first, last});
        }
      }
      case NAME, WEIGH -> {}
    }
    long bit = 1L << rule;
    if ((met[rule / Long.SIZE] & bit) == 0 && !negated) {
      met[rule / Long.SIZE] |= bit;
      weights[hit.number()] += hit.weight();
      why.add(hit.why());
      if (hit.use() == Lexicon.Use.NAME) {
        name(hit.tag());
      }
    }
  }

  private void label(boolean names, boolean negated, int[] place) {
    if (names) {
      labels.add(place);
    } else if (!negated) {
      orders.add(place);
    }
  }

  private void name(String tag) {
    if (tag.startsWith(CHAIN)) {
      chains = chains.isEmpty() ? new HashSet<>() : chains;
      chains.add(Chain.valueOf(tag.substring(CHAIN.length()).toUpperCase(Locale.ROOT)));
    } else {
      exchanges = exchanges.isEmpty() ? new HashSet<>() : exchanges;
      exchanges.add(tag.substring(EXCHANGE.length()));
    }
  }

  /// Adds a reason that is no rule.
  void because(String reason) {
    why.add(reason);
  }

  /// Tells of a sign's rules where the message has the sign.
  void sign(long sign, boolean has) {
    if (has) {
      lexicon.tell(sign, this);
    }
  }

  /// What speaks for a tag, in sum.
  double weight(int tag) {
    return tag < 0 ? 0 : weights[tag];
  }

  double weight(String tag) {
    return weight(lexicon.number(tag));
  }

  /// The chain that the words name; [Chain#EVM] where they name none or several.
  Chain chain() {
    return chains.size() == 1 ? chains.iterator().next() : Chain.EVM;
  }

  /// The exchange that the words name; empty where they name none or several.
  String exchange() {
    return exchanges.size() == 1 ? exchanges.iterator().next() : "";
  }

  /// Where phrases stand after which a coin is revealed, as first and last word.
  List<int[]> cues() {
    return cues;
  }

  /// Where words stand that want what is beside them to be traded, as first and last word.
  List<int[]> orders() {
    return orders;
  }

  /// Where words stand that name what follows as a coin, as first and last word.
  List<int[]> labels() {
    return labels;
  }

  /// Where phrases stand that tell of a coin's listing, as first and last word.
  List<int[]> listings() {
    return listings;
  }

  /// Where words stand that give something up, as first and last word.
  List<int[]> partings() {
    return partings;
  }

  /// Where words stand that name a target of a trade, as first and last word.
  List<int[]> goals() {
    return goals;
  }

  List<String> why() {
    return why;
  }
}
