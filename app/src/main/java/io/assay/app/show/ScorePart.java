package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.core.call.CallId;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.score.Chance;
import io.assay.core.score.Score;
import io.assay.core.score.Scored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the call was thought worth when it was made: every factor with its evidence, and the chance
/// that it wins.
record ScorePart(CallId call, Ledger ledger) implements Part {
  @Override
  public void print(Page page) {
    Scored scored = scored();
    page.title("score when it was made");
    if (scored == null || scored.first().score().isMissing()) {
      page.line("none: nothing was known");
      return;
    }
    Score first = scored.first().score();
    page.field("score", points(first.points()) + " of 100, over what was known");
    if (scored.chance() instanceof Chance.Told(double win, double alike)) {
      String others = "; " + Figures.share(alike) + " for calls that score like it";
      page.field("chance", Figures.share(win) + " to make +50 % before −50 %" + others);
    } else {
      page.field("chance", "withheld: it would be hindsight");
    }
    for (Score.Part part : Score.Part.values()) {
      page.field(part.word(), part.weight() + " %: " + words(known(first, part)));
    }
    if (scored.again() > 0) {
      Scored.Rating latest = scored.latest();
      page.field("later", points(latest.score().points()) + ", known at " + latest.at());
    }
  }

  private static String words(Optional<Score.Factor> known) {
    return known
        .map(factor -> points(factor.points()) + ", " + factor.evidence())
        .orElse("not known then, so not counted");
  }

  private static Optional<Score.Factor> known(Score score, Score.Part part) {
    return score.factors().stream().filter(it -> it.part() == part).findFirst();
  }

  private static String points(double points) {
    return String.format(Locale.ROOT, "%.0f", points);
  }

  private @Nullable Scored scored() {
    byte[] row = ledger.find(Table.SCORES, call.toBytes());
    return row == null ? null : Scored.ofBytes(row);
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    Scored scored = scored();
    if (scored == null) {
      json.put("score", null);
      return;
    }
    Score first = scored.first().score();
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("points", Figures.number(first.points()));
    one.put("at", scored.first().at().toString());
    one.put("chance", scored.chance() instanceof Chance.Told(double win, _) ? win : null);
    List<Map<String, @Nullable Object>> factors = new ArrayList<>();
    for (Score.Part part : Score.Part.values()) {
      Map<String, @Nullable Object> factor = new LinkedHashMap<>();
      Optional<Score.Factor> known = known(first, part);
      factor.put("factor", part.word());
      factor.put("weight", part.weight());
      factor.put("points", known.map(Score.Factor::points).orElse(null));
      factor.put("evidence", known.map(Score.Factor::evidence).orElse(null));
      factors.add(factor);
    }
    one.put("factors", factors);
    one.put("later", scored.again() > 0 ? Figures.number(scored.latest().score().points()) : null);
    json.put("score", one);
  }
}
