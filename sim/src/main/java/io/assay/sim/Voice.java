package io.assay.sim;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import java.util.ArrayList;
import java.util.List;

/// How simulated channels write.
final class Voice {
  private static final String[] OPENERS = {
    "New gem, still under the radar. ", "Fresh find today. ", "Loading my bag here. ",
    "Low cap with a serious team. ", "Chart looks ready to break out. ", ""
  };
  private static final String[] CLOSERS = {
    "\nBuy small, hold for the week.",
    "\nEntry: now\nTarget: 2x\nStop loss: half",
    "\nBuy zone is right here.",
    "\nNot financial advice.",
    ""
  };
  private static final String[] CHATTER = {
    "Good morning everyone, quiet market today.", "Stay safe out there and size your positions.",
    "Bitcoin is ranging again, patience pays.", "Voice chat tonight at eight.",
    "Thanks for all the kind words after last week.", "What do you think of the market?",
    "Weekend soon, back on Monday.", "Fees are high at the moment, wait for a calmer hour.",
    "I will be travelling tomorrow, fewer posts.", "Remember to take a break from the charts."
  };
  private static final String[] UPDATES = {
    "Our last call is 2x done, well done all who held!",
        "Target 1 reached on yesterday's call, +35% profit.",
    "All targets hit again, congratulations.", "Up 80% since call, stop moved to entry."
  };
  private static final String[] WARNINGS = {
    "Beware of a scam that copies our name, we never write first.",
    "That new token everybody shills is a honeypot, stay away."
  };

  private Voice() {}

  static List<Post.Part> chatter(Chance chance) {
    double which = chance.between(0, 1);
    String[] texts = which < 0.75 ? CHATTER : which < 0.93 ? UPDATES : WARNINGS;
    return List.of(Post.Part.plain(chance.oneOf(texts)));
  }

  /// A call of the token, in one of the ways in which tokens are called.
  static List<Post.Part> call(Token token, Chance chance) {
    List<Post.Part> parts = new ArrayList<>();
    parts.add(Post.Part.plain(chance.oneOf(OPENERS)));
    switch (token.asset()) {
      case Asset.Coin coin -> {
        parts.add(Post.Part.plain("Buy "));
        parts.add(new Post.Part("cashtag", "$" + coin.symbol(), ""));
        parts.add(Post.Part.plain(" here, entry now, stop loss below the low."));
      }
      case Asset.Listing listing ->
          parts.add(
              Post.Part.plain(
                  "Binance signal: " + listing.symbol() + "/BTC, buy now, sell targets +10% +20%"));
      case Asset.Token address -> parts.addAll(address(address, token.told(), chance));
    }
    parts.add(Post.Part.plain(chance.oneOf(CLOSERS)));
    return parts;
  }

  private static List<Post.Part> address(Asset.Token token, String told, Chance chance) {
    boolean solana = token.chain() == Chain.SOLANA;
    String site = "https://dexscreener.com/" + token.chain().word() + "/" + told;
    return switch (chance.below(4)) {
      case 0 -> List.of(Post.Part.plain("CA: "), new Post.Part("code", told, ""));
      case 1 -> List.of(Post.Part.plain("Buy it "), new Post.Part("text_link", "here", site));
      case 2 -> List.of(Post.Part.plain("Chart: " + site));
      default ->
          solana
              ? List.of(Post.Part.plain("Contract " + told))
              : List.of(Post.Part.plain("Contract " + told + " on " + token.chain().word()));
    };
  }
}
