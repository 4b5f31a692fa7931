package io.assay.app.house;

import io.assay.app.api.Controls;
import io.assay.app.api.SystemView;
import io.assay.runtime.State;
import io.assay.runtime.health.CheckResult;
import io.assay.runtime.health.ComponentHealth;
import io.assay.runtime.health.HealthHistory;
import io.assay.runtime.health.Probes;
import io.assay.runtime.measure.Figure;
import io.assay.runtime.measure.PerformanceReport;
import io.assay.runtime.measure.PerformanceReport.Recommendation;
import io.assay.runtime.measure.ResourceWatch;
import io.assay.runtime.measure.Stages;
import io.assay.runtime.measure.StatisticsStore.Bucket;
import io.assay.runtime.measure.Usage;
import io.assay.runtime.task.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A running system in the words of the API.
public final class HouseView implements SystemView {
  private static final Duration DAY = Duration.ofDays(1);

  private final House house;

  public HouseView(House house) {
    this.house = house;
  }

  @Override
  public Identity identity() {
    House.Identity id = house.identity();
    Probes.Answer ready = house.health().probes().ready();
    List<String> reasons = new ArrayList<>(ready.reasons());
    Condition condition = ready.ok() ? Condition.READY : Condition.NOT_READY;
    if (ready.ok() && house.health().board().overall() == CheckResult.Status.DEGRADED) {
      condition = Condition.DEGRADED;
      reasons.addAll(degradations());
    }
    return new Identity(
        id.name(),
        id.systemId(),
        id.version(),
        id.simulated(),
        house.life().lifecycle().phase().name(),
        id.started(),
        house.time().since(id.startedNanos()),
        condition,
        reasons);
  }

  private List<String> degradations() {
    return house.health().board().components().stream()
        .filter(each ->
            each.status() == CheckResult.Status.DEGRADED
                || each.status() == CheckResult.Status.DOWN)
        .map(each -> each.name() + " is " + each.status() + words(each.detail()))
        .toList();
  }

  private static String words(String detail) {
    return detail.isEmpty() ? "" : ": " + detail;
  }

  @Override
  public Verdict startup() {
    return verdict(house.health().probes().startup());
  }

  @Override
  public Verdict live() {
    return verdict(house.health().probes().live());
  }

  @Override
  public Verdict ready() {
    return verdict(house.health().probes().ready());
  }

  private static Verdict verdict(Probes.Answer answer) {
    return new Verdict(answer.ok(), answer.reasons());
  }

  @Override
  public Components components() {
    Map<String, ComponentHealth> health =
        house.health().board().components().stream()
            .collect(Collectors.toMap(ComponentHealth::name, Function.identity()));
    List<Component> all = new ArrayList<>();
    for (var each : house.life().lifecycle().components()) {
      all.add(
          new Component(
              each.name(),
              each.phase().name(),
              each.criticality(),
              Standing.of(each.state(), each.since()),
              checked(health.get(each.name()))));
    }
    return new Components(all);
  }

  private static @Nullable Checked checked(@Nullable ComponentHealth health) {
    if (health == null) {
      return null;
    }
    ComponentHealth.Seen seen = health.last();
    return new Checked(
        health.status().name(),
        health.detail(),
        seen == null ? null : seen.age(),
        seen == null || seen.stale(),
        seen == null ? Map.of() : seen.result().figures());
  }

  @Override
  public Tasks tasks() {
    return new Tasks(house.life().supervisor().tasks().stream().map(HouseView::task).toList());
  }

  private static Task task(TaskView task) {
    TaskView.Tally tally = task.tally();
    boolean runs = task.state() instanceof State.Running || task.state() instanceof State.Degraded;
    return new Task(
        task.name(),
        task.crew(),
        task.criticality(),
        Standing.of(task.state(), task.since()),
        new Tally(tally.generation(), tally.crashes(), tally.waits(), tally.worked()),
        runs ? task.silence() : null,
        task.lastFailure());
  }

  @Override
  public Resources resources() {
    ResourceWatch.View view = house.measures().watch().view();
    Usage usage = view.usage();
    long limit = view.limits().memoryFor(usage);
    var memory = usage.memory();
    return new Resources(
        new Memory(
            whole(memory.resident()), limit, whole(memory.heapAfterGc()), whole(memory.heapMax())),
        number(usage.cpu().ratio()),
        new Disk(whole(usage.disk().usable()), whole(usage.disk().total())),
        new Files(whole(usage.files().open()), whole(usage.files().max())),
        pressure(view),
        queues(),
        house.flow().books().reading().lag());
  }

  private static Pressure pressure(ResourceWatch.View view) {
    var standing = view.standing();
    return new Pressure(standing.memory().name(), standing.disk().name(), view.since());
  }

  private List<Queue> queues() {
    List<Queue> queues = new ArrayList<>();
    house.queues().forEach((name, waiting) -> queues.add(new Queue(name, waiting, null)));
    return queues;
  }

  private static @Nullable Long whole(Figure figure) {
    return figure instanceof Figure.Known(double value) ? Long.valueOf((long) value) : null;
  }

  private static @Nullable Double number(Figure figure) {
    return figure instanceof Figure.Known(double value) ? Double.valueOf(value) : null;
  }

  @Override
  public Alerts alerts() {
    List<Alert> alerts = house.health().alerts().alerts().stream().map(HouseView::alert).toList();
    List<Controls.Silence> silences =
        house.health().alerts().silences().stream()
            .map(each ->
                new Controls.Silence(each.id(), AlertKeys.of(each), each.until(), each.why()))
            .toList();
    return new Alerts(alerts, silences);
  }

  private static Alert alert(io.assay.runtime.alert.Alert alert) {
    return new Alert(
        AlertKeys.of(alert.id()),
        alert.severity().name(),
        alert.state().name(),
        alert.since(),
        alert.value(),
        alert.summary(),
        alert.flapping(),
        alert.acknowledgedBy() != null,
        alert.silencedBy() != null);
  }

  @Override
  public Statistics statistics() {
    var statistics = house.measures().performance().get().statistics();
    return new Statistics(periods(statistics.hourly()), periods(statistics.daily()));
  }

  private static List<Period> periods(List<Bucket> buckets) {
    return buckets.stream()
        .sorted(Comparator.comparing(Bucket::start).reversed())
        .map(HouseView::period)
        .toList();
  }

  private static Period period(Bucket bucket) {
    Map<String, Double> figures = new LinkedHashMap<>();
    bucket.counts().forEach((name, count) -> figures.put(name, (double) count));
    figures.put("covered_seconds", bucket.covered().toNanos() / 1e9);
    return new Period(bucket.start(), figures);
  }

  @Override
  public Availability availability() {
    Instant now = house.time().instant();
    double target = target("availability");
    return switch (house.health().history().availability(DAY)) {
      case HealthHistory.Availability.Known known ->
          new Availability(now.minus(known.over()), now, known.ratio(), known.over(), target);
      case HealthHistory.Availability.Unknown _ ->
          new Availability(now, now, null, Duration.ZERO, target);
    };
  }

  private double target(String name) {
    return house.measures().performance().get().targets().stream()
        .filter(target -> target.goal().name().equals(name))
        .mapToDouble(io.assay.runtime.measure.Target::limit)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Performance performance() {
    PerformanceReport report = house.report();
    Map<String, Double> trends = new LinkedHashMap<>();
    for (PerformanceReport.Trend trend : report.trends()) {
      if (trend.ratio() instanceof Figure.Known(double ratio)) {
        String span = trend.span().name().toLowerCase(Locale.ROOT);
        trends.put(trend.figure() + "_" + span, ratio - 1);
      }
    }
    return new Performance(
        report.stages().stream().map(HouseView::stage).toList(),
        report.targets().stream().map(HouseView::target).toList(),
        trends,
        report.recommendations().stream().map(HouseView::words).toList());
  }

  private static String words(Recommendation recommendation) {
    return recommendation.seen() + ": " + recommendation.advice();
  }

  private static Stage stage(Stages.Timing timing) {
    Stages.Recent recent = timing.recent();
    return new Stage(
        timing.name(),
        timing.count(),
        timing.failures(),
        duration(recent.p50()),
        duration(recent.p95()),
        duration(recent.p99()),
        duration(recent.max()));
  }

  private static @Nullable Duration duration(Figure seconds) {
    return seconds instanceof Figure.Known(double value)
        ? Duration.ofNanos(Math.round(value * 1e9))
        : null;
  }

  private static Target target(io.assay.runtime.measure.Target.Status status) {
    return new Target(
        status.goal().name(),
        status.goal().direction().name(),
        status.limit(),
        unit(status.goal().unit()),
        number(status.actual()),
        switch (status.verdict()) {
          case MET -> Boolean.TRUE;
          case MISSED -> Boolean.FALSE;
          case UNKNOWN -> null;
        });
  }

  private static String unit(Figure.Unit unit) {
    return switch (unit) {
      case COUNT -> "count";
      case RATIO -> "ratio";
      case SECONDS -> "s";
      case BYTES -> "bytes";
    };
  }
}
