package io.assay.core.mention;

import io.assay.core.asset.Chain;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Words;
import java.util.HashSet;
import java.util.Set;

/// What the words around an address say of it: those before it in its line, the label or the
/// heading above, those behind it; and, faintly, those anywhere in the message. The rules are
/// `roles.txt` and `chains.txt`, each with a weight.
final class Nearby {
  private static final String SALE = "sale";

  /// What is asked for as a gift is sent to somebody's wallet, whatever else the words say.
  private static final String GIFT = "gift";

  private static final String NOT = "not";
  private static final String DENIED = "denied";
  private static final String DENIED_BEFORE = "denied-before";
  private static final int SELLING = 2;
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
  private final Said said;
  private final ChainTalk chains;

  Nearby(Words words) {
    this.words = words;
    said = new Said(words);
    chains = new ChainTalk(said);
  }

  /// Which chains the words name.
  ChainTalk chains() {
    return chains;
  }

  /// Tells what is said around `[from, to)` of the text.
  ///
  /// @param share of its strength that counts
  void tell(int from, int to, double share, Votes votes) {
    int next = said.firstFrom(from);
    int behind = said.firstFrom(to);
    Around around = new Around(votes, isGift(next, behind));
    boolean labelled = before(next, share, around);
    behind(behind, to, labelled, share, around);
    around.end();
    boolean denied = isDenied(next - 1);
    boolean deniedBehind = said.is(behind, DENIED_BEFORE) && !isBelow(behind, to);
    if ((denied && isLabel(next - 1, next)) || deniedBehind) {
      votes.doubt("it is said not to be the one");
    }
  }

  /// Whether a phrase of one sentence ends there that denies what is behind it.
  private boolean isDenied(int last) {
    if (!said.is(last, DENIED) && !said.is(last, NOT)) {
      return false;
    }
    for (int word = said.first(last); word < last; word++) {
      if (".!?".indexOf(words.after(word)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether a gift is asked for in the line of an address or in the one above.
  private boolean isGift(int next, int behind) {
    int lines = 0;
    for (int word = next - 1; word >= Math.max(0, next - MOST_WORDS) && lines < 2; word--) {
      lines += word + 1 < words.size() && !words.areNeighbours(word, word + 1) ? 1 : 0;
      if (lines < 2 && said.is(word, GIFT)) {
        return true;
      }
    }
    int most = Math.min(words.size(), behind + WORDS_BEHIND);
    for (int word = behind; word < most && !isBelow(word, words.start(word)); word++) {
      if (said.is(word, GIFT)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the word is about the next one: in its line, or with a colon above it.
  private boolean isLabel(int word, int next) {
    boolean beside = next < words.size() && words.areNeighbours(word, next);
    return beside ? ".!?".indexOf(words.after(word)) < 0 : words.after(word) == ':';
  }

  /// Tells what is said within `[from, to)`: the label of a link.
  void within(int from, int to, double share, Votes votes) {
    Around around = new Around(votes, false);
    for (int word = said.firstFrom(from); word < words.size() && words.end(word) <= to; word++) {
      around.on(chains.at(word), Around.OWN_LINE, share, share);
      vote(word, share, "named", around);
    }
    around.end();
  }

  /// Tells what is said anywhere in the message.
  void anywhere(Votes votes) {
    Around around = new Around(votes, false);
    for (int word = 0; word < said.size(); word++) {
      if (isPlain(word)) {
        vote(word, ANYWHERE, "the message says", around);
      }
    }
  }

  /// Whether the message sells something: at least two things that a seller says are in it.
  boolean sells() {
    Set<String> things = new HashSet<>();
    for (int word = 0; word < said.size(); word++) {
      if (said.is(word, SALE)) {
        things.add(said.rule(word).why());
      }
    }
    return things.size() >= SELLING;
  }

  /// Walks back from an address, line by line. Lines with other addresses belong to the same list
  /// and are passed over.
  ///
  /// @return whether its own line or the heading says something
  private boolean before(int next, double share, Around around) {
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
        if (line(first, last, own ? Around.OWN_LINE : line + 1, strength * share, around)) {
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
      if (said.isAddress(word)) {
        return true;
      }
    }
    return false;
  }

  /// The words of a line, the fainter the further away; behind an earlier address in it they are
  /// about that one.
  private boolean line(int first, int last, int place, double strength, Around around) {
    boolean labelled = false;
    double near = strength;
    for (int word = last; word >= first; word--) {
      if (said.isAddress(word)) {
        near = Math.min(near, strength / 2);
      }
      double faded = near * Math.max(FAINTEST, 1 - FADE * (last - word));
      if (isNamed(word) && chains.side(word) >= 0) {
        around.on(chains.at(word), place, near, faded);
      }
      labelled |= vote(word, faded, "after", around);
    }
    return labelled;
  }

  private boolean isNamed(int word) {
    return chains.at(word) != Chain.EVM;
  }

  private void behind(int first, int to, boolean labelled, double share, Around around) {
    int last = Math.min(words.size(), first + WORDS_BEHIND);
    double strength = BEHIND * share;
    int place = Around.OWN_LINE;
    for (int word = first; word < last && !said.isAddress(word); word++) {
      if (word > first ? !words.areNeighbours(word - 1, word) : isBelow(word, to)) {
        strength = Math.min(strength, labelled ? 0 : BELOW * share);
        place = MOST_LINES + 1;
      }
      double faded = strength * (1 - FADE * (word - first));
      if (strength > 0 && isNamed(word) && chains.side(word) <= 0) {
        around.on(chains.at(word), place, strength, faded);
      }
      vote(word, faded, "before", around);
    }
  }

  private boolean isBelow(int word, int to) {
    return word > 0
        && word < words.size()
        && words.end(word - 1) <= to
        && !words.areNeighbours(word - 1, word);
  }

  /// Whether a phrase ends there that is as good as said, of what a whole message can be about.
  private boolean isPlain(int word) {
    if (!said.ends(word) || said.rule(word).weight() < PLAIN) {
      return false;
    }
    String tag = said.rule(word).tag();
    return tag.equals("TOKEN")
        || tag.equals("WALLET")
        || tag.equals("DEPLOYER")
        || tag.equals(GIFT);
  }

  private boolean vote(int word, double strength, String where, Around around) {
    if (!said.ends(word) || strength <= 0) {
      return false;
    }
    Lexicon.Rule rule = said.rule(word);
    boolean gift = rule.tag().equals(GIFT);
    boolean role = gift || Character.isUpperCase(rule.tag().charAt(0));
    if (rule.weight() == 0 || !role) {
      return false;
    }
    String phrase = rule.why().substring(rule.tag().length() + 2);
    Role meant = gift ? Role.WALLET : Role.valueOf(rule.tag());
    around.add(meant, rule.weight() * strength, where + " \"" + phrase + '"');
    return true;
  }
}
