package io.assay.app.screen;

import io.assay.core.call.CallState;
import io.assay.core.flow.Replay;
import io.assay.core.ledger.Counts;
import io.assay.core.output.Report;
import io.assay.core.output.TrackRecord;
import io.assay.core.reputation.Classic;
import io.assay.core.reputation.FairGame;
import io.assay.core.reputation.Judged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a replay came to, for people and for programs.
///
/// @param run what this run journaled
/// @param report how the ledger stands after it
/// @param flaws how many things were wrong in the input
public record ReplaySummary(Replay.Run run, Report report, long flaws, double seconds) {
  private static final int SHOWN_CHANNELS = 40;
  private static final List<String> COLUMNS =
      List.of(
          "channel",
          "calls",
          "settled",
          "win",
          "luck",
          "median",
          "mean",
          "growth/call",
          "verdict",
          "classic",
          "tier");

  /// One JSON object in one line.
  public String json() {
    Counts counts = run.counts();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("messages", counts.messages());
    all.put("opened", counts.opened());
    all.put("repeated", counts.repeated());
    all.put("ignored", counts.ignored());
    all.put("deferred", counts.deferred());
    all.put("failed", counts.failed());
    Map<String, Long> calls = new LinkedHashMap<>();
    for (CallState state : CallState.values()) {
      calls.put(state.name(), report.calls().getOrDefault(state, 0L));
    }
    all.put("calls", calls);
    all.put(
        "channels", report.channels().stream().map(one -> channel(one, report.luck())).toList());
    all.put("duplicates", run.duplicates());
    all.put("flaws", flaws);
    all.put("until", report.standing().clock().toString());
    all.put("seconds", Math.round(seconds * 1000) / 1000.0);
    return JsonMapper.shared().writeValueAsString(all);
  }

  /// What programs are told of a channel.
  ///
  /// @param luck what a coin toss would have given
  public static Map<String, @Nullable Object> channel(TrackRecord record, FairGame luck) {
    var returns = record.returns();
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("chat", record.account().channel().value());
    one.put("title", record.account().title());
    one.put("messages", record.account().counts().messages());
    one.put("calls", record.callsInAll());
    one.put("settled", record.settled());
    one.put("mature", returns.n());
    one.put("winRate", returns.isEmpty() ? null : returns.winRate());
    one.put("zeroEdge", luck.winRate());
    one.put("medianReturn", returns.isEmpty() ? null : returns.median());
    one.put("meanReturn", returns.isEmpty() ? null : returns.mean());
    putJudgement(record.judgement(), one);
    one.put("classic", record.classic() instanceof Classic.Rated rated ? rated.score() : null);
    one.put("tier", record.classic().tier().word());
    return one;
  }

  private static void putJudgement(
      TrackRecord.Judgement judgement, Map<String, @Nullable Object> one) {
    boolean made = judgement instanceof TrackRecord.Judgement.Made;
    Judged judged = made ? ((TrackRecord.Judgement.Made) judgement).judged() : null;
    one.put("effectiveN", judged == null ? 0 : judged.sample().nEff());
    one.put("lowerBound", judged == null ? null : judged.growth().lower());
    one.put("upperBound", judged == null ? null : judged.growth().upper());
    one.put("verdict", judged == null ? "UNPROVEN" : judged.verdict().name());
    one.put("makesMoney", judged != null && judged.makesMoney());
    one.put("missingShare", judged == null ? null : judged.sample().missingShare());
  }

  /// A table of the channels that called, and the counts under it.
  public String text() {
    TextTable table = new TextTable(COLUMNS);
    List<TrackRecord> callers =
        report.channels().stream().filter(channel -> channel.callsInAll() > 0).toList();
    callers.stream().limit(SHOWN_CHANNELS).forEach(channel -> table.add(row(channel)));
    StringBuilder text = new StringBuilder();
    if (callers.isEmpty()) {
      text.append("No channel called anything.\n");
    } else {
      text.append(table);
      int more = callers.size() - SHOWN_CHANNELS;
      text.append(more > 0 ? "… and " + more + " more channels (--out writes them all)\n" : "");
    }
    return text.append('\n').append(counts()).toString();
  }

  private List<String> row(TrackRecord channel) {
    var returns = channel.returns();
    String title = channel.account().title();
    List<String> row = new ArrayList<>();
    row.add(title.isBlank() ? channel.account().channel().toString() : title);
    row.add(Long.toString(channel.callsInAll()));
    row.add(Long.toString(channel.settled()));
    row.add(returns.isEmpty() ? "–" : percent(returns.winRate(), false));
    row.add(percent(report.luck().winRate(), false));
    row.add(returns.isEmpty() ? "–" : percent(returns.median(), true));
    row.add(returns.isEmpty() ? "–" : percent(returns.mean(), true));
    if (channel.judgement() instanceof TrackRecord.Judgement.Made(Judged judged)) {
      var growth = judged.growth().asPercent();
      row.add(String.format(Locale.ROOT, "%+.2f…%+.2f %%", growth.lower(), growth.upper()));
      row.add(judged.verdict().name() + (judged.makesMoney() ? " $" : ""));
    } else {
      row.addAll(List.of("–", "UNPROVEN"));
    }
    row.add(
        channel.classic() instanceof Classic.Rated rated
            ? String.format(Locale.ROOT, "%.0f", rated.score())
            : "–");
    row.add(channel.classic().tier().word());
    return row;
  }

  private static String percent(double ratio, boolean signed) {
    return String.format(Locale.ROOT, signed ? "%+.0f %%" : "%.0f %%", ratio * 100);
  }

  private String counts() {
    Counts counts = run.counts();
    FairGame luck = report.luck();
    return String.format(
        Locale.ROOT,
        """
        %,d messages: %,d opened calls, %,d repeated one, %,d wait, %,d were no calls, %,d failed; \
        %,d heard before
        calls: %,d open, %,d resolved, %,d dead, %,d unpriceable; as of %s
        win: +50 %% before −50 %% at a human's entry, costs off; luck alone wins %.1f %%.
        growth/call: what a bettor of a tenth gains each call, 95 %% interval; $ where it is sure to \
        be a gain.
        """,
        counts.messages(),
        counts.opened(),
        counts.repeated(),
        counts.deferred(),
        counts.ignoredInAll(),
        counts.failed(),
        run.duplicates(),
        calls(CallState.OPEN),
        calls(CallState.RESOLVED),
        calls(CallState.DEAD),
        calls(CallState.UNPRICEABLE),
        report.standing().clock(),
        luck.winRate() * 100);
  }

  private long calls(CallState state) {
    return report.calls().getOrDefault(state, 0L);
  }
}
