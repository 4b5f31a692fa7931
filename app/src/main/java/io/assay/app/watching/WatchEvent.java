package io.assay.app.watching;

import io.assay.core.market.Life;
import io.assay.core.price.Quote;
import java.util.Objects;

/// Something that the price of a watched call has done. Each is told once a call. It is news and no
/// judgement: what a call came to, candles say.
public sealed interface WatchEvent {
  /// The call that it is about.
  WatchedCall call();

  /// The quote that showed it.
  Quote quote();

  /// One line for the log.
  String line();

  /// The stake has become so many times itself: 2, 3 or 5. Where several were passed at once, it is
  /// the highest.
  ///
  /// @param multiple what the stake has become, costs aside
  record Crossed(WatchedCall call, Quote quote, int level, double multiple) implements WatchEvent {
    public Crossed {
      Objects.requireNonNull(call, "call");
      Objects.requireNonNull(quote, "quote");
    }

    @Override
    public String line() {
      return "call %s of %s is above %d times its %sentry: %s USD by %s"
          .formatted(
              call.id(),
              call.asset().id(),
              level,
              call.provisional() ? "provisional " : "",
              quote.usd().toPlainString(),
              quote.source());
    }
  }

  /// Nobody can sell it any more, as two looks in a row have shown.
  record Died(WatchedCall call, Quote quote, Life.Dead life) implements WatchEvent {
    public Died {
      Objects.requireNonNull(call, "call");
      Objects.requireNonNull(quote, "quote");
      Objects.requireNonNull(life, "life");
    }

    @Override
    public String line() {
      return "call %s of %s cannot be sold any more: %s"
          .formatted(call.id(), call.asset().id(), life.why());
    }
  }

  /// Somebody who is told, on the thread of the watching: who takes long, hands it on.
  @FunctionalInterface
  interface Listener {
    /// It has happened.
    void happened(WatchEvent event);
  }
}
