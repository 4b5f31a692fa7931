package io.assay.core.reading;

import java.util.ArrayList;
import java.util.List;

/// Decides what a message is, from the rules that fired, the assets found and its numbers. Every
/// step leaves its reason.
final class Verdict {
  private static final double ENOUGH = 3;
  private static final double SOME = 2;
  private static final int MANY_ASSETS = 4;
  private static final int SHORT_TEXT = 12;

  private final Hits hits;
  private final List<String> why = new ArrayList<>();
  private final Assets assets;
  private final Numbers numbers;
  private final boolean asks;
  private final int wordCount;

  /// What there is to call.
  ///
  /// @param addresses sure ones of tokens
  /// @param symbols all tickers
  /// @param announced tickers that an announcement reveals
  /// @param pairs tickers as pairs, and cashtags
  record Assets(int addresses, int symbols, int announced, int pairs) {
    int all() {
      return addresses + symbols;
    }
  }

  Verdict(Hits hits, Assets assets, Numbers numbers, boolean asks, int wordCount) {
    this.hits = hits;
    this.assets = assets;
    this.numbers = numbers;
    this.asks = asks;
    this.wordCount = wordCount;
    why.addAll(hits.why());
  }

  List<String> why() {
    return why;
  }

  MessageClass decide() {
    double call = hits.weight("call") + (numbers.prices() >= 3 ? 1 : 0);
    double update = hits.weight("update") + numbers.gains();
    double pump = hits.weight("pump");
    double warning = hits.weight("warning");
    if (assets.announced() > 0 && call < ENOUGH + SOME) {
      return because(MessageClass.PUMP, "reveals a coin");
    }
    if (pump >= ENOUGH && pump > call) {
      return because(MessageClass.PUMP, "speaks of a pump");
    }
    if (warning >= ENOUGH && warning > call) {
      return because(MessageClass.WARNING, "warns");
    }
    if (assets.all() >= MANY_ASSETS && call < ENOUGH) {
      return because(MessageClass.DIGEST, assets.all() + " assets");
    }
    if (update >= SOME && update >= call) {
      return because(MessageClass.UPDATE, "tells how something is doing");
    }
    return without(call);
  }

  private MessageClass without(double call) {
    if (hits.weight("brag") >= SOME && hits.weight("brag") >= call) {
      return because(MessageClass.BRAG, "boasts");
    }
    if (hits.weight("exit") >= SOME && hits.weight("exit") > call) {
      return because(MessageClass.EXIT, "says to get out");
    }
    if (isCall(call)) {
      return MessageClass.CALL;
    }
    if (hits.weight("ad") >= SOME) {
      return because(MessageClass.AD, "advertises");
    }
    return asks || hits.weight("question") >= SOME
        ? because(MessageClass.QUESTION, "asks")
        : MessageClass.CHATTER;
  }

  private boolean isCall(double call) {
    if (assets.all() == 0) {
      return false;
    }
    if (call >= ENOUGH) {
      return said("an asset and words of trade");
    }
    if (asks) {
      return false;
    }
    if (assets.addresses() > 0 && hits.weight("ad") < ENOUGH) {
      return said("a token's address");
    }
    boolean terse = wordCount <= SHORT_TEXT && assets.pairs() > 0 && call >= 1;
    return terse && said("little but a ticker and a word of trade");
  }

  private boolean said(String reason) {
    why.add(reason);
    return true;
  }

  private MessageClass because(MessageClass kind, String reason) {
    why.add(reason);
    return kind;
  }
}
