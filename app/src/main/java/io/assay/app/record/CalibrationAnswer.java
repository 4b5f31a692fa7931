package io.assay.app.record;

import io.assay.core.message.ChannelId;
import io.assay.core.output.Calibration;
import io.assay.core.score.Reliability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How far the chances can be relied on that were told when calls were made: for people and for
/// programs.
///
/// @param asOf where the books stood, UTC
public record CalibrationAnswer(Calibration calibration, Titles titles, String asOf) {
  /// For people.
  public String text(Paper paper) {
    Reliability all = calibration.all();
    StringBuilder text = new StringBuilder();
    if (all.n() == 0) {
      return "no call of which a chance was told is mature, as of " + asOf + "\n";
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%s of which a chance was told, as of %s%n%s of them won; Brier score %.4f%n%s%n%n",
            Figures.count(all.n(), "mature call"),
            asOf,
            Figures.share(all.baseRate()),
            all.brier(),
            skill(all.skill())));
    Columns table =
        new Columns(
            List.of(
                Columns.Column.number("chance told", Columns.Column.ALWAYS),
                Columns.Column.number("won", Columns.Column.ALWAYS),
                Columns.Column.number("calls", Columns.Column.ALWAYS)));
    for (Reliability.Point point : all.curve()) {
      table.add(
          List.of(
              Columns.Cell.of(Figures.share(point.mean())),
              Columns.Cell.of(Figures.share(point.rate())),
              Columns.Cell.of(Figures.count(point.n()))));
    }
    text.append(table.on(paper).text());
    text.append(
        "\nA chance can be relied on where as many won as were told; skill above 0 tells\n");
    text.append("more than the share of wins alone.\n");
    return text.toString();
  }

  private static String skill(Reliability.Skill skill) {
    return Double.isNaN(skill.value())
        ? "skill over the share of wins: cannot be told yet"
        : String.format(
            Locale.ROOT,
            "skill over the share of wins %+.4f, 95 %% interval %+.4f…%+.4f",
            skill.value(),
            skill.lower(),
            skill.upper());
  }

  /// One JSON object: all channels, and each.
  public String json() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("asOf", asOf);
    all.putAll(fields(calibration.all()));
    List<Map<String, @Nullable Object>> channels = new ArrayList<>();
    calibration
        .channels()
        .forEach((channel, reliability) -> channels.add(fields(channel, reliability)));
    all.put("channels", channels);
    return JsonMapper.shared().writeValueAsString(all);
  }

  private Map<String, @Nullable Object> fields(ChannelId channel, Reliability reliability) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("chat", channel.value());
    one.put("title", titles.of(channel));
    one.putAll(fields(reliability));
    return one;
  }

  private static Map<String, @Nullable Object> fields(Reliability reliability) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("n", reliability.n());
    one.put("baseRate", Figures.number(reliability.baseRate()));
    one.put("brier", Figures.number(reliability.brier()));
    one.put("skill", Figures.number(reliability.skill().value()));
    one.put("skillLower", Figures.number(reliability.skill().lower()));
    one.put("skillUpper", Figures.number(reliability.skill().upper()));
    List<Map<String, @Nullable Object>> curve = new ArrayList<>();
    for (Reliability.Point point : reliability.curve()) {
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      told.put("chance", Figures.number(point.mean()));
      told.put("won", Figures.number(point.rate()));
      told.put("n", point.n());
      curve.add(told);
    }
    one.put("curve", curve);
    return one;
  }
}
