package io.assay.runtime.measure;

import io.assay.runtime.measure.PerformanceReport.Course;
import io.assay.runtime.measure.PerformanceReport.Recommendation;
import io.assay.runtime.measure.PerformanceReport.Trend;
import io.assay.runtime.measure.Pressure.DiskStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The rules by which recommendations are made. Each says what was seen and what to do, and says
/// nothing where too little was seen.
final class Advice {
  private static final long FEW_MESSAGES = 20;
  private static final long MANY_MESSAGES = 100;
  private static final long FEW_RUNS = 20;

  private final PerformanceReport.Thresholds thresholds;
  private final List<Recommendation> made = new ArrayList<>();

  Advice(PerformanceReport.Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /// The weightiest first.
  List<Recommendation> recommendations() {
    return made.stream()
        .sorted(
            Comparator.comparingInt(Recommendation::weight)
                .reversed()
                .thenComparing(Recommendation::name))
        .toList();
  }

  private void make(String name, int weight, String seen, String advice) {
    made.add(new Recommendation(name, weight, seen, advice));
  }

  /// On what the last 24 hours counted.
  void onCounts(History.Sum day) {
    long messages = day.count(Statistics.MESSAGES_PROCESSED);
    long errors = day.count(Statistics.ERRORS);
    if (messages >= FEW_MESSAGES && errors > thresholds.errorRate() * messages) {
      make(
          "high_error_rate",
          90,
          String.format(
              Locale.ROOT, "%,d errors on %,d messages in the last day", errors, messages),
          "investigate what fails alike: assay dlq list, and the log");
    }
    if (day.hours() >= 1 && messages < thresholds.messagesPerHour() * day.hours()) {
      make(
          "low_message_volume",
          75,
          String.format(Locale.ROOT, "%,d messages in %.1f hours", messages, day.hours()),
          "check that the sources are connected, and the list of channels");
    }
    long signals = day.count(Statistics.SIGNALS_DETECTED);
    if (messages >= MANY_MESSAGES && signals < thresholds.detectionRate() * messages) {
      make(
          "low_signal_detection",
          40,
          String.format(
              Locale.ROOT, "%,d signals in %,d messages in the last day", signals, messages),
          "review the filters, and whether these channels call at all");
    }
  }

  /// On an error rate that rises from one day to the next.
  void onTrends(List<Trend> trends) {
    for (Trend trend : trends) {
      if (trend.figure().equals("error_rate")
          && trend.span() == PerformanceReport.Span.DAY
          && trend.course() == Course.RISING) {
        make(
            "rising_error_rate",
            45,
            "%s of messages in the last day, %s in the day before"
                .formatted(
                    trend.late().text(Figure.Unit.RATIO), trend.early().text(Figure.Unit.RATIO)),
            "look for what changed since: a source, a key, a version");
      }
    }
  }

  /// On every target that is missed; one that is not known yet says nothing.
  void onTargets(List<Target.Status> targets) {
    for (Target.Status target : targets) {
      if (target.verdict() == Target.Verdict.MISSED) {
        make("missed_" + target.goal().name(), 80, target.text(), target.goal().advice());
      }
    }
  }

  /// On stages that are slow.
  void onStages(List<Stages.Timing> stages) {
    double slow = thresholds.slow().toNanos() / 1e9;
    for (Stages.Timing stage : stages) {
      Stages.Recent recent = stage.recent();
      if (recent.count() - recent.failures() >= FEW_RUNS && recent.p95().isAbove(slow)) {
        make(
            "slow_" + stage.name(),
            55,
            "5 of 100 take longer than %s, half at most %s"
                .formatted(
                    recent.p95().text(Figure.Unit.SECONDS), recent.p50().text(Figure.Unit.SECONDS)),
            "see what the stage waits for: the network, the disk, a lock, or its turn");
      }
    }
  }

  /// On memory, disk and processor.
  void onResources(ResourceWatch.View view) {
    if (view.standing().memory() != Pressure.NORMAL) {
      onMemory(view);
    }
    DiskStage disk = view.standing().disk();
    if (disk != DiskStage.AMPLE) {
      make(
          "disk_pressure",
          disk == DiskStage.FULL ? 100 : 70,
          "the disk is at " + view.usage().diskLoad().text(Figure.Unit.RATIO),
          "move old backups away, or the data to a larger disk");
    }
    if (view.standing().hot()) {
      make(
          "cpu_over_limit",
          50,
          "the processor is at " + view.usage().cpu().ratio().text(Figure.Unit.RATIO),
          "give the process more cores, or let one backfill end before the next");
    }
  }

  private void onMemory(ResourceWatch.View view) {
    Pressure memory = view.standing().memory();
    int weight =
        switch (memory) {
          case NORMAL -> 0;
          case TRIM -> 30;
          case SHED -> 55;
          case PAUSE_BACKFILL -> 70;
          case REFUSE -> 95;
        };
    String load = view.load().text(Figure.Unit.RATIO);
    make(
        "memory_pressure",
        weight,
        "memory is at %s: %s since %s".formatted(load, memory, view.since()),
        "give the process more memory, or the caches less, or follow fewer channels");
  }

  /// On items that wait for an operator.
  void onDeadLetters(Figure letters) {
    if (letters.isAbove(0)) {
      make(
          "dead_letters",
          60,
          String.format(Locale.ROOT, "%,.0f items could not be worked", letters.orNaN()),
          "assay dlq list; once the cause is gone, assay dlq replay, else drop");
    }
  }
}
