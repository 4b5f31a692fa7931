package io.assay.core.lineage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Retells a post as copycats do: other words for some, a few left out or put in, lines in another
/// order, links shortened anew, other emoji, promotion around it.
final class Retelling {
  private static final Map<String, List<String>> SYNONYMS = synonyms();
  private static final List<String> FILLERS =
      List.of("guys", "really", "just", "team", "again", "honestly", "right", "very", "now");
  private static final List<String> EMOJI =
      List.of("🚀", "🔥", "💎", "⚡️", "🟢", "👀", "🐳", "💰", "📈", "✅");
  private static final List<String> PROMOTION =
      List.of(
          "Join our VIP for early calls 👉 @%s_vip",
          "🔥 VIP members got this 10 minutes before everybody else, DM @%s_admin for access",
          "#gem #altcoins #crypto #100x",
          "Trade faster with our bot: https://t.me/%s_bot?start=ref77",
          "📢 Share this channel with your friends and win 50 USDT every week!",
          "Not financial advice, always do your own research.",
          "Results of last week: 14 wins, 2 losses. Subscribe to https://t.me/%s");

  private final Random random;

  Retelling(Random random) {
    this.random = random;
  }

  private static Map<String, List<String>> synonyms() {
    String table =
        """
        buy=grab,pick up,accumulate
        buying=grabbing,accumulating
        bought=grabbed,picked up
        bag=position,stack
        gem=jewel,diamond
        huge=massive,enormous,giant
        big=large,massive
        potential=upside,room
        team=devs,crew
        chart=graph,structure
        entry=buy zone,entries
        target=goal,tp
        targets=goals,tps
        stop=sl,cut
        early=fresh,first
        liquidity=lp,liq
        locked=burned,secured
        holders=wallets,owners
        market=mkt,market
        cap=mc,valuation
        volume=vol,trading
        moon=fly,explode
        low=tiny,small
        strong=solid,powerful
        community=crowd,holders
        looks=seems,appears
        ready=set,prepared
        breakout=explosion,break
        soon=shortly,any moment
        whales=big wallets,smart money
        risk=exposure,size
        money=capital,funds
        hold=keep,sit on
        today=tonight,this morning
        found=spotted,discovered
        coin=token,project
        token=coin,project
        launch=start,release
        price=level,quote
        support=floor,base
        dip=pullback,retrace
        send=rip,run
        narrative=meta,theme
        website=site,page
        partnership=deal,cooperation
        listing=exchange listing,cex listing
        small=little,tiny
        great=excellent,super
        we=i
        i=we
        """;
    Map<String, List<String>> synonyms = new HashMap<>();
    table
        .lines()
        .forEach(line -> {
          String[] parts = line.split("=", 2);
          synonyms.put(parts[0], List.of(parts[1].split(",", -1)));
        });
    return synonyms;
  }

  /// The post as another channel tells it.
  String of(String post, String channel) {
    List<String> lines = new ArrayList<>();
    for (String line : post.lines().toList()) {
      if (!line.isBlank()) {
        lines.add(line(line));
      }
    }
    if (random.nextDouble() < 0.6) {
      Collections.shuffle(lines, random);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String line = PROMOTION.get(random.nextInt(PROMOTION.size())).formatted(channel);
      lines.add(random.nextBoolean() ? 0 : lines.size(), line);
    }
    return String.join(random.nextBoolean() ? "\n" : "\n\n", lines);
  }

  private String line(String line) {
    StringBuilder told = new StringBuilder(random.nextInt(3) == 0 ? oneOf(EMOJI) + " " : "");
    for (String word : line.split(" ", -1)) {
      String other = word(word);
      if (!other.isEmpty()) {
        told.append(other).append(' ');
      }
      if (random.nextDouble() < 0.04) {
        told.append(oneOf(FILLERS)).append(' ');
      }
      if (random.nextDouble() < 0.05) {
        told.append(oneOf(EMOJI)).append(' ');
      }
    }
    return told.toString().strip();
  }

  private String word(String word) {
    if (word.startsWith("https://") && !word.contains("dexscreener")) {
      return "https://bit.ly/" + Integer.toString(random.nextInt(1 << 30), 36);
    }
    if (EMOJI.contains(word)) {
      return "";
    }
    String bare = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    List<String> others = SYNONYMS.getOrDefault(bare, List.of());
    boolean plain = bare.length() == word.replaceAll("[.,:!?]", "").length();
    if (!others.isEmpty() && plain && random.nextDouble() < 0.6) {
      return oneOf(others) + word.replaceAll("[A-Za-z]", "");
    }
    boolean sacred = !plain || bare.isEmpty();
    if (!sacred && random.nextDouble() < 0.05) {
      return "";
    }
    return !sacred && random.nextDouble() < 0.05 ? word.toUpperCase(Locale.ROOT) : word;
  }

  private String oneOf(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
