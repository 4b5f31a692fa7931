package io.assay.core.terms;

import io.assay.core.terms.Terms.Timeframe;
import io.assay.core.text.Letters;
import io.assay.core.text.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// For how long and of which time a message speaks, as far as it is read. Of what is said twice,
/// the first counts.
final class TimeDraft {
  /// Charts by the names that trading terminals give them: `H4`.
  private static final Map<String, Duration> CHARTS =
      Map.of(
          "m5", Duration.ofMinutes(5),
          "m15", Duration.ofMinutes(15),
          "m30", Duration.ofMinutes(30),
          "h1", Duration.ofHours(1),
          "h2", Duration.ofHours(2),
          "h4", Duration.ofHours(4),
          "h6", Duration.ofHours(6),
          "h8", Duration.ofHours(8),
          "h12", Duration.ofHours(12),
          "d3", Duration.ofDays(3));

  private Timeframe.Term term = Timeframe.Term.UNSAID;
  private Timeframe.When when = Timeframe.When.UNSAID;
  private Duration least = Duration.ZERO;
  private Duration most = Duration.ZERO;

  /// What `daily` and the like would say.
  private Duration perhaps = Duration.ZERO;

  void term(Timeframe.Term stated) {
    term = term == Timeframe.Term.UNSAID ? stated : term;
  }

  void when(Timeframe.When stated) {
    when = when == Timeframe.When.UNSAID ? stated : when;
  }

  /// Takes a word for a chart if it names one; before a year it is a part of that: `H1 2024`.
  ///
  /// @return whether it does
  boolean chart(Words words, int word) {
    int length = words.length(word);
    if (length < 2 || length > 3 || !Letters.isDigit(words.last(word))) {
      return false;
    }
    Duration candle = CHARTS.get(words.text(word).toLowerCase(Locale.ROOT));
    boolean year = word + 1 < words.size() && words.text(word + 1).startsWith("20");
    if (candle == null || year) {
      return false;
    }
    lasting(candle, candle);
    return true;
  }

  void lasting(Duration from, Duration to) {
    if (most.isZero() && from.compareTo(to) <= 0) {
      least = from;
      most = to;
    }
  }

  void chart(Label candle) {
    lasting(candle.time, candle.time);
  }

  void perhaps(Label candle) {
    perhaps = perhaps.isZero() ? candle.time : perhaps;
  }

  /// @param traded whether a trade is stated, of which `daily` and the like are said then
  Timeframe timeframe(boolean traded) {
    if (traded && !perhaps.isZero()) {
      lasting(perhaps, perhaps);
    }
    boolean said = term != Timeframe.Term.UNSAID || when != Timeframe.When.UNSAID;
    return said || !most.isZero() ? new Timeframe(term, least, most, when) : Timeframe.UNSAID;
  }
}
