package io.assay.core.output;

import io.assay.core.call.Call;
import io.assay.core.call.CallRules;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/// Looks for calls.
///
/// @param wanted which calls
/// @param order which first
/// @param limit how many at most, ≥ 1
public record CallSearch(Predicate<Call> wanted, Order order, int limit) {
  public CallSearch {
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(order, "order");
    if (limit < 1) {
      throw new IllegalArgumentException("one call at least, not " + limit);
    }
  }

  /// Which calls come first; what is not known comes last.
  public enum Order {
    NEWEST,
    OLDEST,
    /// By what the reference exit gave, the best first.
    RETURN,
    /// By what holding on to the last known price gives, the best first.
    NOW
  }

  /// What was found.
  ///
  /// @param all how many there are, shown or not
  public record Found(List<Call> calls, long all) {
    public Found {
      calls = List.copyOf(calls);
    }
  }

  /// Looks through a ledger; holds no more calls in memory than are wanted.
  public Found in(Ledger ledger, Standing standing) {
    Comparator<Call> comparator = comparator(standing.rules());
    PriorityQueue<Call> first = new PriorityQueue<>(comparator.reversed());
    long[] all = {0};
    ledger.scan(
        Table.CALLS,
        new byte[0],
        (_, row) -> {
          Call call = Call.ofBytes(row);
          if (wanted.test(call)) {
            all[0]++;
            first.add(call);
            if (first.size() > limit) {
              first.remove();
            }
          }
        });
    return new Found(first.stream().sorted(comparator).toList(), all[0]);
  }

  private Comparator<Call> comparator(CallRules rules) {
    Comparator<Call> oldest =
        Comparator.<Call, Instant>comparing(call -> call.claim().at()).thenComparing(Call::id);
    return switch (order) {
      case OLDEST -> oldest;
      case NEWEST -> oldest.reversed();
      case RETURN ->
          Comparator.<Call>comparingDouble(
                  call -> CallFigures.of(call, rules).result().orElse(Double.NEGATIVE_INFINITY))
              .thenComparing(oldest)
              .reversed();
      case NOW ->
          Comparator.<Call>comparingDouble(
                  call -> CallFigures.of(call, rules).now().orElse(Double.NEGATIVE_INFINITY))
              .thenComparing(oldest)
              .reversed();
    };
  }
}
