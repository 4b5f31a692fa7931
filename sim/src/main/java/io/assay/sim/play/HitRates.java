package io.assay.sim.play;

import io.assay.core.message.EventKind;
import io.assay.sim.crowd.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/// What trackers of peaks show: the share of a channel's calls that doubled at some time within 30
/// days, from the price at the very second of the post, of those calls that are still there. Luck,
/// volatility and the delete button make most of it.
public final class HitRates {
  private static final Duration FOLLOWED = Duration.ofDays(30);
  private static final double HIT = 2;

  private HitRates() {}

  /// The hit rate of each channel by its number, a ratio; 0 where no call is left.
  public static double[] of(World world) {
    return IntStream.range(0, world.crowd().callers().size())
        .parallel()
        .mapToDouble(number -> of(world, world.crowd().callers().get(number)))
        .toArray();
  }

  private static double of(World world, Caller caller) {
    Set<Integer> deleted = new HashSet<>();
    for (Happening happening : new Diary(world, caller).happenings()) {
      if (happening.kind() == EventKind.DELETED) {
        deleted.add(happening.call());
      }
    }
    int left = 0;
    int hits = 0;
    for (int call = 0; call < caller.calls(); call++) {
      if (!deleted.contains(call)) {
        left++;
        hits += hasDoubled(world, caller, call) ? 1 : 0;
      }
    }
    return left == 0 ? 0 : (double) hits / left;
  }

  private static boolean hasDoubled(World world, Caller caller, int call) {
    Instant at = Instant.ofEpochSecond(world.crowd().calledAt(caller.number(), call));
    OptionalDouble then = world.market().price(caller, call, at);
    OptionalDouble most = world.market().high(caller, call, at, at.plus(FOLLOWED));
    return then.isPresent() && most.isPresent() && most.getAsDouble() >= HIT * then.getAsDouble();
  }
}
