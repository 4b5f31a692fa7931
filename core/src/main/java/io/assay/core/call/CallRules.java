package io.assay.core.call;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Duration;

/// What calls are judged by: the part of the configuration that the fold depends on. A change of it
/// is an entry of the journal.
///
/// @param latency between the post and the follower's entry; 120 s is a human
/// @param feePerSide ratio of each trade that the venue keeps, in 0..0.5; 0.003 is 0.3 %
/// @param lateness the most that an entry may come after its instant and still be that entry
/// @param silence how long an asset must go untraded to be dead
/// @param ticketUsd the stake by which the impact on the price is reckoned, USD, > 0
public record CallRules(
    Duration latency, double feePerSide, Duration lateness, Duration silence, double ticketUsd) {
  private static final double USUAL_TICKET_USD = 200;

  public static final CallRules DEFAULT =
      new CallRules(Duration.ofMinutes(2), 0.003, Duration.ofMinutes(30), Duration.ofDays(3));

  public CallRules {
    if (latency.isNegative() || lateness.isNegative() || silence.isNegative()) {
      throw new IllegalArgumentException("durations are not negative");
    }
    if (!(feePerSide >= 0 && feePerSide < 0.5)) {
      throw new IllegalArgumentException("fee per side is a ratio in 0..0.5, not " + feePerSide);
    }
    if (!(ticketUsd > 0) || Double.isInfinite(ticketUsd)) {
      throw new IllegalArgumentException("a ticket is above zero, not " + ticketUsd);
    }
  }

  /// Rules with the usual ticket of 200 USD.
  public CallRules(Duration latency, double feePerSide, Duration lateness, Duration silence) {
    this(latency, feePerSide, lateness, silence, USUAL_TICKET_USD);
  }

  /// The same with another ticket.
  public CallRules with(double ticket) {
    return new CallRules(latency, feePerSide, lateness, silence, ticket);
  }

  /// Whether the ticket is the one of rules that do not state it.
  public boolean hasUsualTicket() {
    return ticketUsd == USUAL_TICKET_USD;
  }

  /// Ratio of the stake that a round trip costs where the fee is all: one minus the square of what
  /// each side leaves.
  public double cost() {
    double left = 1 - feePerSide;
    return 1 - left * left;
  }

  /// Writes all but the ticket: these bytes are older than it, and whoever writes rules says in a
  /// form of his own what it is, unless it is the usual one.
  public void write(CanonWriter out) {
    out.count(latency.toMillis()).f64(feePerSide);
    out.count(lateness.toMillis()).count(silence.toMillis());
  }

  /// Reads what [#write] wrote: rules with the usual ticket.
  public static CallRules read(CanonReader in) {
    Duration latency = Duration.ofMillis(in.count());
    double fee = in.f64();
    return new CallRules(
        latency, fee, Duration.ofMillis(in.count()), Duration.ofMillis(in.count()));
  }
}
