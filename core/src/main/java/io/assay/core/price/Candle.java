package io.assay.core.price;

import java.time.Instant;

/// What a price did in one stretch of time, in USD per token. The open is known at `openAt`, the
/// rest at the candle's close.
///
/// @param openAt start, UTC
/// @param volume traded volume as the source counts it; NaN where the source does not tell
public record Candle(
    Instant openAt, double open, double high, double low, double close, double volume) {}
