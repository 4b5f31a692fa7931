package io.assay.app.screen;

import io.assay.core.mention.Mention;
import io.assay.core.message.Engagement;
import io.assay.core.reading.Importance;
import io.assay.core.reading.Importance.Hdrb;
import io.assay.core.reading.Reading;
import io.assay.core.reading.Sentiment;
import io.assay.core.reading.SymbolMention;
import java.time.Duration;
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

  /// What the message says.
  ///
  /// @param unread how many characters at the end of the text were not read
  public static String of(Reading reading, Engagement engagement, int unread) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("class", reading.kind().name());
    all.put("why", reading.why());
    all.put("side", reading.side().name());
    all.put("assets", reading.mentions().stream().map(ReadingLine::asset).toList());
    all.put("symbols", reading.symbols().stream().map(ReadingLine::symbol).toList());
    all.put("terms", TermsView.of(reading.terms()));
    Sentiment sentiment = reading.sentiment();
    all.put("sentiment", sentiment.isMissing() ? null : rounded(sentiment.score()));
    putImportance(reading, Hdrb.of(engagement, Double.NaN), all);
    if (unread > 0) {
      all.put("unread", unread);
    }
    return JsonMapper.shared().writeValueAsString(all);
  }

  /// One message tells neither how old it is nor what is usual in its channel.
  private static void putImportance(Reading reading, Hdrb hdrb, Map<String, @Nullable Object> all) {
    all.put("hdrb", Double.isNaN(hdrb.raw()) ? null : rounded(hdrb.raw()));
    var spoken =
        new Importance.Spoken(reading.kind(), reading.certainty(), reading.terms(), Duration.ZERO);
    all.put("score", rounded(Importance.of(spoken, hdrb).score()));
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
