package io.assay.core.flow;

import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.market.Risk;
import io.assay.core.message.Engagement;
import io.assay.core.message.EventKind;
import io.assay.core.message.Evidence;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.price.Facts;
import io.assay.core.price.MarketSeen;
import io.assay.core.reading.Importance;
import io.assay.core.reading.Importance.Hdrb;
import io.assay.core.reputation.FairGame;
import io.assay.core.score.Aftermath;
import io.assay.core.score.Chance;
import io.assay.core.score.Chances;
import io.assay.core.score.Form;
import io.assay.core.score.Habit;
import io.assay.core.score.Score;
import io.assay.core.score.Scored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Scores calls when they open, and again when more becomes known of them; and keeps what becomes
/// of messages after they were posted.
final class Scoring {
  private final Drawers drawers;

  Scoring(Drawers drawers) {
    this.drawers = drawers;
  }

  /// Gives a call that opens its first score and its chance, by what the ledger knows of its
  /// channel. A backfilled call has the score of its message alone and no chance: the ledger knows
  /// its channel by now from what came after it.
  void open(Call call, Importance message) {
    Instant now = drawers.standing().clock();
    if (call.claim().evidence() == Evidence.BACKFILL) {
      Score score = new Score(message, List.of());
      drawers.scores.put(call.id(), Scored.of(now, score, new Chance.Withheld()));
    } else {
      Form form = drawers.form(call.channel());
      Score score = new Score(message, form.factors());
      drawers.scores.put(call.id(), Scored.of(now, score, chance(form, score)));
    }
  }

  private Chance chance(Form form, Score score) {
    if (score.isMissing()) {
      return new Chance.Withheld();
    }
    double fair = FairGame.of(drawers.standing().rules().cost()).winRate();
    int bin = Chances.bin(score.points());
    return Chances.of(fair, drawers.experience(), form.wins(), drawers.today(), bin);
  }

  /// Scores a call again, now that its market at the call is known.
  void learn(Call call, Instant at) {
    MarketSeen market = call.track().market();
    OptionalDouble untold = OptionalDouble.empty();
    Facts facts =
        new Facts(
            "",
            "",
            market.liquidityUsd(),
            market.marketCapUsd(),
            untold,
            market.volumeUsd(),
            untold,
            null);
    Risk risk = Risk.of(facts, null);
    if (risk.score().isPresent()) {
      String evidence =
          risk.parts().stream()
              .filter(part -> part.risk().isPresent())
              .map(Risk.Part::evidence)
              .collect(Collectors.joining("; "));
      learn(call.id(), Score.Factor.ofRisk(risk.score().getAsDouble(), evidence), at);
    }
  }

  /// Scores a call again, now that a factor is known.
  void learn(CallId id, Score.Factor known, Instant at) {
    Scored scored = drawers.scores.find(id);
    if (scored != null) {
      again(id, scored, scored.latest().score().with(known), at);
    }
  }

  private void again(CallId id, Scored scored, Score score, Instant at) {
    if (!score.equals(scored.latest().score())) {
      Scored later = scored.again(at, score);
      drawers.scores.put(id, later);
      drawers.note(new Change(id, Change.Kind.SCORED, (int) later.again(), at));
    }
  }

  /// Notes that a message is gone.
  ///
  /// @return false if that was known
  boolean delete(MessageEvent event) {
    Aftermath before = aftermath(event.ref());
    if (before.isDeleted()) {
      return false;
    }
    Instant at = event.timing().receivedAt();
    drawers.messages.put(event.ref(), before.deleted(at));
    for (CallId id : drawers.calls(CallId.prefix(event.ref()))) {
      drawers.note(new Change(id, Change.Kind.DELETED, 0, at));
    }
    return true;
  }

  /// Takes what an event tells of how readers answered its message.
  ///
  /// A post that is heard live tells of its first seconds, which say nothing. One that is
  /// backfilled tells how it stands when it is heard. The counts of an export are those of the day
  /// on which it was made, which no message tells and which is after everything that the export is
  /// judged by: they are kept in the journal, and used for nothing.
  void answer(MessageEvent event) {
    boolean looked = event.kind() == EventKind.ENGAGEMENT;
    if (looked || event.timing().evidence() == Evidence.BACKFILL) {
      Instant at = looked ? event.at() : event.timing().receivedAt();
      Instant known = event.timing().receivedAt();
      sample(
          event.ref(),
          new Aftermath.Sample(at, event.timing().sentAt(), event.engagement()),
          known);
    }
  }

  private void sample(MessageRef message, Aftermath.Sample sample, Instant known) {
    Aftermath before = aftermath(message);
    Aftermath.Sample last = before.latest();
    if (sample.counts().equals(Engagement.NONE) || !sample.at().isAfter(last.at())) {
      return;
    }
    double usual = usual(message, sample.at()); // as it was before this message was looked at
    Instant postedAt = last.isMissing() ? sample.postedAt() : last.postedAt();
    Habit.Key week = new Habit.Key(message.chat(), Habit.week(postedAt));
    Habit habit = habit(week);
    double lastRaw = raw(last.counts());
    double raw = raw(sample.counts());
    habit = Double.isNaN(lastRaw) ? habit : habit.minus(lastRaw);
    drawers.habits.put(week, Double.isNaN(raw) ? habit : habit.plus(raw));
    drawers.messages.put(
        message, before.sampled(new Aftermath.Sample(sample.at(), postedAt, sample.counts())));
    Hdrb hdrb = Hdrb.of(sample.counts(), usual);
    if (!hdrb.isMissing()) {
      scoreAgain(message, hdrb, known);
    }
  }

  private void scoreAgain(MessageRef message, Hdrb hdrb, Instant known) {
    for (CallId id : drawers.calls(CallId.prefix(message))) {
      Scored scored = drawers.scores.find(id);
      if (scored != null) {
        again(id, scored, scored.latest().score().answered(hdrb), known);
      }
    }
  }

  private static double raw(Engagement counts) {
    return Hdrb.of(counts, Double.NaN).raw();
  }

  private double usual(MessageRef message, Instant at) {
    List<Habit> weeks = new ArrayList<>();
    for (long week = Habit.firstWeek(at); week <= Habit.week(at); week++) {
      weeks.add(habit(new Habit.Key(message.chat(), week)));
    }
    return Habit.usual(weeks);
  }

  private Habit habit(Habit.Key week) {
    Habit known = drawers.habits.find(week);
    return known != null ? known : Habit.NONE;
  }

  private Aftermath aftermath(MessageRef message) {
    Aftermath known = drawers.messages.find(message);
    return known != null ? known : Aftermath.NONE;
  }
}
