package io.assay.app.demo;

import io.assay.app.screen.TextTable;
import io.assay.core.call.CallState;
import io.assay.core.output.TrackRecord;
import io.assay.core.reputation.Judged;
import io.assay.core.reputation.Verdict;
import io.assay.sim.crowd.Scenario;
import io.assay.sim.play.HitRates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Findings for people and for programs.
///
/// @param seconds that it took
public record FindingsText(Findings findings, double seconds) {
  private static final List<String> COLUMNS =
      List.of(
          "channel",
          "rank",
          "calls",
          "win",
          "growth/call",
          "verdict",
          "is really",
          "true skill",
          "true rank",
          "ATH≥2x",
          "ATH rank");

  /// One JSON object in one line. `trueSkill` and `trueGrowth` are log wealth a call, like the
  /// bounds. A channel with too few calls for a verdict is `LUCK`: it is not told apart from it.
  public String json() {
    Scenario scenario = findings.world().scenario();
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("simulated", true);
    all.put("seed", scenario.seed());
    all.put("days", scenario.days());
    all.put("seconds", Math.round(seconds * 1000) / 1000.0);
    all.put("messages", findings.messages());
    Map<String, Long> calls = new LinkedHashMap<>();
    for (CallState state : CallState.values()) {
      calls.put(state.name(), findings.report().calls().getOrDefault(state, 0L));
    }
    all.put("calls", calls);
    all.put("channels", findings.lines().stream().map(FindingsText::channel).toList());
    all.put("rankCorrelation", finite(findings.rankCorrelation()));
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static Map<String, @Nullable Object> channel(Findings.Line line) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("chat", line.caller().channel().value());
    one.put("title", line.caller().title());
    one.put("archetype", line.caller().archetype().word());
    one.put("trueSkill", line.skill().edge());
    one.put("trueGrowth", line.skill().growth());
    one.put("n", line.n());
    Judged judged =
        line.track().judgement() instanceof TrackRecord.Judgement.Made(Judged made) ? made : null;
    one.put("effectiveN", judged == null ? 0 : judged.sample().nEff());
    one.put("lowerBound", judged == null ? null : judged.growth().lower());
    one.put("upperBound", judged == null ? null : judged.growth().upper());
    one.put("rank", line.rank());
    Verdict verdict = line.verdict() == Verdict.UNPROVEN ? Verdict.LUCK : line.verdict();
    one.put("verdict", verdict.name());
    one.put("makesMoney", judged != null && judged.makesMoney());
    one.put("missingShare", judged == null ? null : judged.sample().missingShare());
    return one;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /// The leaderboard beside the truth, and how well it and a plain hit rate have found that.
  public String text() {
    double[] hits = HitRates.of(findings.world());
    ToDoubleFunction<Findings.Line> hit = line -> hits[line.caller().number()];
    List<Findings.Line> lines = findings.lines();
    Map<Integer, Integer> truth = places(lines, line -> line.skill().edge());
    Map<Integer, Integer> ath = places(lines, hit);
    TextTable table = new TextTable(COLUMNS);
    for (Findings.Line line : lines) {
      int number = line.caller().number();
      List<String> row = new ArrayList<>(judged(line));
      row.add(line.caller().archetype().word());
      row.add(String.format(Locale.ROOT, "%+.2f %%", 100 * line.skill().edge()));
      row.add(String.valueOf(truth.get(number)));
      row.add(String.format(Locale.ROOT, "%.0f %%", 100 * hits[number]));
      row.add(String.valueOf(ath.get(number)));
      table.add(row);
    }
    return "SIMULATED: no real channel, no real token.\n\n" + table + "\n" + summary(hit);
  }

  private List<String> judged(Findings.Line line) {
    List<String> row = new ArrayList<>();
    row.add(line.caller().title());
    row.add(Integer.toString(line.rank()));
    row.add(Long.toString(line.track().callsInAll()));
    var returns = line.track().returns();
    row.add(
        returns.isEmpty() ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * returns.winRate()));
    if (line.track().judgement() instanceof TrackRecord.Judgement.Made(Judged judged)) {
      var growth = judged.growth().asPercent();
      row.add(String.format(Locale.ROOT, "%+.2f…%+.2f %%", growth.lower(), growth.upper()));
      row.add(judged.verdict().name() + (judged.makesMoney() ? " $" : ""));
    } else {
      row.addAll(List.of("–", "UNPROVEN"));
    }
    return row;
  }

  /// The place of each channel, by its number, where the most is the best.
  private static Map<Integer, Integer> places(
      List<Findings.Line> lines, ToDoubleFunction<Findings.Line> by) {
    List<Findings.Line> order = new ArrayList<>(lines);
    order.sort(Comparator.comparingDouble(by).reversed());
    Map<Integer, Integer> places = new HashMap<>();
    order.forEach(line -> places.put(line.caller().number(), places.size() + 1));
    return places;
  }

  private String summary(ToDoubleFunction<Findings.Line> hit) {
    List<Findings.Line> better =
        findings.lines().stream().filter(line -> line.verdict() == Verdict.BETTER).toList();
    long wrong = better.stream().filter(line -> line.skill().edge() <= 0).count();
    return String.format(
        Locale.ROOT,
        """
        SIMULATED: seed %d, %d days, %d channels, %,d messages, %,d calls; %.1f s.
        rank correlation with the hidden truth: %.2f by this ranking, %.2f by the share of calls \
        that doubled (ATH, deleted calls gone).
        %d channels are called BETTER than luck; %d of them are not.
        growth/call: what a bettor of a tenth gains each call, 95 %% interval; true skill: what the \
        channel really adds to luck, a call.
        """,
        findings.world().scenario().seed(),
        findings.world().scenario().days(),
        findings.world().scenario().channels(),
        findings.messages(),
        findings.report().calls().values().stream().mapToLong(Long::longValue).sum(),
        seconds,
        findings.rankCorrelation(),
        findings.correlation(hit),
        better.size(),
        wrong);
  }
}
