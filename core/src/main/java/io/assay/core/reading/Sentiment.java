package io.assay.core.reading;

import io.assay.core.text.Folded;
import io.assay.core.text.Lexicon;
import io.assay.core.text.Opaque;
import io.assay.core.text.Phrases;
import io.assay.core.text.Words;

/// How a message feels about what it speaks of: the weights of its words (`mood-*.txt`, six
/// languages in one), taken back by negations, changed by intensifiers, capitals and exclamation
/// marks. The rules and their numbers are those of VADER (Hutto & Gilbert, ICWSM 2014), the words
/// are our own, and marks are bounds for them: nothing is negated across a comma, nor taken back
/// across a full stop.
///
/// @param score -1 (worst) to 1 (best): s/√(s² + 15) of the sum s of the weights; NaN where nothing
///   speaks
/// @param words how many words and signs spoke
public record Sentiment(double score, int words) {
  /// Nothing speaks.
  public static final Sentiment MISSING = new Sentiment(Double.NaN, 0);

  public Sentiment {
    if (words > 0 && !(score >= -1 && score <= 1)) {
      throw new IllegalArgumentException("sentiment " + score + " is not in -1..1");
    }
  }

  /// What the words feel like.
  public static Sentiment of(Folded text, Words words) {
    return new Ear(text, words, Opaque.in(text, words)).heard();
  }

  static Sentiment of(Wording wording) {
    return new Ear(wording.text(), wording.words(), wording.opaque()).heard();
  }

  /// Whether nothing speaks, for or against.
  public boolean isMissing() {
    return words == 0;
  }

  /// What a word does.
  private enum Use {
    /// Has a weight of its own; with none it only keeps a phrase's words from speaking.
    FEEL,
    /// Takes back what follows.
    NOT,
    /// Takes back what stands before it, as the verb of a Turkish or Persian sentence does.
    NOT_BEFORE,
    /// Adds its weight to that of a word behind it; a negative one dampens.
    MORE,
    /// Makes what follows count for more than what came before.
    BUT
  }

  /// Goes through one message.
  private static final class Ear {
    /// English comes last: of two languages' meanings of one word the later counts.
    private static final Lexicon MOODS =
        Phrases.shipped(
            Sentiment.class,
            "mood-fa.txt",
            "mood-zh.txt",
            "mood-tr.txt",
            "mood-es.txt",
            "mood-ru.txt",
            "mood-en.txt");

    private static final Use[] USES = uses();
    private static final double[] WEIGHTS = weights();

    /// What a negation leaves of a weight (VADER's `N_SCALAR`).
    private static final double NEGATED = -0.74;

    /// What capitals add (`C_INCR`).
    private static final double CAPITALS = 0.733;

    /// What each exclamation mark adds to the whole.
    private static final double EXCLAMATION = 0.292;

    private static final int MOST_EXCLAMATIONS = 4;
    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;

    /// Who asks whether it is good does not say so.
    private static final double ASKED = 0.5;

    /// So large that a single strong word comes to about two thirds.
    private static final double SPREAD = 15;

    private static final double EMOTICON = 2;

    /// Over how many words a negation or an intensifier reaches.
    private static final int REACH = 3;

    /// More emoji than these are noise.
    private static final int MOST_SIGNS = 4;

    /// How much of an intensifier arrives over so many words.
    private static final double[] FADING = {0, 1, 0.95, 0.9};

    private final Folded text;
    private final Words words;
    private final Opaque opaque;

    private final Phrases phrases;
    private boolean mixedCase;
    private int exclamations;
    private int signs;
    private int spoken;
    private double sum;

    // of the sentence at hand

    private double part;
    private double weighed = 1;

    /// The last word that negates.
    private int negation = -REACH - 1;

    /// What the last word gave that has a weight, and which it is.
    private double last;

    private int lastAt = -REACH - 1;

    private static Use[] uses() {
      Use[] uses = new Use[MOODS.size()];
      for (int rule = 0; rule < uses.length; rule++) {
        uses[rule] =
            switch (MOODS.rule(rule).tag()) {
              case Phrases.WEIGHED -> Use.FEEL;
              case "not" -> Use.NOT;
              case "not-before" -> Use.NOT_BEFORE;
              case "more" -> Use.MORE;
              case "but" -> Use.BUT;
              default -> throw new IllegalStateException(MOODS.rule(rule).why() + " is no mood");
            };
      }
      return uses;
    }

    private static double[] weights() {
      double[] weights = new double[MOODS.size()];
      for (int rule = 0; rule < weights.length; rule++) {
        weights[rule] = MOODS.rule(rule).weight();
      }
      return weights;
    }

    Ear(Folded text, Words words, Opaque opaque) {
      this.text = text;
      this.words = words;
      this.opaque = opaque;
      phrases = Phrases.in(words, MOODS);
    }

    Sentiment heard() {
      mixedCase = isMixedCase();
      gap(0, words.size() == 0 ? text.length() : words.start(0));
      for (int word = 0; word < words.size(); word++) {
        if (phrases.rule(word) >= 0 && !opaque.hides(word)) {
          hear(word, phrases.rule(word));
        }
        gap(opaque.end(word), word + 1 < words.size() ? words.start(word + 1) : text.length());
      }
      endSentence(1);
      if (spoken == 0) {
        return MISSING;
      }
      double louder = Math.min(exclamations, MOST_EXCLAMATIONS) * EXCLAMATION;
      double all = sum + Math.signum(sum) * louder;
      return new Sentiment(all / Math.sqrt(all * all + SPREAD), spoken);
    }

    private void hear(int word, int rule) {
      switch (USES[rule]) {
        case NOT -> negation = isAnswer(word) ? negation : word;
        case NOT_BEFORE -> takeBack(word);
        case BUT -> {
          part *= BEFORE_BUT;
          weighed = AFTER_BUT;
        }
        case FEEL -> feel(word, WEIGHTS[rule]);
        case MORE -> {}
      }
    }

    /// A `no` with a mark behind it answers something, and negates nothing.
    private boolean isAnswer(int word) {
      char after = words.after(word);
      return after == ',' || after == ':' || after == '!';
    }

    private void takeBack(int word) {
      if (word - lastAt <= REACH) {
        part += last * (NEGATED - 1);
        lastAt = -REACH - 1;
      }
    }

    private void feel(int word, double weight) {
      boolean sign = words.isEmoji(word);
      if (weight == 0 || (sign && signs++ >= MOST_SIGNS)) {
        return;
      }
      double felt = weight;
      if (mixedCase && words.length(word) > 1 && words.isUpper(word)) {
        felt += Math.signum(weight) * CAPITALS;
      }
      if (!sign) {
        felt = amplified(word, felt);
        felt *= phrases.first(word) - negation <= REACH ? NEGATED : 1;
      }
      last = felt * weighed;
      lastAt = word;
      part += last;
      spoken++;
    }

    /// With what the words before it add to a weight, or take.
    private double amplified(int word, double weight) {
      double felt = weight;
      int first = phrases.first(word);
      for (int back = 1; back <= REACH && back <= first; back++) {
        int rule = phrases.rule(first - back);
        if (rule >= 0 && USES[rule] == Use.MORE) {
          felt += Math.signum(weight) * WEIGHTS[rule] * FADING[back];
        }
      }
      return felt;
    }

    /// What stands between words: ends of sentences, exclamation marks, and faces like `:)`.
    private void gap(int from, int to) {
      for (int i = from; i < to; i++) {
        switch (text.at(i)) {
          case '!' -> {
            exclamations++;
            endSentence(1);
          }
          case '?', '؟' -> endSentence(ASKED);
          case '\n', ';', '؛', '。' -> endSentence(1);
          case ',', '،', '，', '、' -> negation = -REACH - 1;
          case '.' -> {
            if (i + 1 >= text.length() || text.at(i + 1) <= ' ') {
              endSentence(1);
            }
          }
          case ')', '(' -> face(i);
          default -> {}
        }
      }
    }

    /// A face of marks alone, with a blank before it.
    private void face(int mouth) {
      int eyes = mouth - 1;
      if (eyes > 0 && text.at(eyes) == '-') {
        eyes--;
      }
      boolean sees = eyes >= 0 && (text.at(eyes) == ':' || text.at(eyes) == ';');
      boolean free = eyes <= 0 || text.at(eyes - 1) <= ' ';
      boolean done = mouth + 1 >= text.length() || text.at(mouth + 1) <= ' ';
      if (sees && free && done) {
        part += text.at(mouth) == ')' ? EMOTICON : -EMOTICON;
        spoken++;
      }
    }

    private void endSentence(double weight) {
      sum += part * weight;
      part = 0;
      weighed = 1;
      negation = -REACH - 1;
      lastAt = -REACH - 1;
    }

    /// Whether some words are in capitals and some are not: only then do capitals speak.
    private boolean isMixedCase() {
      for (int word = 0; word < words.size(); word++) {
        char end = words.last(word);
        if (end >= 'a' && end <= 'z') {
          return true;
        }
      }
      return false;
    }
  }
}
