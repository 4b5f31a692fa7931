package io.assay.app.show;

import io.assay.app.record.ChannelsAnswer;
import io.assay.app.record.Figures;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.output.Leaderboard;
import io.assay.core.output.Report;
import io.assay.core.output.Returns;
import io.assay.core.output.TrackRecord;
import io.assay.core.reputation.Classic;
import io.assay.core.reputation.Judged;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A channel's track record.
record RecordPart(Leaderboard.Place place, Report report) implements Part {
  @Override
  public void print(Page page) {
    TrackRecord channel = place.channel();
    ChannelAccount account = channel.account();
    String title = account.title();
    page.title("channel " + account.channel() + (title.isEmpty() ? "" : "  " + title));
    page.field("as of", report.standing().clock().toString());
    page.field(
        "heard",
        "%s, %s, %s … %s"
            .formatted(
                Figures.count(account.counts().messages(), "message"),
                Figures.count(account.edits(), "edit"),
                Figures.minute(account.heard().first()),
                Figures.minute(account.heard().last())));
    page.field("calls", Figures.count(channel.callsInAll()) + ": " + states(channel));
    printReturns(channel.returns(), page);
    switch (channel.judgement()) {
      case TrackRecord.Judgement.Made(Judged judged) -> print(judged, page);
      case TrackRecord.Judgement.TooEarly() -> page.field("verdict", "UNPROVEN: no call is mature");
    }
    page.field(
        "classic",
        channel.classic() instanceof Classic.Rated rated
            ? String.format(Locale.ROOT, "%.0f, %s", rated.score(), rated.tier().word())
            : channel.classic().tier().word());
  }

  private static String states(TrackRecord channel) {
    return channel.calls().entrySet().stream()
        .map(state -> Figures.count(state.getValue()) + " " + Figures.word(state.getKey()))
        .collect(Collectors.joining(", "));
  }

  private void printReturns(Returns returns, Page page) {
    if (returns.isEmpty()) {
      page.field("win", "no call is mature and priced");
      return;
    }
    String luck = Figures.share(report.luck().winRate());
    page.field(
        "win",
        "%s of %s; luck alone %s"
            .formatted(
                Figures.share(returns.winRate()), Figures.count(returns.n(), "mature call"), luck));
    page.field(
        "return",
        "median %s, mean %s"
            .formatted(Figures.gain(returns.median()), Figures.gain(returns.mean())));
  }

  private void print(Judged judged, Page page) {
    page.field(
        "growth/call",
        "%s: %s"
            .formatted(
                Figures.growth(judged.growth()),
                judged.makesMoney() ? "surely a gain" : "not surely a gain"));
    page.field(
        "rank", "%d of %d by its lower end".formatted(place.rank(), report.channels().size()));
    String words =
        switch (judged.verdict()) {
          case BETTER -> "BETTER than luck";
          case WORSE -> "WORSE than luck";
          case LUCK -> "LUCK: cannot be told from it";
          case UNPROVEN -> "UNPROVEN: evidence of fewer than ten recent calls";
        };
    page.field("verdict", words);
    page.field(
        "rests on",
        String.format(
            Locale.ROOT,
            "%.1f calls of today's worth (eff. n); %s of its calls nobody could price",
            judged.sample().nEff(),
            Figures.share(judged.sample().missingShare())));
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    json.put("asOf", report.standing().clock().toString());
    json.putAll(ChannelsAnswer.fields(place, report));
  }
}
