package io.assay.sim;

import java.time.Duration;
import java.time.Instant;

/// What history is to be made.
///
/// @param messages in all channels together, about
/// @param tokens that the market has, ≥ 10
/// @param calls ratio of messages that call a token, 0..1
/// @param days for which channels post
/// @param followed days for which prices go on after the last post
/// @param step length of a candle, whole seconds
public record HistoryPlan(
    long seed,
    int channels,
    int messages,
    int tokens,
    double calls,
    Instant from,
    int days,
    int followed,
    Duration step) {
  public HistoryPlan {
    if (channels < 1 || messages < channels || tokens < 10 || days < 1 || followed < 0) {
      throw new IllegalArgumentException("no history: too few channels, messages, tokens or days");
    }
    if (!(calls >= 0 && calls <= 1) || step.toSeconds() < 1) {
      throw new IllegalArgumentException("calls are a ratio, a candle lasts a second at least");
    }
  }

  /// When prices end.
  public Instant end() {
    return from.plus(Duration.ofDays((long) days + followed));
  }

  /// The history in `samples`.
  public static HistoryPlan samples() {
    return new HistoryPlan(
        8, 4, 520, 23, 0.22, Instant.parse("2024-03-01T00:00:00Z"), 40, 32, Duration.ofMinutes(15));
  }
}
