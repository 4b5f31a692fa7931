package io.assay.core.lineage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A channel that writes its own calls, in its own style and with sayings that it likes. Of
/// openings and closings everybody has the same stock, and of three ways to put a fact it has one
/// for good, so that channels which do not know each other share a sentence now and then.
final class Caller {
  /// How a channel writes.
  enum Style {
    SHORT,
    CARD,
    PROSE,
    SETUP
  }

  private static final List<String> OPENINGS =
      List.of(
          "Just found %s and the chart looks ready for a breakout.",
          "Been watching %s since launch, whales are loading quietly.",
          "New gem alert: %s, low market cap and a strong community.",
          "Adding %s to my bag here, the dip is a gift.",
          "%s is my favourite play of the week.",
          "I bought a big bag of %s a minute ago.",
          "Who else is early on %s? This one can send hard.",
          "Heads up, %s is about to break its range.",
          "Small position on %s for me, degen play.",
          "%s has been consolidating for days above support.",
          "Somebody accumulates %s and does not hide it.",
          "My next big call is %s, as promised yesterday.");

  /// What there is to say about a coin, each in three ways of saying it.
  private static final List<List<String>> FACTS =
      List.of(
          List.of(
              "Liquidity is locked for a year and the contract is renounced.",
              "LP locked 12 months, ownership renounced.",
              "Nobody can pull the pool before next spring, they gave up the keys."),
          List.of(
              "The team is doxxed and delivered two products before.",
              "Devs show their faces, this is their third project.",
              "Known builders behind it, both earlier apps still run."),
          List.of(
              "Holders went from 200 to 900 in a day.",
              "Four times as many wallets as yesterday.",
              "900 holders already, it was 200 this time yesterday."),
          List.of(
              "Narrative is AI agents and there is no competitor on this chain.",
              "First agent token here, everything else in the sector is on Base.",
              "AI play without any rival so far."),
          List.of(
              "A partnership announcement comes on Friday according to the devs.",
              "They promised news about a big partner before the weekend.",
              "Friday is the day for the collab reveal."),
          List.of(
              "Volume doubled since the morning while price hardly moved.",
              "Turnover is up 2x and the candles stay flat, that is absorption.",
              "Look at how much trades without moving it."),
          List.of(
              "The same wallet that bought the last two winners is in.",
              "Smart money tracker shows our favourite sniper among the buyers.",
              "The guy who nailed the previous runners loaded too."),
          List.of(
              "Website is live, game beta next week.",
              "You can play the closed beta in a few days and their page works.",
              "Product: a browser game that opens soon."),
          List.of(
              "There is a listing rumour, take it with a grain of salt.",
              "People whisper about an exchange, unconfirmed.",
              "Could be on a CEX shortly if the gossip is true."),
          List.of(
              "Top ten wallets own only 14 percent of supply.",
              "Distribution is clean, biggest bags hold 14% together.",
              "No whale can nuke it, well spread."),
          List.of(
              "Socials are growing without paid shills.",
              "Organic followers, I checked a few hundred accounts.",
              "Twitter buzz is real and not bought."),
          List.of(
              "Dev burned his own tokens an hour ago, check the transaction.",
              "The creator just sent his whole share to the dead address.",
              "Insider supply is gone, burn tx is on chain."),
          List.of(
              "It held the four hour trend line three times already.",
              "4h structure is intact with three clean retests.",
              "Bounced thrice off the same diagonal."),
          List.of(
              "Market makers left and the sell wall is gone.",
              "Order book is thin above, the wall got eaten.",
              "Resistance at the round number was removed."),
          List.of(
              "Tax is zero and it passed the honeypot check.",
              "0/0 taxes, scanner shows green everywhere.",
              "You can sell it, tested with a small amount."),
          List.of(
              "Every dip gets bought within minutes.",
              "Buyers step in instantly on each red candle.",
              "Pullbacks do not last."),
          List.of(
              "Cats are the meta again and this is the only one with a real artist.",
              "Another feline coin but the artwork is outstanding.",
              "Best looking cat of the season by a mile."),
          List.of(
              "Their raise was tiny, so nobody sits on a huge discount.",
              "Hardly any presale, no cheap bags to dump on you.",
              "Fair launch, all of us paid the same."));

  private static final List<String> CLOSINGS =
      List.of(
          "Buy now, entry here, huge potential.",
          "Buying here, I hold for 5x at least.",
          "Entry now, take profit on the way up.",
          "Buy small and manage your risk.",
          "Buy zone is right here, target 3x.",
          "Long from here, invalid below the low.",
          "I buy now and hold until the listing.",
          "Get in before the crowd, buy and forget.");

  final long id;
  final String name;
  private final Style style;
  private final Random random;
  private final List<String> openings;
  private final List<String> middles;
  private final List<String> closings;

  Caller(long id, String name, Style style, Random random) {
    this.id = id;
    this.name = name;
    this.style = style;
    this.random = random;
    openings = liked(OPENINGS, 5);
    middles = new ArrayList<>();
    for (List<String> fact : liked(FACTS, 10)) {
      middles.add(fact.get(random.nextInt(fact.size()))); // its own way to say it, always the same
    }
    closings = liked(CLOSINGS, 3);
  }

  private <T> List<T> liked(List<T> all, int count) {
    List<T> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    return some.subList(0, count);
  }

  /// A call of a coin, as this channel would write it.
  String call(Coin coin) {
    return switch (style) {
      case SHORT -> brief(coin);
      case CARD -> card(coin);
      case PROSE -> prose(coin);
      case SETUP -> setup(coin);
    };
  }

  private String brief(Coin coin) {
    String text =
        switch (random.nextInt(4)) {
          case 0 -> "Buy $%s now";
          case 1 -> "Aping $%s here, buy";
          case 2 -> "$%s buy now 🚀🚀";
          default -> "$%s looks good, buying";
        };
    return text.formatted(coin.symbol()) + "\n" + coin.address();
  }

  /// What a bot writes about a coin: everybody's looks the same, but for the numbers of the minute.
  private String card(Coin coin) {
    return """
    🟢 New call: %s ($%s)
    CA: %s
    💵 Price: $0.000%d
    📊 Market cap: $%dK | Liquidity: $%d.%dK
    👥 Holders: %d | Top 10: %d%%
    📈 Volume 1h: $%d.%dK, age %dm
    Buy now: https://t.me/trade_bot?start=%s
    """
        .formatted(
            coin.name(),
            coin.symbol(),
            coin.address(),
            1000 + random.nextInt(8999),
            100 + random.nextInt(800),
            10 + random.nextInt(80),
            random.nextInt(10),
            100 + random.nextInt(900),
            10 + random.nextInt(30),
            10 + random.nextInt(90),
            random.nextInt(10),
            11 + random.nextInt(40),
            Integer.toString(random.nextInt(1 << 30), 36));
  }

  private String prose(Coin coin) {
    String named = random.nextBoolean() ? "$" + coin.symbol() : coin.name();
    List<String> lines = new ArrayList<>();
    lines.add(oneOf(openings).formatted(named));
    List<String> some = new ArrayList<>(middles);
    Collections.shuffle(some, random);
    lines.addAll(some.subList(0, 2 + random.nextInt(3)));
    lines.add(oneOf(closings));
    lines.add((random.nextBoolean() ? "CA: " : "") + coin.address());
    if (random.nextBoolean()) {
      lines.add("Chart https://dexscreener.com/solana/" + coin.address());
    }
    return String.join(random.nextBoolean() ? "\n" : "\n\n", lines);
  }

  private String setup(Coin coin) {
    double entry = 0.0001 + random.nextDouble() / 100;
    return String.format(
        Locale.ROOT,
        """
        %s / USDT %s
        Entry: %.6f - %.6f
        Target 1: %.6f
        Target 2: %.6f
        Target 3: %.6f
        Stop loss: %.6f
        %s
        %s
        """,
        coin.name(),
        random.nextBoolean() ? "LONG" : "buy setup",
        entry * 0.98,
        entry,
        entry * (1.1 + random.nextDouble() / 10),
        entry * (1.3 + random.nextDouble() / 10),
        entry * (1.6 + random.nextDouble() / 10),
        entry * (0.8 + random.nextDouble() / 10),
        oneOf(middles),
        coin.address());
  }

  private String oneOf(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  /// A coin that is called.
  record Coin(String name, String symbol, String address) {}
}
