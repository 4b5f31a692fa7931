package io.assay.core.reading;

import io.assay.core.text.Lexicon;
import java.util.Arrays;

/// Decides what a message is: each class has the weights of its rules that the message met, and the
/// heaviest is it. A message that no class outweighs is chatter. What a class has to outweigh is a
/// rule too, met by every message.
final class Verdict {
  private static final MessageClass[] CLASSES = MessageClass.values();

  private static final long EVERY = Lexicon.sign("message");

  private static final double STEP = 0.25;
  private static final int KEPT = 80;

  private final int[] tags;

  /// What is said of each class and weight, in steps, so that few of them are written anew.
  private final String[][] said = new String[CLASSES.length][KEPT];

  private final double[] everys;

  Verdict(Lexicon lexicon) {
    double[] weights = new double[lexicon.tags()];
    lexicon.tell(
        EVERY, (rule, _, _) -> weights[lexicon.rule(rule).number()] += lexicon.rule(rule).weight());
    everys = weights;
    tags = Arrays.stream(CLASSES).mapToInt(kind -> lexicon.number(kind.word())).toArray();
    for (int kind = 0; kind < CLASSES.length; kind++) {
      for (int step = 0; step < KEPT; step++) {
        said[kind][step] = words(CLASSES[kind], step * STEP);
      }
    }
  }

  /// The class, with its weight as the last reason.
  MessageClass decide(Hits hits) {
    int heaviest = -1;
    double most = 0;
    for (int kind = 0; kind < tags.length; kind++) {
      double weight = tags[kind] < 0 ? 0 : hits.weight(tags[kind]) + everys[tags[kind]];
      if (weight > most) {
        heaviest = kind;
        most = weight;
      }
    }
    if (heaviest < 0) {
      return MessageClass.CHATTER;
    }
    int steps = (int) (most / STEP);
    boolean kept = steps < KEPT && steps * STEP == most;
    hits.because(kept ? said[heaviest][steps] : words(CLASSES[heaviest], most));
    return CLASSES[heaviest];
  }

  private static String words(MessageClass kind, double weight) {
    return kind.word() + " weighs " + weight;
  }
}
