package io.assay.core.score;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;
import java.util.Objects;

/// What was thought of a call: when it was made, and since. The first score is the one that counts
/// for confidence, correlation and calibration; later ones know more and are shown.
///
/// @param first when it was opened
/// @param chance that it wins, told then and never after
/// @param latest with what became known since: its market, how readers answered; the first itself
///   while nothing has
/// @param again how often it was scored again
public record Scored(Rating first, Chance chance, Rating latest, long again) {
  /// A score and when it was known.
  public record Rating(Instant at, Score score) {
    public Rating {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(score, "score");
    }

    private void write(CanonWriter out) {
      score.write(out.instant(at));
    }

    private static Rating read(CanonReader in) {
      return new Rating(in.instant(), Score.read(in));
    }
  }

  public Scored {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(chance, "chance");
    Objects.requireNonNull(latest, "latest");
    if (again < 0 || (again == 0 && !latest.equals(first))) {
      throw new IllegalArgumentException("another score, though never scored again");
    }
  }

  /// A call's first score.
  public static Scored of(Instant at, Score score, Chance chance) {
    Rating first = new Rating(at, score);
    return new Scored(first, chance, first, 0);
  }

  /// The same, scored again.
  public Scored again(Instant at, Score score) {
    return new Scored(first, chance, new Rating(at, score), again + 1);
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    first.write(out);
    chance.write(out);
    out.count(again);
    if (again > 0) {
      latest.write(out);
    }
    return out.toBytes();
  }

  public static Scored ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Scored::read);
  }

  private static Scored read(CanonReader in) {
    Rating first = Rating.read(in);
    Chance chance = Chance.read(in);
    long again = in.count();
    return new Scored(first, chance, again > 0 ? Rating.read(in) : first, again);
  }
}
