package io.assay.app.market;

import io.assay.adapters.market.PriceEngine.ProviderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A provider as an operator sees it.
///
/// @param state `OPEN`, `THROTTLED`, `FAILING` or `REFUSED`
/// @param until when a throttled one may be asked again; null where that is not known
/// @param latency that an answer usually takes, seconds
/// @param failures share of answers that failed lately, ratio
/// @param waiting requests that wait for it
/// @param trouble what went wrong last; empty where nothing has
public record ProviderView(
    String name,
    String state,
    @Nullable Instant until,
    double latency,
    double failures,
    int waiting,
    String trouble) {
  static ProviderView of(ProviderState state) {
    return new ProviderView(
        state.name(),
        state.state(),
        state.until(),
        state.latency().toMillis() / 1000.0,
        Math.round(state.failures() * 1000) / 1000.0,
        state.waiting(),
        state.trouble());
  }
}
