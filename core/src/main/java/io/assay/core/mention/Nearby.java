package io.assay.core.mention;

import io.assay.core.asset.Chain;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Words;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// What the words around an address say of it: those before it in its line, the label or the
/// heading above, those behind it; and, faintly, those anywhere in the message. The rules are
/// `roles.txt` and `chains.txt`, each with a weight.
final class Nearby {
  private static final Lexicon ROLES = Lexicon.shipped(Nearby.class, "roles.txt", "chains.txt");
  private static final String CHAIN = "chain.";
  private static final String NAMED = "named.";
  private static final double WHEREVER = 2;
  private static final String SALE = "sale";
  private static final String DENIED = "denied";
  private static final String DENIED_BEFORE = "denied-before";
  private static final int SELLING = 2;
  private static final int ADDRESS = 25;
  private static final int MOST_WORDS = 60;
  private static final int MOST_LINES = 8;
  private static final int MOST_HEADINGS = 2;
  private static final int WORDS_BEHIND = 6;
  private static final double FADE = 0.08;
  private static final double FAINTEST = 0.3;
  private static final double HEADING = 0.85;
  private static final double LIST_HEADING = 0.7;
  private static final double BEHIND = 0.7;
  private static final double BELOW = 0.3;
  private static final double ANYWHERE = 0.25;
  private static final double PLAIN = 3;

  private final Words words;
  private final int[] endings;
  private final int[] spans;

  /// The words of a message, with the longest phrase that ends at each.
  Nearby(Words words) {
    this.words = words;
    endings = new int[words.size()];
    spans = new int[words.size()];
    int[] covered = new int[words.size()];
    ROLES.match(
        words,
        (rule, first, last) -> {
          if (last - first >= spans[last]) {
            endings[last] = rule + 1;
            spans[last] = last - first;
          }
          for (int word = first; word <= last; word++) {
            covered[word] = Math.max(covered[word], last - first);
          }
        });
    dropInner(covered);
  }

  /// A phrase within, or across, a longer one is no phrase of its own.
  private void dropInner(int[] covered) {
    for (int last = 0; last < endings.length; last++) {
      for (int word = last - spans[last]; endings[last] != 0 && word <= last; word++) {
        endings[last] = covered[word] > spans[last] ? 0 : endings[last];
      }
    }
  }

  /// Tells what is said around `[from, to)` of the text.
  ///
  /// @param share of its strength that counts
  void tell(int from, int to, double share, Votes votes) {
    int next = firstFrom(from);
    boolean labelled = before(next, share, votes);
    int behind = firstFrom(to);
    behind(behind, to, labelled, share, votes);
    boolean denied = isDenied(next - 1, DENIED) && isLabel(next - 1, next);
    if (denied || (isDenied(behind, DENIED_BEFORE) && !isBelow(behind, to))) {
      votes.doubt("it is said not to be the one");
    }
  }

  /// Whether a phrase ends there that denies what is beside it: `not 0x…`, `0x… değil`.
  private boolean isDenied(int word, String tag) {
    return word >= 0
        && word < words.size()
        && endings[word] != 0
        && ROLES.rule(endings[word] - 1).tag().equals(tag);
  }

  /// Whether the word is about the next one: in its line, or with a colon above it.
  private boolean isLabel(int word, int next) {
    boolean beside = next < words.size() && words.areNeighbours(word, next);
    return beside ? ".!?".indexOf(words.after(word)) < 0 : words.after(word) == ':';
  }

  /// Tells what is said within `[from, to)`: the label of a link.
  void within(int from, int to, double share, Votes votes) {
    for (int word = firstFrom(from); word < words.size() && words.end(word) <= to; word++) {
      vote(word, share, "named", votes);
    }
  }

  /// Tells what is said anywhere in the message.
  void anywhere(Votes votes) {
    for (int word = 0; word < endings.length; word++) {
      if (isPlain(word)) {
        vote(word, ANYWHERE, "the message says", votes);
      }
    }
  }

  /// The chain that the message says it is about, wherever it says so; [Chain#EVM] where it says
  /// none, or several.
  Chain chain() {
    Chain only = Chain.EVM;
    for (int word = 0; word < endings.length; word++) {
      Chain said = endings[word] == 0 ? Chain.EVM : saidWherever(word);
      if (said != Chain.EVM && only != Chain.EVM && said != only) {
        return Chain.EVM;
      }
      only = said == Chain.EVM ? only : said;
    }
    return only;
  }

  private Chain saidWherever(int word) {
    Lexicon.Rule rule = ROLES.rule(endings[word] - 1);
    boolean plain = rule.tag().startsWith(CHAIN) && rule.weight() >= WHEREVER;
    boolean named = rule.tag().startsWith(NAMED) && isByItself(word);
    return plain || named ? chain(rule.tag()) : Chain.EVM;
  }

  /// Whether the word is a tag, or is parted from the words beside it by a mark or an emoji, as a
  /// label and a heading are; an address may stand beside it.
  private boolean isByItself(int word) {
    char before = words.before(word);
    if (before == '$' || before == '@') {
      return false;
    }
    boolean behind = word + 1 == words.size() || isParted(word, word + 1);
    return before == '#' || (behind && (word == 0 || isParted(word - 1, word)));
  }

  private boolean isParted(int first, int second) {
    return words.isEmoji(first)
        || words.isEmoji(second)
        || words.length(first) >= ADDRESS
        || words.length(second) >= ADDRESS
        || !words.areNeighbours(first, second)
        || words.areMarked(first, second);
  }

  private static Chain chain(String tag) {
    return Chain.valueOf(tag.substring(CHAIN.length()).toUpperCase(Locale.ROOT));
  }

  /// Whether the message sells something: at least two things that a seller says are in it.
  boolean sells() {
    Set<Integer> said = new HashSet<>();
    for (int ending : endings) {
      if (ending != 0 && ROLES.rule(ending - 1).tag().equals(SALE)) {
        said.add(ending);
      }
    }
    return said.size() >= SELLING;
  }

  private int firstFrom(int position) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.start(middle) < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Walks back from an address, line by line. Lines with other addresses belong to the same list
  /// and are passed over.
  ///
  /// @return whether its own line or the heading says something
  private boolean before(int next, double share, Votes votes) {
    int last = next - 1;
    int headings = 0;
    int walked = 0;
    for (int line = 0; line < MOST_LINES && last >= 0 && walked < MOST_WORDS; line++) {
      int first = lineStart(last);
      boolean own = line == 0 && next < words.size() && words.areNeighbours(last, next);
      boolean sibling = !own && hasAddress(first, last);
      walked += last - first + 1;
      if (!sibling) {
        double strength = own ? 1 : line <= 1 ? HEADING : LIST_HEADING;
        if (line(first, last, strength * share, votes)) {
          return true;
        }
        headings += own ? 0 : 1;
      }
      if (headings == MOST_HEADINGS) {
        return false;
      }
      last = first - 1;
    }
    return false;
  }

  private int lineStart(int last) {
    int first = last;
    while (first > 0 && last - first < MOST_WORDS && words.areNeighbours(first - 1, first)) {
      first--;
    }
    return first;
  }

  private boolean hasAddress(int first, int last) {
    for (int word = first; word <= last; word++) {
      if (words.length(word) >= ADDRESS) {
        return true;
      }
    }
    return false;
  }

  /// The words of a line, the fainter the further away; behind an earlier address in it they are
  /// about that one.
  private boolean line(int first, int last, double strength, Votes votes) {
    boolean said = false;
    double near = strength;
    for (int word = last; word >= first; word--) {
      if (words.length(word) >= ADDRESS) {
        near = Math.min(near, strength / 2);
      }
      double fade = Math.max(FAINTEST, 1 - FADE * (last - word));
      said |= vote(word, near * fade, "after", votes);
    }
    return said;
  }

  private void behind(int first, int to, boolean labelled, double share, Votes votes) {
    int last = Math.min(words.size(), first + WORDS_BEHIND);
    double strength = BEHIND * share;
    for (int word = first; word < last && words.length(word) < ADDRESS; word++) {
      if (word > first ? !words.areNeighbours(word - 1, word) : isBelow(word, to)) {
        strength = Math.min(strength, labelled ? 0 : BELOW * share);
      }
      vote(word, strength * (1 - FADE * (word - first)), "before", votes);
    }
  }

  private boolean isBelow(int word, int to) {
    return word > 0 && words.end(word - 1) <= to && !words.areNeighbours(word - 1, word);
  }

  /// Whether a phrase ends there that is as good as said, of what a whole message can be about.
  private boolean isPlain(int word) {
    if (endings[word] == 0 || ROLES.rule(endings[word] - 1).weight() < PLAIN) {
      return false;
    }
    String tag = ROLES.rule(endings[word] - 1).tag();
    return tag.equals("TOKEN") || tag.equals("WALLET") || tag.equals("DEPLOYER");
  }

  private boolean vote(int word, double strength, String where, Votes votes) {
    if (endings[word] == 0 || strength <= 0) {
      return false;
    }
    Lexicon.Rule rule = ROLES.rule(endings[word] - 1);
    if (rule.tag().startsWith(CHAIN)) {
      votes.on(chain(rule.tag()), strength);
      return false;
    }
    if (rule.tag().startsWith(NAMED)) {
      votes.on(isByItself(word) ? chain(rule.tag()) : Chain.EVM, strength);
      return false;
    }
    if (rule.weight() == 0 || !Character.isUpperCase(rule.tag().charAt(0))) {
      return false;
    }
    String phrase = rule.why().substring(rule.tag().length() + 2);
    votes.add(Role.valueOf(rule.tag()), rule.weight() * strength, where + " \"" + phrase + '"');
    return true;
  }
}
