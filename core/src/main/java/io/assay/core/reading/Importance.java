package io.assay.core.reading;

import io.assay.core.message.Engagement;
import io.assay.core.terms.Terms;
import io.assay.core.terms.Terms.Timeframe.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How much a message matters: the message score, from 0 to 100, of up to four factors. A factor
/// that is not known yet is missing and not zero: it is not in the list, and the weights of the
/// others make up the whole.
///
/// @param factors those that are known, each part once
public record Importance(List<Factor> factors) {
  private static final double FULL = 100;
  private static final double LATER = 50;
  private static final double OVER = 20;
  private static final int TERMS = 4;
  private static final Duration HALVED_AFTER = Duration.ofHours(1);

  public Importance {
    factors = List.copyOf(factors);
    if (factors.stream().map(Factor::part).distinct().count() < factors.size()) {
      throw new IllegalArgumentException("a part counts twice: " + factors);
    }
  }

  /// A part of the score. The order is part of the ledger's format: append only.
  public enum Part {
    /// How certainly it speaks of an asset, times how much its class asks to act on one.
    RELEVANCE(25),
    /// The share of side, entry, targets and stop that it states.
    STRENGTH(20),
    /// Whether it speaks of now (100), of what is to come (50) or of what is over (20), halved for
    /// each hour that it is old.
    TIMING(15),
    /// How readers answered it, by the channel's own measure.
    ENGAGEMENT(40);

    private final int weight;

    Part(int weight) {
      this.weight = weight;
    }

    /// Its part of the score where all are known, in percent.
    public int weight() {
      return weight;
    }
  }

  /// What is known of a part.
  ///
  /// @param points 0 to 100
  /// @param evidence what they are given for, in words
  public record Factor(Part part, double points, String evidence) {
    public Factor {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(evidence, "evidence");
      if (!(points >= 0 && points <= FULL)) {
        throw new IllegalArgumentException(part + " of " + points + " is not in 0..100");
      }
    }
  }

  /// What of a message the score depends on.
  ///
  /// @param certainty that it speaks of the asset it speaks of first, 0 to 1; 0 where of none
  /// @param age how old its text is: zero, or the time since it was first sent where it is
  ///   forwarded; never negative
  public record Spoken(MessageClass kind, double certainty, Terms terms, Duration age) {
    public Spoken {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(terms, "terms");
      if (!(certainty >= 0 && certainty <= 1) || age.isNegative()) {
        throw new IllegalArgumentException("certainty " + certainty + ", age " + age);
      }
    }
  }

  /// How readers answered a message: forwards + 2·reactions + ½·replies. Counts that are not known
  /// are taken to be like the others, by their weights.
  ///
  /// @param raw NaN where no count is known
  /// @param points raw divided by what is usual, 0 to 100; NaN where either is not known
  public record Hdrb(double raw, double points) {
    private static final double REACTIONS = 2;
    private static final double REPLIES = 0.5;
    private static final double WEIGHTS = 1 + REACTIONS + REPLIES;

    /// What the counts come to.
    ///
    /// @param usual the 95th percentile of the channel's own raw values; NaN where not known yet
    public static Hdrb of(Engagement engagement, double usual) {
      double sum = 0;
      double known = 0;
      if (engagement.forwards() != Engagement.UNKNOWN) {
        sum += engagement.forwards();
        known += 1;
      }
      if (engagement.reactions() != Engagement.UNKNOWN) {
        sum += REACTIONS * engagement.reactions();
        known += REACTIONS;
      }
      if (engagement.replies() != Engagement.UNKNOWN) {
        sum += REPLIES * engagement.replies();
        known += REPLIES;
      }
      double raw = known == 0 ? Double.NaN : sum * (WEIGHTS / known);
      return new Hdrb(raw, points(raw, usual));
    }

    private static double points(double raw, double usual) {
      if (Double.isNaN(raw) || !(usual >= 0)) {
        return Double.NaN;
      }
      if (usual == 0) {
        return raw > 0 ? FULL : 0;
      }
      return Math.min(FULL, FULL * raw / usual);
    }

    public boolean isMissing() {
      return Double.isNaN(points);
    }
  }

  /// The importance of a message by what it says and how it was answered.
  public static Importance of(Spoken spoken, Hdrb hdrb) {
    List<Factor> factors = new ArrayList<>(Part.values().length);
    factors.add(relevance(spoken));
    factors.add(strength(spoken.terms()));
    if (spoken.terms().timeframe().when() != When.UNSAID || !spoken.age().isZero()) {
      factors.add(timing(spoken.terms().timeframe().when(), spoken.age()));
    }
    return new Importance(factors).answered(hdrb);
  }

  /// The same message by how it has been answered since; nothing else of it changes.
  public Importance answered(Hdrb hdrb) {
    List<Factor> answered = new ArrayList<>(factors);
    answered.removeIf(factor -> factor.part() == Part.ENGAGEMENT);
    if (!hdrb.isMissing()) {
      String evidence = "answered by " + Math.round(hdrb.raw()) + ", as forwards count";
      answered.add(new Factor(Part.ENGAGEMENT, hdrb.points(), evidence));
    }
    return new Importance(answered);
  }

  private static Factor relevance(Spoken spoken) {
    double points = FULL * spoken.certainty() * acting(spoken.kind());
    long sure = Math.round(FULL * spoken.certainty());
    String evidence = spoken.kind().word() + ", its asset " + sure + " % sure";
    return new Factor(Part.RELEVANCE, points, evidence);
  }

  /// How much a class asks to act on an asset, 0 to 1.
  private static double acting(MessageClass kind) {
    return switch (kind) {
      case CALL, PUMP -> 1;
      case EXIT, WARNING -> 0.8;
      case UPDATE -> 0.6;
      case BRAG, DIGEST -> 0.4;
      case QUESTION, AD -> 0.2;
      case CHATTER -> 0.1;
    };
  }

  private static Factor strength(Terms terms) {
    int stated = terms.stated();
    String evidence = stated + " of side, entry, targets and stop";
    return new Factor(Part.STRENGTH, FULL * stated / TERMS, evidence);
  }

  private static Factor timing(When when, Duration age) {
    double points =
        switch (when) {
          case NOW, UNSAID -> FULL;
          case FUTURE -> LATER;
          case PAST -> OVER;
        };
    String speaks =
        switch (when) {
          case NOW -> "speaks of now";
          case FUTURE -> "speaks of what is to come";
          case PAST -> "speaks of what is over";
          case UNSAID -> "says no time";
        };
    double halvings = (double) age.toSeconds() / HALVED_AFTER.toSeconds();
    String evidence = age.isZero() ? speaks : speaks + ", " + age.toMinutes() + " min old";
    return new Factor(Part.TIMING, points * StrictMath.pow(0.5, halvings), evidence);
  }

  /// The score, 0 to 100; NaN where no factor is known.
  public double score() {
    double sum = 0;
    double weights = 0;
    for (Factor factor : factors) {
      sum += factor.part().weight() * factor.points();
      weights += factor.part().weight();
    }
    return weights == 0 ? Double.NaN : Math.min(FULL, sum / weights);
  }
}
