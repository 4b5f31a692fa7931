package io.assay.core.flow;

import io.assay.core.asset.Asset;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.call.EpisodeKey;
import io.assay.core.call.Plan;
import io.assay.core.call.Schedule;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.RecordedAnswer;
import io.assay.core.ledger.Result;
import io.assay.core.ledger.Want;
import io.assay.core.ledger.WantId;
import io.assay.core.lineage.Telling;
import io.assay.core.lineage.Topic;
import io.assay.core.lineage.Tracing;
import io.assay.core.message.Engagement;
import io.assay.core.message.EventKind;
import io.assay.core.message.MessageEvent;
import io.assay.core.price.Question;
import io.assay.core.reading.Importance;
import io.assay.core.reading.Importance.Hdrb;
import io.assay.core.reading.Importance.Spoken;
import io.assay.core.reading.MessageClass;
import io.assay.core.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens calls: is it one? which assets? is there an episode already?
final class Opening {
  private static final Duration EPISODE = Duration.ofDays(30);

  private final Drawers drawers;
  private final Tallying tallying;
  private final Scoring scoring;

  Opening(Drawers drawers, Tallying tallying, Scoring scoring) {
    this.drawers = drawers;
    this.tallying = tallying;
    this.scoring = scoring;
  }

  /// What a read message comes to.
  Result open(MessageEvent event, Reading reading, TokenDirectory directory) {
    if (reading.kind() != MessageClass.CALL && reading.kind() != MessageClass.PUMP) {
      return new Result.Ignored(reading.kind().word());
    }
    return switch (Resolution.of(reading, directory)) {
      case Resolution.None(String reason) -> new Result.Ignored(reason);
      case Resolution.Assets about -> openAll(event, reading, about);
    };
  }

  private Result openAll(MessageEvent event, Reading reading, Resolution.Assets about) {
    List<Asset> assets = about.assets();
    Telling telling = Telling.of(event.content());
    List<CallId> opened = new ArrayList<>();
    List<Deferral.Pending> waiting = new ArrayList<>();
    Importance message = importance(event, reading);
    for (int i = 0; i < assets.size(); i++) {
      CallId id = new CallId(event.ref(), revision(event), i);
      Call.Claim claim = claim(event, reading, assets.get(i));
      Question which = which(claim.asset(), about.pools());
      if (which != null) {
        waiting.add(new Deferral.Pending(id, claim, message));
        drawers.tracing.await(id, telling);
        drawers.ask(new Want(new WantId(id, WantId.ASSET), which, claim.at()));
      } else if (begin(id, claim, message, telling)) {
        opened.add(id);
      }
    }
    boolean allWait = waiting.size() == assets.size();
    Result other = opened.isEmpty() ? new Result.Repeated() : new Result.Opened(opened);
    Result result = allWait ? new Result.Deferred() : other;
    if (!waiting.isEmpty()) {
      drawers.deferrals.put(first(event), new Deferral(result, waiting));
    }
    return result;
  }

  /// What must be asked before it is known what is called; null where that is known.
  private static @Nullable Question which(Asset asset, boolean pool) {
    if (!(asset instanceof Asset.Token token)) {
      return null;
    }
    if (pool) {
      return new Question.TokenOf(token);
    }
    return token.isChainUnknown() ? new Question.ChainOf(token) : null;
  }

  /// Settles one asset of a message that waited to learn which it is.
  Folded settle(WantId want, RecordedAnswer answer, Instant at) {
    CallId message = Drawers.first(want.call());
    Deferral deferral = drawers.deferrals.find(message);
    if (deferral == null) {
      return new Folded.Nothing();
    }
    List<Deferral.Pending> rest = new ArrayList<>();
    Result best = deferral.best();
    for (Deferral.Pending pending : deferral.claims()) {
      if (pending.id().equals(want.call())) {
        best = Deferral.better(best, settle(pending, answer, at));
      } else {
        rest.add(pending);
      }
    }
    keep(message, new Deferral(best, rest));
    return recount(message, deferral.best(), best);
  }

  private void keep(CallId key, Deferral left) {
    if (left.claims().isEmpty()) {
      drawers.deferrals.remove(key);
    } else {
      drawers.deferrals.put(key, left);
    }
  }

  private Folded recount(CallId message, Result before, Result after) {
    if (before.getClass() == after.getClass()) {
      return new Folded.Nothing();
    }
    ChannelAccount account = drawers.account(message.opener().chat());
    drawers.channels.put(account.channel(), account.recounted(before, after));
    return new Folded.Recounted(message, before, after);
  }

  private Result settle(Deferral.Pending pending, RecordedAnswer answer, Instant at) {
    Call.Claim claim = pending.claim().of(found(pending.claim().asset(), answer));
    Telling telling = drawers.tracing.settled(pending.id());
    boolean opened = begin(pending.id(), claim, pending.message(), telling);
    if (opened && claim.asset() instanceof Asset.Token token && token.isChainUnknown()) {
      String cause = answer instanceof RecordedAnswer.NoAnswer(var why) ? why : "no chain told";
      giveUp(pending.id(), at, cause);
    }
    return result(pending.id(), opened);
  }

  /// What is called, as far as it is known now: a pool that nobody knows stands for its token.
  private static Asset found(Asset asked, RecordedAnswer answer) {
    return switch (answer) {
      case RecordedAnswer.ChainTold(var chain) when asked instanceof Asset.Token token ->
          new Asset.Token(chain, token.address());
      case RecordedAnswer.TokenTold(var token) -> token;
      case RecordedAnswer.ChainTold _,
          RecordedAnswer.CandlesCited _,
          RecordedAnswer.MarketTold _,
          RecordedAnswer.NoAnswer _ ->
          asked;
    };
  }

  private static Result result(CallId id, boolean opened) {
    return opened ? new Result.Opened(List.of(id)) : new Result.Repeated();
  }

  private void giveUp(CallId id, Instant at, String cause) {
    Call call = drawers.calls.find(id);
    if (call != null) {
      drawers.close(new WantId(id, call.stage()));
      drawers.close(new WantId(id, WantId.MARKET));
      Call over = call.unpriceable(at, cause);
      drawers.calls.put(id, over);
      tallying.learn(call, over, at);
      drawers.note(new Change(id, Change.Kind.STATE, 0, at));
    }
  }

  /// Opens a call, unless the channel has called the same thing already.
  private boolean begin(CallId id, Call.Claim claim, Importance message, Telling telling) {
    boolean opened = begin(id, claim, message);
    Instant now = drawers.standing().clock();
    var heard = new Tracing.Heard(id, Topic.of(claim), claim.at(), opened, now);
    for (Tracing.News news : drawers.tracing.hear(heard, telling)) {
      CallId echo = news.link().echo();
      drawers.note(new Change(echo, Change.Kind.ECHOED, news.ordinal(), now));
    }
    return opened;
  }

  private boolean begin(CallId id, Call.Claim claim, Importance message) {
    Call call = Call.opened(id, claim);
    EpisodeKey key = call.episode();
    CallId before = drawers.episodes.find(key);
    Call last = before == null ? null : drawers.calls.find(before);
    if (last != null && !isPast(last, claim.at())) {
      return false;
    }
    drawers.calls.put(id, call);
    drawers.episodes.put(key, id);
    scoring.open(call, message);
    ask(call);
    askMarket(call);
    drawers.note(new Change(id, Change.Kind.OPENED, 0, drawers.standing().clock()));
    return true;
  }

  /// Asks what the market is at the call. Nothing waits for that.
  private void askMarket(Call call) {
    Instant at = call.claim().at();
    Question market = new Question.MarketOf(call.claim().asset(), at);
    drawers.ask(new Want(new WantId(call.id(), WantId.MARKET), market, at));
  }

  /// Asks a call's next question.
  void ask(Call call) {
    var rules = drawers.standing().rules();
    WantId id = new WantId(call.id(), call.stage());
    drawers.ask(new Want(id, Schedule.question(call, rules), Schedule.due(call, rules)));
  }

  // A call that nobody could price ends its episode too: a later call of the same token may well be
  // priceable, and must not vanish behind it.
  private static boolean isPast(Call last, Instant at) {
    Duration since = Duration.between(last.claim().at(), at).abs();
    return last.state().isOver() && since.compareTo(EPISODE) >= 0;
  }

  private static long revision(MessageEvent event) {
    return event.kind() == EventKind.EDITED ? event.at().toEpochMilli() : 0;
  }

  /// Names one text of a message by its first call.
  static CallId first(MessageEvent event) {
    return new CallId(event.ref(), revision(event), 0);
  }

  private static Call.Claim claim(MessageEvent event, Reading reading, Asset asset) {
    boolean pump = reading.kind() == MessageClass.PUMP;
    var evidence = event.timing().evidence();
    Plan plan = Plan.of(reading.terms());
    return new Call.Claim(asset, reading.side(), event.at(), evidence, pump, plan);
  }

  /// What the message is worth before anybody has answered it.
  private static Importance importance(MessageEvent event, Reading reading) {
    Spoken spoken = new Spoken(reading.kind(), reading.certainty(), reading.terms(), age(event));
    return Importance.of(spoken, Hdrb.of(Engagement.NONE, Double.NaN));
  }

  private static Duration age(MessageEvent event) {
    Instant first = event.content().context().origin().sentAt();
    boolean older = !first.equals(Instant.EPOCH) && first.isBefore(event.at());
    return older ? Duration.between(first, event.at()) : Duration.ZERO;
  }
}
