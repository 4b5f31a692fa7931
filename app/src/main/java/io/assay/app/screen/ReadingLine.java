package io.assay.app.screen;

import io.assay.core.mention.Mention;
import io.assay.core.message.Engagement;
import io.assay.core.reading.Reading;
import io.assay.core.reading.Sentiment;
import io.assay.core.reading.SymbolMention;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a message says, as one JSON object in one line.
public final class ReadingLine {
  private ReadingLine() {}

  /// In the place of a message that cannot be understood.
  public static String error(String why) {
    return JsonMapper.shared().writeValueAsString(Map.of("error", why));
  }

  public static String of(Reading reading, Engagement engagement) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("class", reading.kind().name());
    all.put("why", reading.why());
    all.put("side", reading.side().name());
    all.put("assets", reading.mentions().stream().map(ReadingLine::asset).toList());
    all.put("symbols", reading.symbols().stream().map(ReadingLine::symbol).toList());
    all.put("terms", TermsView.of(reading.terms()));
    Sentiment sentiment = reading.sentiment();
    all.put("sentiment", sentiment.isMissing() ? null : rounded(sentiment.score()));
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static Map<String, Object> asset(Mention mention) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("chain", mention.token().chain().word());
    one.put("address", mention.token().address());
    one.put("display", mention.display());
    one.put("role", mention.role().name());
    one.put("where", word(mention.span().place()));
    one.put("start", mention.span().start());
    one.put("end", mention.span().end());
    one.put("confidence", rounded(mention.confidence()));
    one.put("why", mention.why());
    return one;
  }

  private static Map<String, Object> symbol(SymbolMention mention) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("symbol", mention.symbol());
    one.put("form", word(mention.form()));
    if (!mention.exchange().isEmpty()) {
      one.put("exchange", mention.exchange());
    }
    one.put("start", mention.start());
    one.put("end", mention.end());
    return one;
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
