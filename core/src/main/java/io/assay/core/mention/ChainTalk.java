package io.assay.core.mention;

import io.assay.core.asset.Chain;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Words;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Which chains the words of a message name, and for which of its addresses. A chain that is denied
/// is not named, and a name between two addresses is that of one of them:
///
/// ```
/// Not on ETH, on Base. Buy 0x…           Base
/// 0x…::a::A on Sui, 0x…::b::B on Aptos   each its own
/// Sui and Aptos gem: 0x…::a::A           cannot be told
/// ```
final class ChainTalk {
  private static final String CHAIN = "chain.";
  private static final String NAMED = "named.";
  private static final String NOT = "not";
  private static final String NOT_BEHIND = "denied-before";
  private static final String BETWEEN = "between";
  private static final String APART = "apart";
  private static final double WHEREVER = 2;

  /// Over how many words a denial reaches: `we will not launch it on BSC`.
  private static final int REACH = 5;

  private static final int FAR = 60;

  private final Said said;
  private final Words words;
  private final Set<Chain> denied = EnumSet.noneOf(Chain.class);
  private final Chain[] chains;

  /// Whether names stand before what they are of, as one before the first address does.
  private final boolean labelled;

  ChainTalk(Said said) {
    this.said = said;
    words = said.words();
    chains = new Chain[said.size()];
    boolean before = false;
    boolean address = false;
    for (int word = 0; word < chains.length; word++) {
      chains[word] = said.ends(word) ? named(word) : Chain.EVM;
      address |= said.isAddress(word);
      before |= !address && chains[word] != Chain.EVM;
    }
    labelled = before;
  }

  /// The chain that the phrase names that ends there; [Chain#EVM] where it names none.
  Chain at(int word) {
    return chains[word];
  }

  private Chain named(int word) {
    String tag = said.rule(word).tag();
    boolean is = tag.startsWith(CHAIN) || (tag.startsWith(NAMED) && isByItself(word));
    if (!is) {
      return Chain.EVM;
    }
    Chain chain = Chain.valueOf(tag.substring(CHAIN.length()).toUpperCase(Locale.ROOT));
    if (isDeniedBefore(said.first(word)) || isDeniedBehind(word)) {
      denied.add(chain);
      return Chain.EVM;
    }
    return chain;
  }

  /// Whether a negation reaches the word over nothing but words that stand between the two: `not on
  /// the …`, `no es en la …`.
  private boolean isDeniedBefore(int first) {
    for (int word = first - 1; word >= Math.max(0, first - REACH); word--) {
      if (isParted(words.end(word), words.start(word + 1))) {
        return false;
      }
      if (said.is(word, NOT)) {
        return true;
      }
      if (!isBetween(word)) {
        return false;
      }
    }
    return false;
  }

  /// The same of what denies behind it: `… ağında değil`.
  private boolean isDeniedBehind(int last) {
    int end = Math.min(words.size(), last + 1 + REACH);
    for (int word = last + 1; word < end; word++) {
      if (isParted(words.end(word - 1), words.start(word))) {
        return false;
      }
      if (said.is(word, NOT_BEHIND)) {
        return true;
      }
      if (!isBetween(word) && !isWithin(word, NOT_BEHIND)) {
        return false;
      }
    }
    return false;
  }

  private boolean isBetween(int word) {
    return said.is(word, BETWEEN) || said.is(word, Role.TOKEN.name());
  }

  /// Whether the word is of a phrase with that tag that ends soon behind it.
  private boolean isWithin(int word, String tag) {
    for (int last = word + 1; last < Math.min(words.size(), word + REACH); last++) {
      if (said.is(last, tag) && said.first(last) <= word) {
        return true;
      }
    }
    return false;
  }

  private boolean isParted(int from, int to) {
    return partings(from, to) > 0;
  }

  /// How far the marks and ends of lines between two places part them.
  private int partings(int from, int to) {
    int lines = 0;
    int marks = 0;
    for (int i = from; i < to; i++) {
      switch (words.letter(i)) {
        case '\n' -> lines += 2;
        case ',', ';', '|', '&', '،', '，', '。', '；', '、', '：', ':' -> marks = 1;
        case '.', '!', '?' -> marks = i + 1 >= to || words.letter(i + 1) <= ' ' ? 1 : marks;
        default -> {}
      }
    }
    return lines + marks;
  }

  /// Whether the word is a tag, or is parted from the words beside it by a mark or an emoji, as a
  /// label and a heading are; an address may stand beside it.
  private boolean isByItself(int word) {
    char before = words.before(word);
    if (before == '$' || before == '@') {
      return false;
    }
    boolean behind = word + 1 == words.size() || standApart(word, word + 1);
    return before == '#' || (behind && (word == 0 || standApart(word - 1, word)));
  }

  private boolean standApart(int first, int second) {
    return words.isEmoji(first)
        || words.isEmoji(second)
        || said.isAddress(first)
        || said.isAddress(second)
        || !words.areNeighbours(first, second)
        || words.areMarked(first, second);
  }

  /// Whether the message says of the chain somewhere that it is not the one.
  boolean denies(Chain chain) {
    return denied.contains(chain);
  }

  /// The chain that the message says it is about, wherever it says so; [Chain#EVM] where it says
  /// none, or several.
  Chain wherever() {
    Chain only = Chain.EVM;
    for (int word = 0; word < chains.length; word++) {
      Chain named = chains[word];
      boolean counts = named != Chain.EVM && isPlain(said.rule(word));
      if (counts && only != Chain.EVM && named != only) {
        return Chain.EVM;
      }
      only = counts ? named : only;
    }
    return only;
  }

  private static boolean isPlain(Lexicon.Rule rule) {
    return rule.tag().startsWith(NAMED) || rule.weight() >= WHEREVER;
  }

  /// Of which address a name that stands between two of them is: negative of the earlier one,
  /// positive of the later one, 0 where it stands between none. It is of the one from which less
  /// parts it; where both are as near, all names of the message stand on the same side of what they
  /// are of.
  int side(int word) {
    int earlier = address(said.first(word) - 1, -1);
    int later = address(word + 1, 1);
    if (earlier < 0 || later < 0) {
      return 0;
    }
    if (words.after(word) == ':') {
      return 1;
    }
    int before = parted(earlier, said.first(word));
    int behind = parted(word, later);
    return before == behind ? labelled ? 1 : -1 : before - behind;
  }

  /// The next address from there on; -1 where none is near.
  private int address(int from, int step) {
    int most = Math.min(words.size(), from + FAR);
    int least = Math.max(0, from - FAR);
    for (int word = from; word >= least && word < most; word += step) {
      if (said.isAddress(word)) {
        return word;
      }
    }
    return -1;
  }

  private int parted(int first, int second) {
    int parted = 0;
    for (int word = first; word < second; word++) {
      int to = words.start(word + 1);
      boolean type = words.after(word) == ':' && to == words.end(word) + 2;
      parted += type ? 0 : partings(words.end(word), to);
      parted += word > first && said.is(word, APART) ? 1 : 0;
    }
    return parted;
  }
}
