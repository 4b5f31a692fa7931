package io.assay.app.record;

import io.assay.core.asset.Asset;
import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.Entry;
import io.assay.core.call.Exit;
import io.assay.core.output.CallFigures;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What programs are told of a call in a list. Returns are ratios of the stake after costs, prices
/// USD, times UTC; what is not known is null.
public final class CallFields {
  private CallFields() {}

  /// The fields of a call.
  public static Map<String, @Nullable Object> of(Call call, Titles titles, BooksView view) {
    CallRules rules = view.standing().rules();
    Asset asset = call.claim().asset();
    String symbol = view.symbols().of(asset);
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("call", call.id().toString());
    one.put("chat", call.channel().value());
    one.put("title", titles.of(call.channel()));
    one.put("messageId", call.id().opener().id());
    one.put("calledAt", call.claim().at().toString());
    one.put("asset", asset.id());
    one.put("symbol", symbol.isEmpty() ? null : symbol);
    one.put("side", Figures.word(call.claim().side()));
    one.put("pump", call.claim().pump());
    one.put("evidence", Figures.word(call.claim().evidence()));
    one.put("state", call.state().name());
    one.put("knownAt", call.stateSince().toString());
    one.put("entry", entry(call.track().entry()));
    one.put(
        "cause", call.track().entry() instanceof Entry.Unpriced unpriced ? unpriced.cause() : null);
    CallFigures figures = CallFigures.of(call, rules);
    one.put("best", figures.best().map(CallFields::held).orElse(null));
    one.put("now", figures.now().isPresent() ? now(call, figures.now().getAsDouble()) : null);
    one.put("exit", exit(Barrier.REFERENCE.word(), figures.reference()));
    one.put("return", Figures.number(figures.result()));
    return one;
  }

  /// An entry; null where none is priced.
  public static @Nullable Map<String, @Nullable Object> entry(Entry entry) {
    if (!(entry instanceof Entry.Priced(var at, double usd))) {
      return null;
    }
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("at", at.toString());
    one.put("usd", usd);
    return one;
  }

  private static Map<String, @Nullable Object> held(CallFigures.Held held) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("after", held.horizon().word());
    one.put("return", Figures.number(held.gain()));
    return one;
  }

  private static Map<String, @Nullable Object> now(Call call, double gain) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("at", Figures.instant(call.track().pulse().followedTo()));
    one.put("return", Figures.number(gain));
    return one;
  }

  /// How an exit policy ended: `state` is `awaited`, `done`, `unknown` or, of the caller's own
  /// terms, `not_stated`.
  public static Map<String, @Nullable Object> exit(String policy, Exit exit) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("policy", policy);
    switch (exit) {
      case Exit.Awaited(int _) -> one.put("state", "awaited");
      case Exit.NotStated() -> one.put("state", "not_stated");
      case Exit.Unknown() -> one.put("state", "unknown");
      case Exit.Done(var at, var reason, double gross) -> {
        one.put("state", "done");
        one.put("at", at.toString());
        one.put("reason", Figures.word(reason));
        one.put("return", Figures.number(gross - 1));
      }
    }
    return one;
  }
}
