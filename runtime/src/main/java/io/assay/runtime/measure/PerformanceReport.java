package io.assay.runtime.measure;

import io.assay.runtime.DeadLetters;
import io.assay.runtime.measure.StatisticsStore.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the system does, and what could be done about it.
///
/// @param overview what was counted since the start
/// @param components what each says of itself, by name
/// @param recommendations the weightiest first; none where too little is known
public record PerformanceReport(
    Overview overview,
    Map<String, Map<String, Object>> components,
    List<Stages.Timing> stages,
    List<Trend> trends,
    List<Recommendation> recommendations,
    List<Target.Status> targets) {

  /// What was counted since the process was started.
  ///
  /// @param at when it was told
  /// @param startedAt by the wall clock
  /// @param uptime by the steady clock
  /// @param counts by counter
  /// @param perHour by counter, per hour of uptime; absent in the first minute
  /// @param ratios `error_rate` and `signal_detection_rate`, per message; absent without one
  public record Overview(
      Instant at,
      Instant startedAt,
      Duration uptime,
      Map<String, Long> counts,
      Map<String, Figure> perHour,
      Map<String, Figure> ratios) {
    public double uptimeHours() {
      return uptime.toNanos() / 3.6e12;
    }
  }

  /// What is compared with the same length of time before it.
  public enum Span {
    /// 24 hours.
    DAY(Resolution.HOUR, 24),
    /// 7 days.
    WEEK(Resolution.DAY, 7);

    private final Resolution resolution;
    private final int buckets;

    Span(Resolution resolution, int buckets) {
      this.resolution = resolution;
      this.buckets = buckets;
    }

    Resolution resolution() {
      return resolution;
    }

    int buckets() {
      return buckets;
    }

    /// Whether a system that ran so long in it can tell how it was: half of it at least.
    boolean isTold(Duration covered) {
      return covered.multipliedBy(2).compareTo(resolution.length().multipliedBy(buckets)) >= 0;
    }
  }

  /// Where a figure is going.
  public enum Course {
    RISING,
    FALLING,
    /// By less than a tenth, or by no more than chance would have it.
    STEADY,
    /// The system did not run long enough to tell.
    UNKNOWN
  }

  /// A figure of late against what it was before.
  ///
  /// @param late in the last span
  /// @param early in the one before
  /// @param ratio of the two; absent where nothing was before
  public record Trend(
      String figure, Span span, Course course, Figure late, Figure early, Figure ratio) {
    private static final double LEAST_CHANGE = 0.10;
    private static final double STANDARD_ERRORS = 2;

    /// How often something was counted.
    ///
    /// @param exposure in so many hours, or among so many messages; 0 where that is not told
    record Rate(long count, double exposure) {
      private Figure figure() {
        return Figure.share((double) count, exposure, "not told yet");
      }

      /// Of a count that comes by chance (Poisson).
      private double variance() {
        return count / (exposure * exposure);
      }
    }

    static Trend of(String figure, Span span, Rate late, Rate early) {
      Figure now = late.figure();
      Figure before = early.figure();
      Course course =
          now instanceof Figure.Known(double x) && before instanceof Figure.Known(double y)
              ? course(x - y, y, Math.sqrt(late.variance() + early.variance()))
              : Course.UNKNOWN;
      return new Trend(figure, span, course, now, before, now.over(before));
    }

    private static Course course(double change, double before, double error) {
      double size = Math.abs(change);
      if (size <= LEAST_CHANGE * before || size <= STANDARD_ERRORS * error) {
        return Course.STEADY;
      }
      return change > 0 ? Course.RISING : Course.FALLING;
    }
  }

  /// Something that an operator could do.
  ///
  /// @param weight 0 to 100, how much it matters
  /// @param seen what was measured
  /// @param advice what to do about it
  public record Recommendation(String name, int weight, String seen, String advice) {}

  /// From where a recommendation is made.
  ///
  /// @param errorRate above this share of messages
  /// @param messagesPerHour below this
  /// @param detectionRate below this share of messages
  /// @param slow above this is the p95 of a stage
  public record Thresholds(
      double errorRate, double messagesPerHour, double detectionRate, Duration slow) {
    public static final Thresholds DEFAULT = new Thresholds(0.05, 10, 0.10, Duration.ofSeconds(60));
  }

  /// What a report is made of. Each part is asked when a report is made; a part that fails is
  /// absent from it, the others are not.
  ///
  /// @param targets each name once
  public record Sources(
      Statistics statistics,
      Stages stages,
      List<Target> targets,
      ResourceWatch watch,
      DeadLetters letters) {
    public Sources {
      targets = List.copyOf(targets);
      Set<String> names = new HashSet<>();
      for (Target target : targets) {
        if (!names.add(target.goal().name())) {
          throw new IllegalArgumentException("two targets are named " + target.goal().name());
        }
      }
    }

    /// A report as of now.
    public PerformanceReport report(Thresholds thresholds) {
      List<Stages.Timing> timings = stages.timings();
      List<Trend> trends = statistics.trends();
      List<Target.Status> statuses = targets.stream().map(Target::status).toList();
      Advice advice = new Advice(thresholds);
      advice.onCounts(statistics.recent(Span.DAY.buckets()));
      advice.onTrends(trends);
      advice.onTargets(statuses);
      advice.onStages(timings);
      advice.onResources(watch.view());
      advice.onDeadLetters(Figure.ask(() -> Figure.of(letters.size())));
      return new PerformanceReport(
          statistics.overview(),
          statistics.components(),
          timings,
          trends,
          advice.recommendations(),
          statuses);
    }
  }

  public PerformanceReport {
    components = Map.copyOf(components);
    stages = List.copyOf(stages);
    trends = List.copyOf(trends);
    recommendations = List.copyOf(recommendations);
    targets = List.copyOf(targets);
  }
}
