package io.assay.core.output;

import io.assay.core.call.Barrier;
import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.call.Checkpoint;
import io.assay.core.call.Exit;
import io.assay.core.call.Horizon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the returns of a channel's mature calls are spread: how many fell into each range, for those
/// who used the reference exit and for those who held for seven days.
///
/// @param ranges from the lowest to the highest
public record Distribution(List<Range> ranges) {
  /// Where one range ends and the next begins: ratios of the stake, after costs. A stop at its
  /// barrier gives −50 % but for the last digit, so the edge lies just beside it.
  private static final double[] EDGES = {-0.75, -0.499, -0.25, 0, 0.25, 0.499, 1};

  public Distribution {
    ranges = List.copyOf(ranges);
  }

  /// A range of returns.
  ///
  /// @param from that included; −1 is the lowest there is
  /// @param to that excluded; infinite for the last
  /// @param reference calls whose reference exit gave so much
  /// @param held calls that gave so much after seven days
  public record Range(double from, double to, long reference, long held) {}

  /// The distribution of those calls that count as of the instant.
  public static Distribution of(Iterable<Call> calls, CallRules rules, Instant asOf) {
    long[] reference = new long[EDGES.length + 1];
    long[] held = new long[EDGES.length + 1];
    for (Call call : calls) {
      if (CallFigures.isCounted(call, asOf)
          && call.track().exit(Barrier.REFERENCE) instanceof Exit.Done done) {
        reference[range(done.gross() - 1)]++;
        if (call.track().at(Horizon.DAY_7) instanceof Checkpoint.Reached reached) {
          held[range(CallFigures.gain(reached.ratio(), rules))]++;
        }
      }
    }
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i <= EDGES.length; i++) {
      double from = i == 0 ? -1 : EDGES[i - 1];
      double to = i == EDGES.length ? Double.POSITIVE_INFINITY : EDGES[i];
      ranges.add(new Range(from, to, reference[i], held[i]));
    }
    return new Distribution(ranges);
  }

  private static int range(double gain) {
    int found = Arrays.binarySearch(EDGES, gain);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// Whether there is nothing to show.
  public boolean isEmpty() {
    return ranges.stream().allMatch(range -> range.reference() == 0);
  }
}
