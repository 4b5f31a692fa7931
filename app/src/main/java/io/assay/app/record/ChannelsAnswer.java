package io.assay.app.record;

import io.assay.app.record.Columns.Cell;
import io.assay.app.record.Columns.Column;
import io.assay.app.screen.Cells;
import io.assay.app.screen.Ink;
import io.assay.app.screen.ReplaySummary;
import io.assay.core.call.CallState;
import io.assay.core.output.ChannelTable;
import io.assay.core.output.Leaderboard;
import io.assay.core.output.Report;
import io.assay.core.output.Returns;
import io.assay.core.output.Scope;
import io.assay.core.output.TrackRecord;
import io.assay.core.reputation.Classic;
import io.assay.core.reputation.Judged;
import io.assay.core.reputation.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the channels are worth, in the order somebody asked for.
///
/// @param report of all channels, by the calls in the scope
/// @param order of the places
/// @param places the channels that are shown
public record ChannelsAnswer(
    Report report, Scope scope, Leaderboard.Order order, List<Leaderboard.Place> places) {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("#", Column.ALWAYS),
          Column.text("channel", Column.ALWAYS),
          Column.number("calls", 80),
          Column.number("settled", 30),
          Column.number("n", 70),
          Column.number("eff. n", 40),
          Column.number("win", 90),
          Column.number("luck", 85),
          Column.number("median", 50),
          Column.number("mean", 35),
          Column.number("growth/call", Column.ALWAYS),
          Column.text("verdict", Column.ALWAYS),
          Column.number("missing", 20),
          Column.number("classic", 15),
          Column.text("tier", 10));

  public ChannelsAnswer {
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(order, "order");
    places = List.copyOf(places);
  }

  /// One JSON object in one line, with nothing in it that a terminal would obey.
  public String json() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("asOf", report.standing().clock().toString());
    all.put("market", scope.isAll() ? null : scope.market());
    all.put("order", Figures.word(order));
    all.put("zeroEdge", report.luck().winRate());
    all.put("zeroEdgeGrowth", report.luck().growth());
    all.put("calls", states(report.calls()));
    all.put("channels", places.stream().map(place -> fields(place, report)).toList());
    return Cells.escaped(JsonMapper.shared().writeValueAsString(all));
  }

  /// What programs are told of a channel.
  public static Map<String, @Nullable Object> fields(Leaderboard.Place place, Report report) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("rank", place.rank());
    one.putAll(ReplaySummary.channel(place.channel(), report.luck()));
    one.put(
        "growth",
        place.channel().judgement() instanceof TrackRecord.Judgement.Made(Judged judged)
            ? Figures.number(judged.growth().mean())
            : null);
    one.put("states", states(place.channel().calls()));
    one.put("edits", place.channel().account().edits());
    one.put("firstMessageAt", Figures.instant(place.channel().account().heard().first()));
    one.put("lastMessageAt", Figures.instant(place.channel().account().heard().last()));
    return one;
  }

  static Map<String, Long> states(Map<CallState, Long> calls) {
    Map<String, Long> states = new LinkedHashMap<>();
    for (CallState state : CallState.values()) {
      states.put(state.name(), calls.getOrDefault(state, 0L));
    }
    return states;
  }

  /// The rows of `channels.csv`, of these channels.
  public List<List<String>> rows() {
    return ChannelTable.rows(places, report.luck());
  }

  /// A table with what it means above and below.
  public String text(Paper paper) {
    StringBuilder text = new StringBuilder(head());
    if (!places.isEmpty()) {
      Columns table = new Columns(COLUMNS);
      places.forEach(place -> table.add(row(place)));
      Columns.Laid laid = table.on(paper);
      text.append('\n').append(laid.text()).append('\n').append(foot(paper));
      if (!laid.left().isEmpty()) {
        String left = "no room for: " + String.join(", ", laid.left());
        text.append(paper.wrapped(left + " (a wider terminal, --csv or --json has them)", 2));
      }
    }
    return text.toString();
  }

  private String head() {
    long silent = report.channels().stream().filter(channel -> channel.callsInAll() == 0).count();
    StringBuilder head = new StringBuilder();
    head.append(Figures.count(places.size())).append(" of ");
    head.append(Figures.count(report.channels().size(), "channel"));
    head.append(" as of ").append(report.standing().clock());
    if (silent > 0) {
      head.append("; ").append(Figures.count(silent)).append(" called nothing");
      head.append(scope.isAll() ? "" : " there");
    }
    head.append("\n# ranks by the lower end of growth/call: what a follower can count on.\n");
    if (order != Leaderboard.Order.LOWER) {
      head.append("Sorted by ").append(Figures.word(order)).append(", which ranks nobody.\n");
    }
    if (!scope.isAll()) {
      head.append("Counted, compared and judged by ").append(scope.market());
      head.append(
          " calls alone: ranks and verdicts\nare of that part, and may differ from those of");
      head.append(" all calls.\n");
    }
    return head.toString();
  }

  private List<Cell> row(Leaderboard.Place place) {
    TrackRecord channel = place.channel();
    Returns returns = channel.returns();
    String title = channel.account().title();
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(Integer.toString(place.rank())));
    row.add(Cell.of(title.isBlank() ? channel.account().channel().toString() : title));
    row.add(Cell.of(Figures.count(channel.callsInAll())));
    row.add(Cell.of(Figures.count(channel.settled())));
    row.add(Cell.of(Figures.count(returns.n())));
    boolean judged = channel.judgement() instanceof TrackRecord.Judgement.Made;
    Judged made = judged ? ((TrackRecord.Judgement.Made) channel.judgement()).judged() : null;
    row.add(
        Cell.of(
            made == null
                ? Figures.UNKNOWN
                : String.format(Locale.ROOT, "%.1f", made.sample().nEff())));
    addReturns(returns, row);
    row.add(Cell.of(made == null ? Figures.UNKNOWN : Figures.growth(made.growth())));
    row.add(verdict(made));
    row.add(Cell.of(made == null ? Figures.UNKNOWN : Figures.share(made.sample().missingShare())));
    row.add(
        Cell.of(
            channel.classic() instanceof Classic.Rated rated
                ? String.format(Locale.ROOT, "%.0f", rated.score())
                : Figures.UNKNOWN));
    row.add(Cell.of(channel.classic().tier().word()));
    return row;
  }

  private void addReturns(Returns returns, List<Cell> row) {
    boolean none = returns.isEmpty();
    row.add(Cell.of(none ? Figures.UNKNOWN : Figures.share(returns.winRate())));
    row.add(Cell.of(Figures.share(report.luck().winRate())));
    row.add(Cell.of(none ? Figures.UNKNOWN : Figures.gain(returns.median())));
    row.add(Cell.of(none ? Figures.UNKNOWN : Figures.gain(returns.mean())));
  }

  private static Cell verdict(@Nullable Judged judged) {
    Verdict verdict = judged == null ? Verdict.UNPROVEN : judged.verdict();
    Ink.Tone tone =
        switch (verdict) {
          case BETTER -> Ink.Tone.GOOD;
          case WORSE -> Ink.Tone.BAD;
          case LUCK -> Ink.Tone.PLAIN;
          case UNPROVEN -> Ink.Tone.FAINT;
        };
    return new Cell(verdict.name() + (judged != null && judged.makesMoney() ? " $" : ""), tone);
  }

  private String foot(Paper paper) {
    String luck = String.format(Locale.ROOT, "%.1f %%", report.luck().winRate() * 100);
    String foot =
        paper.wrapped(
                "win: +50 % before −50 % at a human's entry, costs off, of the n calls that are at"
                    + " least seven days old and priced; luck alone wins "
                    + luck
                    + ".",
                2)
            + paper.wrapped(
                "growth/call: what a bettor of a tenth gains each call, 95 % interval; $ where it"
                    + " is sure to be a gain.",
                2);
    boolean unproven = places.stream().anyMatch(place -> isUnproven(place.channel()));
    return unproven
        ? foot
            + paper.wrapped(
                "UNPROVEN: evidence of fewer than ten recent calls (eff. n). Its place says how"
                    + " little is known of it, not that it is bad.",
                2)
        : foot;
  }

  private static boolean isUnproven(TrackRecord channel) {
    return !(channel.judgement() instanceof TrackRecord.Judgement.Made(Judged judged))
        || judged.verdict() == Verdict.UNPROVEN;
  }
}
