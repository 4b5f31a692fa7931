package io.assay.runtime.health;

import io.assay.runtime.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What a check found.
///
/// @param status UP, DEGRADED or DOWN
/// @param detail one line for the operator; empty where there is nothing to say
/// @param figures what goes with it, such as `queue` → 12, in the order given; numbers, texts,
///   booleans, instants and durations only, so that any thread may read them
public record CheckResult(Status status, String detail, Map<String, Object> figures) {
  private static final int LONGEST_DETAIL = 400;
  private static final CheckResult UP = new CheckResult(Status.UP, "", Map.of());

  public CheckResult {
    Objects.requireNonNull(status, "status");
    if (status == Status.UNKNOWN) {
      throw new IllegalArgumentException("a check says UP, DEGRADED or DOWN; UNKNOWN is no answer");
    }
    detail = oneLine(detail);
    figures.forEach(CheckResult::requireValue);
    // Not Map.copyOf, which would forget the order.
    figures =
        figures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  public static CheckResult up() {
    return UP;
  }

  public static CheckResult up(String detail) {
    return new CheckResult(Status.UP, detail, Map.of());
  }

  /// Works, but not as it should.
  ///
  /// @param detail what is wrong and what to do
  public static CheckResult degraded(String detail) {
    return new CheckResult(Status.DEGRADED, detail, Map.of());
  }

  /// Does not work.
  ///
  /// @param detail what is wrong and what to do
  public static CheckResult down(String detail) {
    return new CheckResult(Status.DOWN, detail, Map.of());
  }

  /// DOWN because the check threw. A [Fault] among the causes has said it in its own line; the
  /// figure `kind` says what kind of failure it is, such as `temporary`.
  static CheckResult failed(Throwable failure) {
    return down(Fault.lineOf(failure))
        .with("kind", Fault.kindOf(failure).name().toLowerCase(Locale.ROOT));
  }

  /// The same with one more figure.
  public CheckResult with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(figures);
    more.put(name, value);
    return new CheckResult(status, detail, more);
  }

  /// Whether the part works: UP or DEGRADED.
  boolean works() {
    return status != Status.DOWN;
  }

  private static String oneLine(String text) {
    String line =
        text.indexOf('\n') < 0 && text.indexOf('\r') < 0
            ? text
            : text.lines().map(String::strip).collect(Collectors.joining(" "));
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL - 1) + "…";
  }

  private static void requireValue(String name, Object value) {
    switch (value) {
      case Number _, String _, Boolean _, Instant _, Duration _ -> {}
      default ->
          throw new IllegalArgumentException(
              "figure %s is a %s: a number, text, boolean, instant or duration is needed"
                  .formatted(name, value.getClass().getSimpleName()));
    }
  }

  /// How a part, or the whole, is. From best to worst, so that the worst of several is the
  /// greatest.
  public enum Status {
    /// Does what it is for.
    UP,
    /// Nothing has been decided yet, or what was known is too old. No check answers this.
    UNKNOWN,
    /// Works, but not as it should.
    DEGRADED,
    /// Does not work.
    DOWN
  }
}
