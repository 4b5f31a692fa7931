package io.assay.app.screen;

import io.assay.core.terms.Terms;
import io.assay.core.terms.Terms.Amount;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The terms of a trade as JSON: what is not stated is not there.
final class TermsView {
  private final Map<String, Object> view = new LinkedHashMap<>();

  private TermsView() {}

  static Map<String, Object> of(Terms terms) {
    TermsView terse = new TermsView();
    if (terms.bet().way() != Terms.Way.UNSAID) {
      terse.view.put("side", terms.bet().way().name());
    }
    if (terms.bet().leverage() > 0) {
      terse.view.put("leverage", terms.bet().leverage());
    }
    terse.prices(terms);
    terse.time(terms.timeframe());
    terse.put("market_cap_called", terms.caps().called());
    terse.put("market_cap", terms.caps().now());
    terse.put("market_cap_top", terms.caps().top());
    return terse.view;
  }

  private void prices(Terms terms) {
    switch (terms.entry().kind()) {
      case MARKET -> view.put("entry", "market");
      case PRICE -> {
        put("entry", terms.entry().low());
        if (terms.entry().high().value().compareTo(terms.entry().low().value()) > 0) {
          put("entry_to", terms.entry().high());
        }
      }
      case UNSAID -> {}
    }
    if (!terms.exit().targets().isEmpty()) {
      view.put("targets", terms.exit().targets().stream().map(TermsView::amount).toList());
    }
    put("stop", terms.exit().stop());
  }

  private void time(Terms.Timeframe timeframe) {
    if (timeframe.term() != Terms.Timeframe.Term.UNSAID) {
      view.put("term", word(timeframe.term()));
    }
    if (!timeframe.most().equals(Duration.ZERO)) {
      view.put("least", timeframe.least().toString());
      view.put("most", timeframe.most().toString());
    }
    if (timeframe.when() != Terms.Timeframe.When.UNSAID) {
      view.put("when", word(timeframe.when()));
    }
  }

  private void put(String name, Amount amount) {
    if (!amount.isMissing()) {
      view.put(name, amount(amount));
    }
  }

  /// Decimals are text, so that no reader rounds them.
  private static Map<String, Object> amount(Amount amount) {
    return Map.of(
        "value", amount.value().toPlainString(),
        "unit", word(amount.unit()),
        "start", amount.start(),
        "end", amount.end());
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
