package io.assay.core.output;

import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.Checkpoint;
import io.assay.core.call.Entry;
import io.assay.core.call.Exit;
import io.assay.core.call.Horizon;
import io.assay.core.message.Evidence;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// The few figures by which a call is told in one line. Returns are ratios of the stake after
/// costs: 0.1 is +10 %.
///
/// @param best the best of the checkpoints that have been reached; empty where none has
/// @param now had the follower held until the last price that is known; empty without an entry
/// @param reference how the reference exit ended for him
public record CallFigures(Optional<Held> best, OptionalDouble now, Exit reference) {
  /// What holding until a checkpoint gave.
  public record Held(Horizon horizon, double gain) {}

  /// The figures of a call.
  ///
  /// @param rules that are in force, for the costs
  public static CallFigures of(Call call, CallRules rules) {
    Optional<Held> best = Optional.empty();
    for (Horizon horizon : Horizon.values()) {
      if (call.track().at(horizon) instanceof Checkpoint.Reached reached) {
        double gain = gain(reached.ratio(), rules);
        best =
            best.isPresent() && best.get().gain() >= gain
                ? best
                : Optional.of(new Held(horizon, gain));
      }
    }
    boolean entered = call.track().entry() instanceof Entry.Priced;
    OptionalDouble now =
        entered
            ? OptionalDouble.of(gain(call.track().pulse().lastRatio(), rules))
            : OptionalDouble.empty();
    return new CallFigures(best, now, call.track().exit(Barrier.REFERENCE));
  }

  /// The return after costs of a price, given as its ratio to the entry.
  public static double gain(double ratio, CallRules rules) {
    return ratio * (1 - rules.cost()) - 1;
  }

  /// What the reference exit gave; empty where it has not ended, or nobody knows how.
  public OptionalDouble result() {
    return reference instanceof Exit.Done done
        ? OptionalDouble.of(done.gross() - 1)
        : OptionalDouble.empty();
  }

  /// Whether a call counts in a channel's returns as of an instant: priced, decided, old enough,
  /// and heard when it was made.
  public static boolean isCounted(Call call, Instant asOf) {
    return call.claim().evidence() != Evidence.BACKFILL
        && call.track().exit(Barrier.REFERENCE) instanceof Exit.Done
        && call.track().entry() instanceof Entry.Priced
        && !call.claim().at().plus(Barrier.TIME_OUT.after()).isAfter(asOf);
  }
}
