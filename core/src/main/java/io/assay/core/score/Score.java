package io.assay.core.score;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.reading.Importance;
import io.assay.core.reading.Importance.Hdrb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The explainable score of a call, 0 to 100: 35 % what its message is worth, 25 % its market, 25 %
/// its channel's reputation, 15 % how well the channel's scores have told returns. A factor that is
/// not known is missing and not zero: the weights of the others make up the whole.
///
/// @param message the message score, of which HDRB (how readers answered) is one part in four
/// @param context the other factors that are known, in the order of their parts
public record Score(Importance message, List<Factor> context) {
  private static final double FULL = 100;
  private static final Part[] PARTS = Part.values();
  private static final Importance.Part[] MESSAGE_PARTS = Importance.Part.values();

  /// What a score is made of. The order is part of the ledger's format: append only.
  public enum Part {
    /// The message score: relevance, strength, timing, and how readers answered it (HDRB).
    HDRB(35),
    /// A hundred less the risk score of the token's market at the call.
    MARKET(25),
    /// The channel's classic score as it was known when the call was made.
    REPUTATION(25),
    /// The rank correlation of the channel's past scores with what they came to.
    HISTORY(15);

    private final int weight;

    Part(int weight) {
      this.weight = weight;
    }

    /// Its part of the score where all are known, in percent.
    public int weight() {
      return weight;
    }

    /// How it is written: `reputation`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is known of a part.
  ///
  /// @param points 0 to 100
  /// @param evidence one line: what they are given for
  public record Factor(Part part, double points, String evidence) {
    public Factor {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(evidence, "evidence");
      if (!(points >= 0 && points <= FULL)) {
        throw new IllegalArgumentException(part + " of " + points + " is not in 0..100");
      }
    }

    /// The market factor of a risk score.
    ///
    /// @param risk 0 (none) to 100
    /// @param evidence one line: what the risk is told from
    public static Factor ofRisk(double risk, String evidence) {
      return new Factor(Part.MARKET, FULL - risk, evidence);
    }
  }

  public Score {
    Objects.requireNonNull(message, "message");
    context = List.copyOf(context);
    Part last = Part.HDRB;
    for (Factor factor : context) {
      if (factor.part.compareTo(last) <= 0) {
        throw new IllegalArgumentException("factors once each and in order, not " + context);
      }
      last = factor.part;
    }
  }

  /// All factors that are known, in the order of their parts.
  public List<Factor> factors() {
    List<Factor> all = new ArrayList<>(PARTS.length);
    if (!message.factors().isEmpty()) {
      all.add(new Factor(Part.HDRB, message.score(), told(message)));
    }
    all.addAll(context);
    return all;
  }

  private static String told(Importance message) {
    StringBuilder words = new StringBuilder();
    for (Importance.Factor factor : message.factors()) {
      words.append(words.isEmpty() ? "" : "; ");
      words.append(factor.part().name().toLowerCase(Locale.ROOT)).append(' ');
      words.append(StrictMath.round(factor.points())).append(": ").append(factor.evidence());
    }
    return words.toString();
  }

  /// The score, 0 to 100; NaN where no factor is known.
  public double points() {
    double sum = message.factors().isEmpty() ? 0 : Part.HDRB.weight * message.score();
    int weights = message.factors().isEmpty() ? 0 : Part.HDRB.weight;
    for (Factor factor : context) {
      sum += factor.part.weight * factor.points;
      weights += factor.part.weight;
    }
    return weights == 0 ? Double.NaN : StrictMath.min(FULL, sum / weights);
  }

  /// How sure the score is of the call: the ratio of the highest score, 0 to 1; NaN where none is.
  public double confidence() {
    return points() / FULL;
  }

  /// Whether nothing is known at all.
  public boolean isMissing() {
    return message.factors().isEmpty() && context.isEmpty();
  }

  /// The same, with this factor in place of what was known of its part.
  public Score with(Factor known) {
    List<Factor> factors = new ArrayList<>(context);
    factors.removeIf(factor -> factor.part == known.part);
    factors.add(known);
    factors.sort((one, other) -> one.part.compareTo(other.part));
    return new Score(message, factors);
  }

  /// The same, now that it is known how readers answered.
  public Score answered(Hdrb hdrb) {
    return new Score(message.answered(hdrb), context);
  }

  void write(CanonWriter out) {
    write(message, out);
    out.count(context.size());
    for (Factor factor : context) {
      out.one(factor.part).f64(factor.points).text(factor.evidence);
    }
  }

  static Score read(CanonReader in) {
    Importance message = readMessage(in);
    List<Factor> context = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      context.add(new Factor(in.one(PARTS), in.f64(), in.text()));
    }
    return new Score(message, context);
  }

  /// Writes a message score down.
  public static void write(Importance message, CanonWriter out) {
    out.count(message.factors().size());
    for (Importance.Factor factor : message.factors()) {
      out.one(factor.part()).f64(factor.points()).text(factor.evidence());
    }
  }

  /// Reads a message score back.
  ///
  /// @throws CanonException if there is none
  public static Importance readMessage(CanonReader in) {
    List<Importance.Factor> factors = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      factors.add(new Importance.Factor(in.one(MESSAGE_PARTS), in.f64(), in.text()));
    }
    return new Importance(factors);
  }
}
