package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.message.Engagement;
import io.assay.core.reading.Importance.Factor;
import io.assay.core.reading.Importance.Hdrb;
import io.assay.core.reading.Importance.Part;
import io.assay.core.reading.Importance.Spoken;
import io.assay.core.terms.Terms;
import io.assay.core.text.Folded;
import io.assay.core.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportanceTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-9);
  private static final Hdrb UNANSWERED = Hdrb.of(Engagement.NONE, 10);

  private static Terms terms(String text) {
    Folded folded = Folded.of(text);
    return Terms.of(folded, Words.of(folded));
  }

  private static Spoken spoken(String text, Duration age) {
    return new Spoken(MessageClass.CALL, 0.8, terms(text), age);
  }

  private static double points(Importance importance, Part part) {
    return importance.factors().stream()
        .filter(factor -> factor.part() == part)
        .findFirst()
        .orElseThrow()
        .points();
  }

  @Test
  void hdrb_ofAllCounts_isTheirWeightedSum() {
    assertThat(Hdrb.of(new Engagement(500, 10, 20, 30), 100)).isEqualTo(new Hdrb(65, 65));
  }

  @ParameterizedTest
  @CsvSource({"10,-1,-1,35", "-1,20,-1,70", "-1,-1,4,14", "10,5,-1,23.333333333333336"})
  void hdrb_ofSomeCounts_takesTheOthersToBeAlike(
      long forwards, long reactions, long replies, double raw) {
    Hdrb hdrb = Hdrb.of(new Engagement(-1, forwards, reactions, replies), Double.NaN);
    assertThat(hdrb.raw()).isCloseTo(raw, EXACT);
  }

  @Test
  void hdrb_ofNoCount_isMissingAndNotZero() {
    assertThat(UNANSWERED.raw()).isNaN();
    assertThat(UNANSWERED.isMissing()).isTrue();
    assertThat(Hdrb.of(new Engagement(9, 0, 0, 0), 10)).isEqualTo(new Hdrb(0, 0));
  }

  @Test
  void hdrb_withoutWhatIsUsual_hasNoPoints() {
    assertThat(Hdrb.of(new Engagement(1, 2, 3, 4), Double.NaN).isMissing()).isTrue();
    assertThat(Hdrb.of(new Engagement(1, 2, 3, 4), 0).points()).isEqualTo(100);
    assertThat(Hdrb.of(new Engagement(1, 0, 0, 0), 0).points()).isZero();
  }

  @Test
  void hdrb_beyondWhatIsUsual_isAHundred() {
    assertThat(Hdrb.of(new Engagement(1, 500, 0, 0), 100).points()).isEqualTo(100);
  }

  @Test
  void of_allFactors_weighsThem() {
    Importance importance =
        Importance.of(
            spoken("Long now at 5, TP 6, SL 4", Duration.ZERO),
            Hdrb.of(new Engagement(1, 50, 0, 0), 100));
    assertThat(importance.factors()).hasSize(4);
    assertThat(importance.score()).isCloseTo(0.25 * 80 + 20 + 15 + 0.4 * 50, EXACT);
  }

  @Test
  void of_whatIsNotKnown_leavesTheWeightToTheRest() {
    Importance importance = Importance.of(spoken("Buy at 5", Duration.ZERO), UNANSWERED);
    assertThat(importance.factors())
        .extracting(Factor::part)
        .containsExactly(Part.RELEVANCE, Part.STRENGTH);
    assertThat(importance.score()).isCloseTo((25 * 80 + 20 * 50) / 45.0, EXACT);
  }

  @Test
  void of_strength_isTheShareOfTermsStated() {
    Importance importance = Importance.of(spoken("targets 5 6", Duration.ZERO), UNANSWERED);
    assertThat(points(importance, Part.STRENGTH)).isEqualTo(25);
    assertThat(importance.factors().get(1).evidence()).startsWith("1 of side");
  }

  @ParameterizedTest
  @CsvSource({
    "buy it right now,0,100",
    "buy tomorrow,0,50",
    "as of yesterday,0,20",
    "gm,60,50",
    "buy it right now,120,25"
  })
  void of_timing_countsNowAndHalvesByTheHour(String text, int minutes, double points) {
    Importance importance = Importance.of(spoken(text, Duration.ofMinutes(minutes)), UNANSWERED);
    assertThat(points(importance, Part.TIMING)).isCloseTo(points, EXACT);
  }

  @ParameterizedTest
  @EnumSource(MessageClass.class)
  void of_relevance_isHighestForACall(MessageClass kind) {
    Spoken spoken = new Spoken(kind, 1, Terms.NONE, Duration.ZERO);
    assertThat(points(Importance.of(spoken, UNANSWERED), Part.RELEVANCE))
        .isBetween(
            10.0,
            points(Importance.of(spoken("gm", Duration.ZERO), UNANSWERED), Part.RELEVANCE) / 0.8);
  }

  @Test
  void of_noAsset_isOfNoRelevance() {
    Spoken spoken = new Spoken(MessageClass.CALL, 0, Terms.NONE, Duration.ZERO);
    assertThat(points(Importance.of(spoken, UNANSWERED), Part.RELEVANCE)).isZero();
  }

  @Test
  void score_ofNothing_isMissing() {
    assertThat(new Importance(List.of()).score()).isNaN();
  }

  @Test
  void parts_makeUpAHundred() {
    assertThat(Stream.of(Part.values()).mapToInt(Part::weight).sum()).isEqualTo(100);
  }

  @Test
  void importance_thatCannotBe_isRefused() {
    Factor factor = new Factor(Part.TIMING, 5, "");
    assertThatThrownBy(() -> new Importance(List.of(factor, factor)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Factor(Part.TIMING, 101, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Spoken(MessageClass.CALL, Double.NaN, Terms.NONE, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
