package io.assay.app.market;

import io.assay.core.market.AllTime;
import io.assay.core.market.MarketView;
import io.assay.core.market.Risk;
import io.assay.core.market.SafetyVerdict;
import io.assay.core.market.SizeTier;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A market view, for people and as JSON.
final class MarketLines {
  private static final double PERCENT = 100;

  private MarketLines() {}

  static Map<String, @Nullable Object> json(MarketView view) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    OptionalDouble cap = view.quote().facts().marketCapUsd();
    Risk risk = view.risk();
    all.put("tier", SizeTier.of(cap).word());
    all.put("marketCapUsd", number(cap));
    all.put("volumeUsd24h", number(view.quote().facts().volumeUsd()));
    all.put("riskLevel", risk.level().word());
    all.put("riskScore", number(risk.score()));
    all.put("completeness", risk.completeness());
    all.put("riskParts", risk.parts().stream().map(MarketLines::part).toList());
    Duration age = view.age();
    all.put("ageDays", age == null ? null : age.toHours() / 24.0);
    all.put("safety", view.safety().word().word());
    all.put("warnings", warnings(view.safety()));
    all.put("missing", view.safety().missing());
    all.put("life", view.life().word());
    all.put("lifeWhy", view.life().why());
    AllTime allTime = view.allTime();
    if (allTime != null) {
      all.put("ath", allTime.athUsd().toPlainString());
      all.put("athAt", allTime.athAt().toString());
      all.put("atl", allTime.atlUsd().toPlainString());
      all.put("atlAt", allTime.atlAt().toString());
      all.put("allTimeSource", allTime.source());
    }
    return all;
  }

  private static Map<String, @Nullable Object> part(Risk.Part part) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("factor", part.factor().word());
    one.put("weight", part.factor().weight());
    one.put("risk", number(part.risk()));
    one.put("evidence", part.evidence());
    return one;
  }

  private static List<String> warnings(SafetyVerdict verdict) {
    return verdict.warnings().stream().map(SafetyVerdict.Warning::words).toList();
  }

  private static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  /// Lines below that of the price.
  static String text(MarketView view) {
    StringBuilder text = new StringBuilder();
    OptionalDouble cap = view.quote().facts().marketCapUsd();
    text.append("  market  ").append(SizeTier.of(cap).word());
    if (cap.isPresent()) {
      text.append(", ").append(QuoteLine.amount(cap.getAsDouble())).append(" USD");
    }
    Duration age = view.age();
    text.append(age == null ? ", age untold" : ", traded for " + age.toDays() + " d");
    text.append(", ").append(view.life().word()).append(": ").append(view.life().why());
    risk(view.risk(), text);
    SafetyVerdict safety = view.safety();
    text.append("%n  safety  ".formatted()).append(safety.word().word());
    warnings(safety).forEach(warning -> text.append("; ").append(warning));
    if (!safety.missing().isEmpty()) {
      text.append("; untold: ").append(String.join(", ", safety.missing()));
    }
    AllTime allTime = view.allTime();
    if (allTime != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n  high    %s USD on %tF, now %+.0f %% (%s)",
              allTime.athUsd().toPlainString(),
              allTime.athAt().atOffset(ZoneOffset.UTC),
              allTime.fromHigh(view.quote().usd()) * PERCENT,
              allTime.source()));
    }
    return text.toString();
  }

  private static void risk(Risk risk, StringBuilder text) {
    text.append("%n  risk    ".formatted()).append(risk.level().word());
    if (risk.score().isPresent()) {
      text.append(
          String.format(
              Locale.ROOT,
              " %.0f of 100, %.0f %% of it known",
              risk.score().getAsDouble(),
              risk.completeness() * PERCENT));
    }
    for (Risk.Part part : risk.parts()) {
      text.append("; ").append(part.factor().word()).append(": ").append(part.evidence());
    }
  }
}
