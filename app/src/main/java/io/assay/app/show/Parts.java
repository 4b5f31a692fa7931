package io.assay.app.show;

import io.assay.app.record.BooksView;
import io.assay.app.record.CallsAnswer;
import io.assay.app.record.Titles;
import io.assay.core.asset.Asset;
import io.assay.core.call.Call;
import io.assay.core.flow.CallFlow;
import io.assay.core.message.ChannelId;
import io.assay.core.output.CallSearch;
import io.assay.core.output.Distribution;
import io.assay.core.output.Leaderboard;
import io.assay.core.output.Report;
import io.assay.core.output.Trail;
import io.assay.core.output.Trust;
import java.util.List;

/// Which parts are shown of what: the one place that puts them together.
public final class Parts {
  private static final int LAST_CALLS = 10;
  private static final int MOST_CALLS = 1_000_000;

  private Parts() {}

  /// A call, from what was said to what it came to.
  public static Shown of(Call call, BooksView view, Titles titles) {
    return new Shown(
        "call",
        List.of(
            new ClaimPart(call, view, titles),
            new WordsPart(Trail.of(view.journal(), call.id().opener(), view.until())),
            new ScorePart(call.id(), view.ledger()),
            new MarketPart(call, view.standing().rules()),
            new EntryPart(call),
            new CheckpointsPart(call, view.standing().rules()),
            new ExitsPart(call),
            new ExtremesPart(call, view.standing().rules()),
            new OriginPart(call)));
  }

  /// A channel: its record, how its returns are spread, its last calls.
  public static Shown of(ChannelId channel, BooksView view, Titles titles) {
    Report report = Report.of(view.ledger(), CallFlow.VERSION);
    Leaderboard.Place place =
        Leaderboard.of(report).stream()
            .filter(one -> one.channel().account().channel().equals(channel))
            .findFirst()
            .orElseThrow();
    CallSearch.Found all = calls(channel, MOST_CALLS, view);
    Distribution spread =
        Distribution.of(all.calls(), view.standing().rules(), view.standing().clock());
    var last = new CallsAnswer(calls(channel, LAST_CALLS, view), titles, view);
    return new Shown(
        "channel",
        List.of(
            new RecordPart(place, report),
            new SpreadPart(spread),
            new TrustPart(channel, Trust.of(view.ledger(), report)),
            new LineagePart(channel, view.ledger(), titles),
            new CallsPart("lastCalls", "last calls", last)));
  }

  private static CallSearch.Found calls(ChannelId channel, int limit, BooksView view) {
    return new CallSearch(call -> call.channel().equals(channel), CallSearch.Order.NEWEST, limit)
        .in(view.ledger(), view.standing());
  }

  /// An asset: who called it, when, and with what.
  public static Shown of(Asset asset, BooksView view, Titles titles) {
    CallSearch.Found found =
        new CallSearch(
                call -> call.claim().asset().id().equals(asset.id()),
                CallSearch.Order.OLDEST,
                MOST_CALLS)
            .in(view.ledger(), view.standing());
    return new Shown(
        "asset",
        List.of(
            new AssetPart(asset, found.calls(), view),
            new CallsPart("calls", "calls, oldest first", new CallsAnswer(found, titles, view))));
  }
}
