package io.assay.core.output;

import io.assay.core.call.CallState;
import io.assay.core.reputation.Classic;
import io.assay.core.reputation.FairGame;
import io.assay.core.reputation.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Every channel as a row, best first. Returns are ratios of the stake after costs, growth is log
/// wealth a call of a bettor who stakes a tenth, times UTC; what is not known is empty.
public final class ChannelTable {
  private ChannelTable() {}

  /// Names of the columns.
  public static List<String> header() {
    List<String> names =
        new ArrayList<>(List.of("rank", "channel_id", "channel_name", "messages", "edits"));
    names.addAll(List.of("first_message_at", "last_message_at", "calls", "settled"));
    for (CallState state : CallState.values()) {
      names.add(state.name().toLowerCase(Locale.ROOT));
    }
    names.addAll(List.of("mature", "win_rate", "zero_edge", "median_return", "mean_return"));
    names.addAll(List.of("effective_n", "growth", "lower_bound", "upper_bound"));
    names.addAll(List.of("verdict", "makes_money", "missing_share"));
    names.addAll(List.of("reputation_score", "reputation_tier"));
    return List.copyOf(names);
  }

  /// The rows of a report.
  public static List<List<String>> rows(Report report) {
    return rows(Leaderboard.of(report), report.luck());
  }

  /// The rows of those channels, in their order, each with its rank.
  public static List<List<String>> rows(List<Leaderboard.Place> places, FairGame luck) {
    return places.stream().map(place -> row(place.rank(), place.channel(), luck)).toList();
  }

  private static List<String> row(int rank, TrackRecord channel, FairGame luck) {
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(rank));
    row.add(channel.account().channel().toString());
    row.add(channel.account().title());
    row.add(Long.toString(channel.account().counts().messages()));
    row.add(Long.toString(channel.account().edits()));
    row.add(Plain.time(channel.account().heard().first()));
    row.add(Plain.time(channel.account().heard().last()));
    row.add(Long.toString(channel.callsInAll()));
    row.add(Long.toString(channel.settled()));
    channel.calls().values().forEach(count -> row.add(Long.toString(count)));
    addReturns(channel.returns(), luck, row);
    addJudgement(channel.judgement(), row);
    row.add(channel.classic() instanceof Classic.Rated rated ? Plain.number(rated.score()) : "");
    row.add(channel.classic().tier().word());
    return row;
  }

  private static void addReturns(Returns returns, FairGame luck, List<String> row) {
    row.add(Long.toString(returns.n()));
    row.add(returns.isEmpty() ? "" : Plain.number(returns.winRate()));
    row.add(Plain.number(luck.winRate()));
    row.add(returns.isEmpty() ? "" : Plain.number(returns.median()));
    row.add(returns.isEmpty() ? "" : Plain.number(returns.mean()));
  }

  private static void addJudgement(TrackRecord.Judgement judgement, List<String> row) {
    switch (judgement) {
      case TrackRecord.Judgement.Made(Judged judged) -> {
        row.add(Plain.number(judged.sample().nEff()));
        row.add(Plain.number(judged.growth().mean()));
        row.add(Plain.number(judged.growth().lower()));
        row.add(Plain.number(judged.growth().upper()));
        row.add(judged.verdict().name());
        row.add(judged.makesMoney() ? "yes" : "no");
        row.add(Plain.number(judged.sample().missingShare()));
      }
      case TrackRecord.Judgement.TooEarly() ->
          row.addAll(List.of("", "", "", "", "UNPROVEN", "no", ""));
    }
  }
}
