package io.assay.sim.voice;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.message.Content;
import io.assay.core.message.EntityKind;
import io.assay.sim.Chance;
import io.assay.sim.market.Mint;
import java.util.List;
import java.util.Locale;

/// How a channel writes. The same chance makes the same words.
public final class Voice {
  private static final int WAYS = 7;

  private final Tongue tongue;
  private final Mint mint;

  /// The voice of a channel.
  ///
  /// @param channel its number, which settles its language
  public Voice(int channel, Mint mint) {
    tongue = Tongue.of(channel);
    this.mint = mint;
  }

  /// A call.
  ///
  /// @param token number of what is called
  /// @param edited whether it is as edited later: the same call, and a line more
  public Content call(long token, boolean edited, Chance chance) {
    Draft draft = new Draft();
    switch (mint.asset(token)) {
      case Asset.Token asset -> {
        draft.say(one(tongue.openers(), chance));
        name(asset, token, draft, chance);
        draft.say(one(tongue.closers(), chance));
      }
      case Asset.Listing listing ->
          draft.say(
              "Binance signal: "
                  + listing.symbol()
                  + "/BTC, buy now, sell targets +10% +20%"
                  + (chance.happens(0.5) ? ", stop loss -15%" : ""));
      case Asset.Coin _ -> throw new IllegalStateException("the mint makes no coins");
    }
    String more = one(tongue.edits(), chance);
    return edited ? draft.say(more).content() : draft.content();
  }

  /// Says which token it is, in one of the ways in which people do.
  private void name(Asset.Token asset, long token, Draft draft, Chance chance) {
    String address = asset.address();
    String pool = mint.pool(token, false);
    switch (chance.below(WAYS)) {
      case 0 -> draft.say(tongue.lead()).mark(EntityKind.CODE, address);
      case 1 -> draft.hide(tongue.here(), pool(asset.chain(), pool));
      case 2 -> draft.say(chart(asset.chain(), asset.chain() == Chain.SOLANA ? address : pool));
      case 3 -> draft.say(tongue.lead() + address + chain(asset.chain()));
      case 4 -> draft.mark(EntityKind.BOLD, ticker(chance)).say("\n" + address);
      case 5 -> draft.hide(tongue.here(), explorer(asset));
      default -> draft.say("$").say(ticker(chance)).say("\n").mark(EntityKind.PRE, address);
    }
  }

  private static String chain(Chain chain) {
    return chain == Chain.SOLANA ? "" : " (" + chain.word().toUpperCase(Locale.ROOT) + ")";
  }

  /// DexScreener writes pairs in lower case, so an address of Solana in such a link is a token's.
  private static String chart(Chain chain, String address) {
    return "https://dexscreener.com/" + chain.word() + "/" + address;
  }

  private static String pool(Chain chain, String pool) {
    String network =
        switch (chain) {
          case ETHEREUM -> "eth";
          case SOLANA, BASE, BSC -> chain.word();
          default -> throw new IllegalStateException("the mint knows no " + chain);
        };
    return "https://www.geckoterminal.com/" + network + "/pools/" + pool;
  }

  private static String explorer(Asset.Token asset) {
    return switch (asset.chain()) {
      case ETHEREUM -> "https://etherscan.io/token/" + asset.address();
      case BSC -> "https://bscscan.com/token/" + asset.address();
      case BASE -> "https://basescan.org/token/" + asset.address();
      default -> "https://birdeye.so/token/" + asset.address() + "?chain=solana";
    };
  }

  private static String ticker(Chance chance) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      letters.append((char) ('A' + chance.below(26)));
    }
    return letters.append("Z").toString();
  }

  /// A post that calls nothing.
  public Content chatter(Chance chance) {
    double which = chance.between(0, 1);
    List<String> posts =
        which < 0.7
            ? tongue.chatter()
            : which < 0.85 ? tongue.updates() : which < 0.93 ? tongue.brags() : tongue.warnings();
    return Content.of(one(posts, chance));
  }

  private static String one(List<String> of, Chance chance) {
    return of.get(chance.below(of.size()));
  }
}
