package io.assay.core.reading;

import io.assay.core.text.Lexicon;
import java.util.Arrays;

/// Decides what a message is: each class has the weights of its rules that the message met, and the
/// heaviest is it. A message that no class outweighs is chatter. What a class has to outweigh is a
/// rule too, met by every message.
final class Verdict {
  private static final MessageClass[] CLASSES = MessageClass.values();

  private static final long EVERY = Lexicon.sign("message");

  private final int[] tags;
  private final double[] everys;

  Verdict(Lexicon lexicon) {
    double[] weights = new double[lexicon.tags()];
    lexicon.tell(
        EVERY, (rule, _, _) -> weights[lexicon.rule(rule).number()] += lexicon.rule(rule).weight());
    everys = weights;
    tags = Arrays.stream(CLASSES).mapToInt(kind -> lexicon.number(kind.word())).toArray();
  }

  /// The class, with its weight as the last reason.
  MessageClass decide(Hits hits) {
    MessageClass heaviest = MessageClass.CHATTER;
    double most = 0;
    for (int kind = 0; kind < tags.length; kind++) {
      double weight = tags[kind] < 0 ? 0 : hits.weight(tags[kind]) + everys[tags[kind]];
      if (weight > most) {
        heaviest = CLASSES[kind];
        most = weight;
      }
    }
    if (most > 0) {
      hits.because(heaviest.word() + " weighs " + most);
    }
    return heaviest;
  }
}
