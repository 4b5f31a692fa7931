package io.assay.core.reading;

import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Opaque;
import io.assay.core.text.Words;

/// Finds the coin that an announcement reveals: spelled out, tagged, in brackets, in upper case, or
/// placed alone.
final class Reveals {
  private static final int REACH = 14;
  private static final int REACH_OF_LABEL = 6;
  private static final int SPELLED_LEAST = 3;
  private static final int SPELLED_MOST = 10;
  private static final int SHOUTED = 4;
  private static final String MARKS_OF_LABELS = ":~=>-|–—→";

  private final Folded text;
  private final Words words;
  private final Opaque opaque;

  Reveals(Folded text, Words words, Opaque opaque) {
    this.text = text;
    this.words = words;
    this.opaque = opaque;
  }

  /// Who is told of a coin.
  interface Listener {
    void revealed(String coin, int first, int last);
  }

  /// Looks behind words that announce a coin: `the coin we picked today is`.
  ///
  /// @param cue their last word
  void behindCue(int cue, Listener listener) {
    look(cue, Math.min(words.size(), cue + 1 + REACH), listener);
  }

  /// Looks behind a word that names what follows, in its line: `Coin: ABC`.
  void behindLabel(int label, Listener listener) {
    int next = label + 1;
    while (next < words.size() && words.isEmoji(next)) {
      next++;
    }
    if (next < words.size() && isMarked(label, next)) {
      int end = next;
      int most = Math.min(words.size(), next + REACH_OF_LABEL);
      while (end < most && (end == next || words.areNeighbours(end - 1, end))) {
        end++;
      }
      look(label, end, listener);
    }
  }

  /// Whether a label is told from other words by a mark behind it, or an emoji.
  private boolean isMarked(int label, int next) {
    for (int i = words.end(label); i < words.start(next); i++) {
      if (MARKS_OF_LABELS.indexOf(text.at(i)) >= 0) {
        return true;
      }
    }
    return next > label + 1 || words.before(next) == '#' || words.before(next) == '$';
  }

  private void look(int cue, int end, Listener listener) {
    for (int word = cue + 1; word < end; word++) {
      int last = spelled(word);
      if (last > word) {
        listener.revealed(letters(word, last), word, last);
        return;
      }
      if (words.isAscii(word) && !opaque.hides(word) && isRevealed(cue, word)) {
        int coin = bracketed(word);
        listener.revealed(Tickers.base(Tickers.upper(words.text(coin))), coin, coin);
        return;
      }
      if (isSentence(cue, word)) {
        return;
      }
    }
  }

  /// Whether the word goes on with a sentence that is all in upper case, rather than be its coin:
  /// `THE COIN IS PUMPING NOW`.
  private boolean isSentence(int cue, int word) {
    return words.isUpper(word) && isShouted(cue, word) && Tickers.isBare(words.text(word));
  }

  private boolean isRevealed(int cue, int word) {
    String said = words.text(word);
    return switch (words.before(word)) {
      case '$' -> Tickers.isCashtag(said);
      case '#' -> Tickers.isRevealed(said);
      default -> isShown(cue, word) && Tickers.isBare(said);
    };
  }

  private boolean isShown(int cue, int word) {
    return isPlacedAlone(word) || (words.isUpper(word) && !isShouted(cue, word));
  }

  /// Whether a word follows, and all is in upper case, so that upper case marks nothing.
  private boolean isShouted(int cue, int word) {
    if (!isFollowed(word)) {
      return false;
    }
    int shouted = 0;
    int from = Math.max(0, cue - 1);
    int to = Math.min(words.size(), word + SHOUTED);
    for (int other = from; other < to; other++) {
      boolean plain = words.isAscii(other) && Letters.isLetter(words.first(other));
      if (plain && other != word && !words.isUpper(other)) {
        return false;
      }
      shouted += plain ? 1 : 0;
    }
    return shouted >= SHOUTED;
  }

  private boolean isFollowed(int word) {
    int next = word + 1;
    return next < words.size()
        && words.isAscii(next)
        && words.start(next) == words.end(word) + 1
        && words.after(word) == ' ';
  }

  /// Whether the word stands right behind a colon, or fills its line.
  private boolean isPlacedAlone(int word) {
    int at = words.start(word) - 1;
    while (at >= 0 && !Letters.isWord(text.at(at)) && text.at(at) != ':' && text.at(at) != '\n') {
      at--;
    }
    boolean behind = at < 0 || text.at(at) == ':' || text.at(at) == '\n';
    int next = word + 1;
    while (next < words.size() && words.isEmoji(next)) {
      next++;
    }
    return behind && (next >= words.size() || !words.areNeighbours(word, next));
  }

  /// The ticker in brackets behind a coin's name, `ORBIT (ORB)`; the name itself where there is
  /// none.
  private int bracketed(int name) {
    int next = name + 1;
    boolean ticker =
        next < words.size()
            && words.areNeighbours(name, next)
            && isBracket(words.before(next))
            && words.isUpper(next);
    return ticker && Tickers.isBare(words.text(next)) ? next : name;
  }

  private static boolean isBracket(char mark) {
    return mark == '(' || mark == '[' || mark == '{';
  }

  /// The last of at least three letters with blanks or marks between, in one line; the word itself
  /// where there are fewer.
  private int spelled(int first) {
    int last = first;
    while (last < words.size()
        && words.length(last) == 1
        && words.isAscii(last)
        && (last == first || words.areNeighbours(last - 1, last))) {
      last++;
    }
    return isSpelled(last - first) ? last - 1 : first;
  }

  private static boolean isSpelled(int letters) {
    return letters >= SPELLED_LEAST && letters <= SPELLED_MOST;
  }

  /// Capitals that underscores join, `A_B_C`: a coin that hides from searches.
  void joined(int first, Listener listener) {
    if (words.before(first) == '_') {
      return;
    }
    int last = first;
    while (words.isUpper(last)
        && words.after(last) == '_'
        && last + 1 < words.size()
        && words.length(last + 1) == 1
        && words.start(last + 1) == words.end(last) + 1) {
      last++;
    }
    if (isSpelled(last - first + 1) && words.isUpper(last)) {
      listener.revealed(letters(first, last), first, last);
    }
  }

  private String letters(int first, int last) {
    StringBuilder letters = new StringBuilder();
    for (int word = first; word <= last; word++) {
      letters.append(words.first(word));
    }
    return letters.toString();
  }
}
