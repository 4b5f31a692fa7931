package io.assay.core.flow;

import static io.assay.core.flow.AfterScene.at;
import static io.assay.core.flow.AfterScene.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.Command;
import io.assay.core.ledger.Leaf;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Table;
import io.assay.core.message.Engagement;
import io.assay.core.output.Calibration;
import io.assay.core.output.Report;
import io.assay.core.reading.Importance;
import io.assay.core.reputation.Classic;
import io.assay.core.reputation.FairGame;
import io.assay.core.score.Chance;
import io.assay.core.score.Chances;
import io.assay.core.score.Experience;
import io.assay.core.score.Form;
import io.assay.core.score.Ripening;
import io.assay.core.score.Score;
import io.assay.core.score.Score.Factor;
import io.assay.core.score.Score.Part;
import io.assay.core.score.Scored;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// How a call is scored when it opens, by what is known then, and again when more is.
class ScoringTest {
  private static final int FIRST_AFTER = 180; // 45 days after the first

  private static final double LUCK = FairGame.of(CallRules.DEFAULT.cost()).winRate();

  private final AfterScene scene = new AfterScene();

  private static double win(Scored scored) {
    return scored.chance() instanceof Chance.Told(double win, _) ? win : Double.NaN;
  }

  private Form form() {
    byte[] key = new CanonWriter().fixed64(LiveScene.CHANNEL.value()).toBytes();
    return Form.ofBytes(
        Objects.requireNonNull(scene.books.ledger().find(Table.FORMS, key), "a form"));
  }

  @Test
  void open_theFirstCall_isScoredByItsMessageAlone() {
    scene.calls(1, 1);
    Scored scored = scene.scored(1);
    assertThat(scored.first().score().factors())
        .extracting(Factor::part)
        .containsExactly(Part.HDRB);
    assertThat(scored.first().score().message().factors())
        .extracting(Importance.Factor::part)
        .containsExactly(
            Importance.Part.RELEVANCE, Importance.Part.STRENGTH, Importance.Part.TIMING);
    assertThat(scored.first().at()).isEqualTo(at(1));
    assertThat(win(scored)).isCloseTo(LUCK, within(1e-12));
  }

  @Test
  void open_afterManyCalls_knowsTheChannelAsItWasThen() {
    scene.calls(1, 30);
    scene.calls(FIRST_AFTER, FIRST_AFTER);
    Score score = scene.scored(FIRST_AFTER).first().score();
    assertThat(score.factors()).extracting(Factor::part).contains(Part.HDRB, Part.REPUTATION);
    Factor reputation =
        score.factors().stream()
            .filter(it -> it.part() == Part.REPUTATION)
            .findFirst()
            .orElseThrow();
    Classic classic =
        Report.of(scene.books.ledger(), CallFlow.VERSION).channels().getFirst().classic();
    assertThat(classic).isInstanceOf(Classic.Rated.class);
    assertThat(reputation.points())
        .as("what the report of that instant says, to half an hour of holding time")
        .isCloseTo(classic instanceof Classic.Rated rated ? rated.score() : -1, within(0.02));
    assertThat(reputation.evidence()).contains("of 30 settled calls");
    assertThat(win(scene.scored(FIRST_AFTER))).as("ten of thirty have won").isBetween(0.34, 0.46);
  }

  @Test
  void open_countsNothingThatWasNotMatureYet() {
    scene.calls(1, 20);
    scene.hear(List.of(scene.calling(21)));
    assertThat(win(scene.scored(21)))
        .as("outcomes are known after twenty hours, and count after seven days")
        .isCloseTo(LUCK, within(1e-12));
    assertThat(form().wins().ripe().all().calls()).isZero();
    assertThat(form().wins().green()).isNotEmpty();
  }

  @Test
  void learn_theMarket_scoresAgainAndKeepsTheFirst() {
    scene.calls(1, 1);
    scene.books.transact(() -> {
      Drawers drawers = new Drawers(scene.books.ledger(), CallFlow.VERSION);
      Scoring scoring = new Scoring(drawers);
      drawers.begin(at(2));
      scoring.learn(id(1), Factor.ofRisk(70, "micro, liquidity 2 %"), at(2));
      scoring.learn(id(1), Factor.ofRisk(70, "micro, liquidity 2 %"), at(3));
      scoring.learn(id(99), Factor.ofRisk(70, "nobody's"), at(2));
      drawers.save();
    });
    Scored scored = scene.scored(1);
    assertThat(scored.again()).as("the same again is no news").isEqualTo(1);
    assertThat(scored.first().score().context()).isEmpty();
    assertThat(scored.latest().at()).isEqualTo(at(2));
    assertThat(scored.latest().score().context())
        .containsExactly(new Factor(Part.MARKET, 30, "micro, liquidity 2 %"));
    double message = scored.first().score().points();
    assertThat(scored.latest().score().points())
        .isCloseTo((35 * message + 25 * 30) / 60, within(1e-9));
  }

  @Test
  void open_aBackfilledCall_isScoredWithoutHindsight() {
    scene.calls(1, 30);
    scene.answerUntil(at(FIRST_AFTER));
    scene.live.hear(List.of(scene.backfilled(40, at(FIRST_AFTER), Engagement.NONE)));
    Scored scored = scene.scored(40);
    assertThat(scored.chance()).isEqualTo(new Chance.Withheld());
    assertThat(scored.first().score().context()).isEmpty();
  }

  @Test
  void score_isTheConfidenceOfTheClassicComposite() {
    scene.calls(1, 12);
    scene.answerUntil(LiveScene.END);
    double confidence = form().sums().confidence() / 1e9 / form().sums().scored();
    assertThat(form().sums().scored()).isEqualTo(12);
    double mean = 0;
    for (int id = 1; id <= 12; id++) {
      mean += scene.scored(id).first().score().confidence() / 12;
    }
    assertThat(confidence).isCloseTo(mean, within(1e-8));
  }

  /// A ledger of what had been heard by a call knows as much of it as one of everything.
  @Test
  void score_ofACall_isTheSameWhateverCameLater() {
    scene.calls(1, 30);
    scene.calls(FIRST_AFTER, FIRST_AFTER);
    MemoryBooks early = new MemoryBooks();
    early.transact(() -> {
      scene.books.archive().read((name, bytes) -> early.archive().keep(name, bytes));
      scene
          .books
          .journal()
          .read(block -> early.journal().append(block.entries().stream().map(Leaf::of).toList()));
    });
    scene.calls(FIRST_AFTER + 1, FIRST_AFTER + 9);
    scene.answerUntil(LiveScene.END.plus(Duration.ofDays(60)));
    LiveScene.catchUp(new Live(early, LiveScene.LIMITS));
    byte[] then = early.ledger().find(Table.SCORES, id(FIRST_AFTER).toBytes());
    assertThat(Scored.ofBytes(Objects.requireNonNull(then))).isEqualTo(scene.scored(FIRST_AFTER));
  }

  @Test
  void calibration_ofTheLedger_isOfMatureCallsThatCount() {
    scene.calls(1, 30);
    scene.answerUntil(LiveScene.END);
    scene.live.pass(LiveScene.END);
    Calibration calibration = Calibration.of(scene.books.ledger());
    assertThat(calibration.all().n()).isEqualTo(30);
    assertThat(calibration.all().baseRate()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(calibration.channels()).containsOnlyKeys(LiveScene.CHANNEL);
    assertThat(calibration.channels().get(LiveScene.CHANNEL)).isEqualTo(calibration.all());
    scene.live.order(LiveScene.END, new Command.CallVoided(id(3), "misread"));
    assertThat(Calibration.of(scene.books.ledger()).all().n()).isEqualTo(29);
  }

  @Test
  void bins_teachWhatTheirCallsCameTo() {
    scene.calls(1, 30);
    scene.answerUntil(LiveScene.END);
    int bin = Chances.bin(scene.scored(1).first().score().points());
    byte[] row =
        scene.books.ledger().find(Table.CHANCES, "all".getBytes(StandardCharsets.US_ASCII));
    var wins = Experience.ofBytes(Objects.requireNonNull(row)).tenths().asOf(Long.MAX_VALUE);
    assertThat(wins.all())
        .extracting(Ripening.Wins.Count::calls, Ripening.Wins.Count::wins)
        .containsExactly(30L, 10L);
    assertThat(wins.in(bin).calls()).isPositive();
  }
}
