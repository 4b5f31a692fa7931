package io.assay.core.score;

import static io.assay.core.score.Calls.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.reading.Importance;
import io.assay.core.reading.Importance.Hdrb;
import io.assay.core.score.Score.Factor;
import io.assay.core.score.Score.Part;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {
  private static final Importance NOTHING = new Importance(List.of());
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static Factor factor(Part part, double points) {
    return new Factor(part, points, "because");
  }

  private static Score whole(double points) {
    return new Score(
        message(points).answered(new Hdrb(9, points)),
        List.of(
            factor(Part.MARKET, points),
            factor(Part.REPUTATION, points),
            factor(Part.HISTORY, points)));
  }

  @Test
  void parts_makeUpAHundred() {
    assertThat(Stream.of(Part.values()).mapToInt(Part::weight).sum()).isEqualTo(100);
    assertThat(Stream.of(Part.values()).map(Part::weight)).containsExactly(35, 25, 25, 15);
  }

  @Test
  void points_ofAllThatIsBest_areAHundredAndAllConfidence() {
    assertThat(whole(100).points()).isEqualTo(100);
    assertThat(whole(100).confidence()).isEqualTo(1);
    assertThat(whole(0).points()).isZero();
  }

  @Test
  void points_areTheWeightedSum() {
    Score score =
        new Score(
            message(80).answered(new Hdrb(5, 20)),
            List.of(
                factor(Part.MARKET, 40), factor(Part.REPUTATION, 60), factor(Part.HISTORY, 70)));
    double told = 0.6 * 80 + 0.4 * 20;
    assertThat(score.points())
        .isCloseTo(0.35 * told + 0.25 * 40 + 0.25 * 60 + 0.15 * 70, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "MARKET,     REPUTATION, HISTORY,    25, 25, 15",
    "HISTORY,    MARKET,     REPUTATION, 15, 25, 25",
    "REPUTATION, HISTORY,    MARKET,     25, 15, 25"
  })
  void points_ofAFactorMissing_renormaliseOverTheRest(
      Part missing, Part one, Part other, int missingWeight, int oneWeight, int otherWeight) {
    List<Factor> known =
        Stream.of(factor(one, 30), factor(other, 90))
            .sorted((a, b) -> a.part().compareTo(b.part()))
            .toList();
    Score score = new Score(message(50), known);
    double sum = 35 * 50 + oneWeight * 30 + otherWeight * 90;
    assertThat(score.points()).isCloseTo(sum / (100 - missingWeight), within(1e-9));
    assertThat(score.points())
        .as("unknown is not zero")
        .isGreaterThan(score.with(factor(missing, 0)).points());
  }

  @Test
  void points_ofOneFactorAlone_areItsOwn() {
    assertThat(new Score(NOTHING, List.of(factor(Part.HISTORY, 12.5))).points()).isEqualTo(12.5);
    assertThat(new Score(message(70), List.of()).points()).isCloseTo(70, within(1e-9));
  }

  @Test
  void points_ofNothing_areMissing() {
    Score none = new Score(NOTHING, List.of());
    assertThat(none.isMissing()).isTrue();
    assertThat(none.points()).isNaN();
    assertThat(none.confidence()).isNaN();
    assertThat(none.factors()).isEmpty();
  }

  @Test
  void factors_keepTheirEvidence() {
    Score score =
        new Score(message(50), List.of(Factor.ofRisk(62.5, "micro, liquidity 3 %")))
            .answered(new Hdrb(120.4, 80));
    assertThat(score.factors()).extracting(Factor::part).containsExactly(Part.HDRB, Part.MARKET);
    assertThat(score.factors().getFirst().evidence())
        .isEqualTo(
            "relevance 50: call; strength 50: 4 of side, entry, targets and stop;"
                + " timing 50: speaks of now; engagement 80: answered by 120, as forwards count");
    assertThat(score.factors().getLast())
        .isEqualTo(new Factor(Part.MARKET, 37.5, "micro, liquidity 3 %"));
  }

  @Test
  void answered_again_takesThePlaceOfTheFirst() {
    Score score = new Score(message(50), List.of()).answered(new Hdrb(1, 10));
    assertThat(score.answered(new Hdrb(1, 90)).points()).isGreaterThan(score.points());
    assertThat(score.answered(Calls.UNANSWERED)).isEqualTo(new Score(message(50), List.of()));
  }

  @Test
  void score_thatCannotBe_isRefused() {
    assertThatThrownBy(() -> factor(Part.MARKET, 100.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> factor(Part.MARKET, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    Factor market = factor(Part.MARKET, 1);
    assertThatThrownBy(() -> new Score(NOTHING, List.of(market, market)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Score(NOTHING, List.of(factor(Part.HDRB, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void row_ofWhatWasThought_readsBack() {
    Scored once = Scored.of(NOON, whole(40), new Chance.Told(0.44, 0.47));
    Scored twice =
        Scored.of(NOON, new Score(message(3), List.of()), new Chance.Withheld())
            .again(NOON.plusSeconds(60), whole(70))
            .again(NOON.plusSeconds(90), whole(75));
    assertThat(Scored.ofBytes(once.toBytes())).isEqualTo(once);
    assertThat(Scored.ofBytes(twice.toBytes())).isEqualTo(twice);
    assertThat(twice.again()).isEqualTo(2);
    assertThat(twice.first().score().points()).isCloseTo(3, within(1e-9));
    assertThat(twice.latest().score()).isEqualTo(whole(75));
  }
}
