package io.assay.core.output;

import io.assay.core.call.Call;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.score.Aftermath;
import io.assay.core.score.Chance;
import io.assay.core.score.Score;
import io.assay.core.score.Scored;
import io.assay.core.score.Voided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The columns of a call that say how it was scored when it was made and since, whether its message
/// is gone, and why it is void if it is. Scores 0 to 100, a chance is a probability.
record ScoreColumns(Ledger ledger) {
  static List<String> header() {
    List<String> names = new ArrayList<>(List.of("score", "chance"));
    for (Score.Part part : Score.Part.values()) {
      names.add("score_" + part.word());
    }
    names.addAll(List.of("score_later", "deleted_at", "void"));
    return names;
  }

  void add(Call call, List<String> row) {
    byte[] key = call.id().toBytes();
    byte[] score = ledger.find(Table.SCORES, key);
    if (score == null) {
      row.addAll(List.of("", "", "", "", "", "", ""));
    } else {
      add(Scored.ofBytes(score), row);
    }
    byte[] message = ledger.find(Table.MESSAGES, Aftermath.key(call.id().opener()));
    Instant gone = message == null ? Instant.MAX : Aftermath.ofBytes(message).deletedAt();
    row.add(gone.equals(Instant.MAX) ? "" : Plain.time(gone));
    byte[] voided = ledger.find(Table.VOIDS, key);
    row.add(voided == null ? "" : Voided.ofBytes(voided).reason());
  }

  private static void add(Scored scored, List<String> row) {
    Score first = scored.first().score();
    row.add(number(first.points()));
    row.add(scored.chance() instanceof Chance.Told(double win, _) ? Plain.number(win) : "");
    for (Score.Part part : Score.Part.values()) {
      row.add(
          first.factors().stream()
              .filter(factor -> factor.part() == part)
              .findFirst()
              .map(factor -> number(factor.points()))
              .orElse(""));
    }
    row.add(scored.again() == 0 ? "" : number(scored.latest().score().points()));
  }

  private static String number(double points) {
    return Double.isNaN(points) ? "" : Plain.number(points);
  }
}
