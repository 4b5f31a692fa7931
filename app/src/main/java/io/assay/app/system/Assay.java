package io.assay.app.system;

import io.assay.adapters.desk.SqliteDesk;
import io.assay.adapters.sqlite.BooksLock;
import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.adapters.sqlite.TransactionWatch;
import io.assay.app.api.SystemApi;
import io.assay.app.api.SystemView;
import io.assay.app.client.RunningSystem;
import io.assay.app.config.Settings;
import io.assay.app.house.AlertRules;
import io.assay.app.house.FlowFigures;
import io.assay.app.house.House;
import io.assay.app.house.HouseControls;
import io.assay.app.house.HouseMeters;
import io.assay.app.house.HouseView;
import io.assay.app.house.Notices;
import io.assay.app.house.Policies;
import io.assay.app.house.Reloading;
import io.assay.app.house.Signs;
import io.assay.app.house.Targets;
import io.assay.app.live.BooksGauge;
import io.assay.app.live.DataOutput;
import io.assay.app.live.InboxMonitoring;
import io.assay.app.live.Lanes;
import io.assay.app.live.LiveIntake;
import io.assay.app.live.MessageLetters;
import io.assay.app.live.PostedMessages;
import io.assay.app.live.Valve;
import io.assay.app.market.OpenMarket;
import io.assay.app.watching.WatchEvent;
import io.assay.app.watching.Watching;
import io.assay.app.web.AccessToken;
import io.assay.app.web.WebServer;
import io.assay.app.web.WebSettings;
import io.assay.core.flow.Live;
import io.assay.core.flow.Replay;
import io.assay.runtime.Criticality;
import io.assay.runtime.Time;
import io.assay.runtime.alert.Alerts;
import io.assay.runtime.alert.Rule;
import io.assay.runtime.health.CheckResult;
import io.assay.runtime.health.HealthBoard;
import io.assay.runtime.health.HealthHistory;
import io.assay.runtime.health.HealthMonitor;
import io.assay.runtime.health.Probes;
import io.assay.runtime.life.Component;
import io.assay.runtime.life.ExitStatus;
import io.assay.runtime.life.Lifecycle;
import io.assay.runtime.life.NotifySocket;
import io.assay.runtime.life.Phase;
import io.assay.runtime.life.StartFailure;
import io.assay.runtime.life.StopReport;
import io.assay.runtime.measure.PerformanceReport;
import io.assay.runtime.measure.Pressure;
import io.assay.runtime.measure.ResourceWatch;
import io.assay.runtime.measure.Stages;
import io.assay.runtime.measure.Statistics;
import io.assay.runtime.measure.Usage;
import io.assay.runtime.task.Crew;
import io.assay.runtime.task.RestartPolicy;
import io.assay.runtime.task.Supervisor;
import io.assay.runtime.task.TaskSpec;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The whole system, made here and nowhere else, straight down: what measures, what supervises, the
/// flow, what watches, what shows. Opening one takes its data directory; starting it takes in work;
/// closing it gives everything back. Several may live in one process, each with a directory of its
/// own.
public final class Assay implements AutoCloseable {
  private static final Duration TICK_LIMIT = Duration.ofSeconds(10);

  private final Surroundings around;
  private final Time time;
  private final Path data;
  private final Path books;
  private final BooksLock lock;
  private final SqliteDesk desk;
  private final PrometheusMeterRegistry meters;
  private final Statistics statistics;
  private final ResourceWatch watch;
  private final FlowFigures figures;
  private final Supervisor supervisor;
  private final Lanes lanes;
  private final BooksGauge gauge = new BooksGauge();
  private final DataOutput.Backlog backlog = new DataOutput.Backlog(gauge);
  private final MessageLetters messageLetters;
  private final LiveIntake intake;
  private final OpenMarket market;
  private final Watching watching;
  private final Valve backfill = new Valve();
  private final Valve optional = new Valve();
  private final Valve stopping = new Valve();
  private final HealthBoard board;
  private final Probes probes;
  private final HealthHistory history;
  private final HealthMonitor monitor;
  private final Notices notices;
  private final Lifecycle lifecycle;
  private final House house;
  private final HouseView view;
  private final HouseControls controls;
  private final FlowCrews flow;
  private final UpkeepCrew upkeep;
  private final WebServer web;
  private final NotifySocket serviceManager;
  private final CompletableFuture<ExitStatus> collapse = new CompletableFuture<>();
  private final AtomicBoolean deskCleared = new AtomicBoolean();
  private final AtomicBoolean givenBack = new AtomicBoolean();
  private volatile Settings settings;

  /// Opens a system.
  ///
  /// @throws IOException if its data directory cannot be made
  /// @throws io.assay.adapters.sqlite.BooksException if another system has it, or its books cannot
  ///   be opened
  public static Assay open(Settings settings, Surroundings around) throws IOException {
    Path data = settings.data().directory();
    Files.createDirectories(data);
    BooksLock lock = SqliteBooks.lock(data.resolve("assay.db"));
    try {
      SqliteDesk desk = SqliteDesk.open(data.resolve("desk.db"));
      try {
        return new Assay(settings, around, lock, desk);
      } catch (IOException | RuntimeException e) {
        desk.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private Assay(Settings set, Surroundings around, BooksLock lock, SqliteDesk desk)
      throws IOException {
    this.settings = set;
    this.around = around;
    this.lock = lock;
    this.desk = desk;
    time = around.time();
    data = set.data().directory();
    books = data.resolve("assay.db");

    // what measures
    meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    statistics = new Statistics(meters, time, desk.statistics());
    Stages stages = new Stages(meters, time, Duration.ofMinutes(5));
    figures = new FlowFigures(statistics, stages, time, set.system().performanceMonitoring());
    watch = new ResourceWatch(Usage.probe(time, Path.of("/"), data), time, Policies.limits(set));
    watch.bindTo(meters);

    // what supervises
    supervisor =
        new Supervisor(time, new SplittableRandom(), Supervisor.Settings.DEFAULT, new Hearing());

    // the flow
    lanes = new Lanes(time);
    messageLetters = new MessageLetters(desk.deadLetters(), lanes, time);
    intake = new LiveIntake(lanes, this::shortage, messageLetters, figures, time);
    market = OpenMarket.open(set, time);
    watching =
        new Watching(
            new Watching.Books(books, gauge),
            market,
            desk.marks(),
            () -> settings.tracking().capacity(),
            time);

    // what watches
    board = new HealthBoard(time, Policies.board(set));
    probes = new Probes(new Probes.Pulse(supervisor::sinceTick, TICK_LIMIT), intake::isOpen, board);
    history = new HealthHistory(desk.health(), Policies.depth(set));
    notices =
        new Notices(set, desk.deadLetters(), new Alerts.Memory(desk.silences(), desk.told()), time);
    serviceManager = NotifySocket.of(System.getenv());
    List<Component> components = components();
    components.forEach(
        each -> board.register(each.name(), each.criticality(), each.hooks().check()));
    lifecycle =
        new Lifecycle(
            components,
            new Lifecycle.Settings(set.system().startTimeout(), set.system().stopTimeout()),
            time,
            new SplittableRandom(),
            new Milestones());

    // what shows
    Supplier<PerformanceReport.Sources> performance =
        () ->
            new PerformanceReport.Sources(
                statistics,
                stages,
                Targets.of(settings.performance().targets(), figures, watch, history),
                watch,
                desk.deadLetters());
    house =
        new House(
            Policies.identity(set, around.systemId(), around.isSimulated(), time),
            new House.Life(lifecycle, supervisor),
            new House.Health(board, probes, history, notices.alerts(), notices.routing()),
            new House.Measures(figures, performance, watch),
            new House.Flow(lanes, gauge, backlog, desk.deadLetters()),
            time);
    notices.alerts().replaceRules(AlertRules.of(house, set));
    view = new HouseView(house);
    controls =
        new HouseControls(
            house,
            new Reloading(around.configuration(), () -> settings, this::follow),
            Map.of(
                MessageLetters.ORIGIN, messageLetters::retry,
                InboxMonitoring.ORIGIN, letter -> InboxMonitoring.retry(set.inbox(), letter),
                Notices.ORIGIN, notices::retry));
    flow =
        new FlowCrews(
            () -> settings,
            new FlowCrews.Ledger(books, this::openBooks),
            house.flow(),
            new FlowCrews.Intake(intake, messageLetters, backfill, optional),
            figures,
            market,
            desk.marks(),
            around.input(),
            around.outside(),
            time);
    monitor = Signs.monitor(house, set);
    upkeep =
        new UpkeepCrew(
            () -> settings,
            house,
            monitor,
            statistics,
            serviceManager,
            books,
            !around.isSimulated(),
            optional);
    AccessToken token =
        set.web().token() == null
            ? AccessToken.keptIn(data)
            : AccessToken.of(set.web().token().reveal());
    SystemApi api =
        new SystemApi(
            view,
            controls,
            desk.deadLetters(),
            new PostedMessages(intake, stopping::closed),
            market::providers,
            watching.quotes(),
            meters::scrape);
    web =
        new WebServer(
            new WebSettings(set.web().host(), set.web().port()), token, api.routes(), meters, time);
    HouseMeters.bind(house, meters);
    Signs.tell(house, statistics);
    Policies.reclaimables(house, backfill, optional, set).forEach(watch::register);
    watch.register(market.reclaimable());
    market.bindTo(meters);
    watching.bindTo(meters);
  }

  private List<Component> components() {
    return List.of(
        Component.of("desk", Phase.INITIALIZE)
            .stopping(_ -> clearDesk())
            .checking(() -> CheckResult.up().with("dead_letters", desk.deadLetters().size())),
        Component.of("notices", Phase.INITIALIZE)
            .needing("desk")
            .stopping(_ -> notices.routing().settle()),
        Component.of("ledger", Phase.INITIALIZE)
            .starting(() -> openBooks(() -> true).close())
            .stopping(_ -> giveBack())
            .checking(() -> Signs.ledger(gauge)),
        Component.of("web", Phase.CONNECT)
            .needing("desk")
            .starting(this::listen)
            .stopping(_ -> hangUp()),
        Component.of("prices", Phase.CONNECT)
            .with(Criticality.DEGRADABLE)
            .starting(market::greet)
            .stopping(_ -> market.close())
            .checking(market::check),
        Component.of("channels", Phase.CONNECT).checking(() -> Signs.channels(figures, settings)),
        Component.of("fold", Phase.RECOVER).needing("ledger").starting(this::takeUp),
        crew("upkeep", () -> upkeep.tasks(), Criticality.DEGRADABLE, "notices"),
        crew("output", () -> flow.output(), Criticality.DEGRADABLE, "fold", "upkeep"),
        crew("processing", () -> flow.processing(), Criticality.CRITICAL, "fold", "output"),
        crew("pricing", () -> flow.pricing(), Criticality.DEGRADABLE, "processing", "prices"),
        crew("watching", watching::tasks, Criticality.OPTIONAL, "pricing")
            .checking(() -> watching.check(Signs.crew("watching", supervisor.tasks()))),
        crew("intake", () -> flow.sources(), Criticality.DEGRADABLE, "processing", "pricing"),
        crew("guests", () -> List.of(), Criticality.OPTIONAL, "intake")
            .starting(() -> around.crews().forEach(supervisor::start))
            .stopping(within -> {
              for (Crew crew : around.crews()) {
                requireEnded(supervisor.stop(crew.name(), within));
              }
            }));
  }

  /// A crew as a component: started whole, stopped upstream first, as well as its tasks are.
  private Component crew(
      String name, Supplier<List<TaskSpec>> tasks, Criticality criticality, String... needs) {
    return Component.of(name, Phase.RUN)
        .needing(needs)
        .with(criticality)
        .starting(() -> start(new Crew(name, Crew.Strategy.ONE_FOR_ONE, configured(tasks.get()))))
        .stopping(within -> requireEnded(supervisor.stop(name, within)))
        .checking(() -> Signs.crew(name, supervisor.tasks()));
  }

  private List<TaskSpec> configured(List<TaskSpec> tasks) {
    return tasks.stream().map(task -> Policies.apply(settings.tasks(), task)).toList();
  }

  private void start(Crew crew) {
    supervisor.start(crew);
    crew.tasks().forEach(task -> HouseMeters.bindTask(task.name(), house, meters));
  }

  private static void requireEnded(List<String> left) {
    if (!left.isEmpty()) {
      throw new IllegalStateException(String.join("; ", left));
    }
  }

  private SqliteBooks openBooks(BooleanSupplier current) {
    return lock.open(TransactionWatch.NONE, current::getAsBoolean);
  }

  /// What an earlier run left is taken up, or the start fails before anything is taken in.
  private void takeUp() {
    try (SqliteBooks opened = openBooks(() -> true)) {
      gauge.read(opened.journal().head(), new Live(opened, Replay.Limits.BULK));
    }
  }

  private void clearDesk() {
    if (deskCleared.compareAndSet(false, true)) {
      desk.close();
    }
  }

  /// Gives the directory back, once: it may be another's a moment later.
  private void giveBack() {
    if (givenBack.compareAndSet(false, true)) {
      lock.close();
    }
  }

  private void listen() throws IOException {
    web.start();
    RunningSystem.write(data, web.url());
  }

  private void hangUp() throws IOException {
    RunningSystem.withdraw(data);
    web.stop();
  }

  /// Why nothing is taken in; empty where something is.
  private String shortage() {
    return watch.view().refuses() ? "memory or disk is nearly full" : "";
  }

  /// Everything is made first and put in force then, so that what cannot be made changes nothing.
  private void follow(Settings fresh) {
    Pressure.Limits limits = Policies.limits(fresh);
    Map<String, RestartPolicy> restarts = Policies.restarts(fresh.tasks());
    List<Rule> rules = AlertRules.of(house, fresh);
    settings = fresh;
    watch.limits(limits);
    supervisor.follow(restarts);
    notices.alerts().replaceRules(rules);
    around.reconfigured().accept(fresh);
  }

  /// Starts it; returns when it is ready.
  ///
  /// @throws StartFailure if it does not start; everything is given back then
  public void start() throws StartFailure, InterruptedException {
    supervisor.start();
    lifecycle.start();
    probes.startupDone();
    serviceManager.ready();
  }

  /// How it is, for whoever asks in the same process.
  public SystemView health() {
    return view;
  }

  /// How it does, and what could be done about it.
  public PerformanceReport performance() {
    return house.report();
  }

  /// What an operator may have it do.
  public HouseControls controls() {
    return controls;
  }

  /// Has somebody told of what the prices of watched calls do.
  public void listen(WatchEvent.Listener listener) {
    watching.listen(listener);
  }

  /// The address of its pages, such as `http://127.0.0.1:8787`.
  public String url() {
    return web.url();
  }

  /// Done when it can no longer help itself and is to be closed, with how the process should end.
  public CompletableFuture<ExitStatus> collapse() {
    return collapse.copy();
  }

  /// Stops it, and says how that went. Again, it says the same.
  public StopReport stop() throws InterruptedException {
    try {
      return lifecycle.stop();
    } finally {
      supervisor.close();
      board.close();
      notices.close();
      market.close();
      clearDesk(); // what was opened and never started is given back here
      giveBack();
    }
  }

  /// The same, for `try`.
  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Hears what its supervisor has to say.
  private final class Hearing implements Supervisor.Watch {
    @Override
    public void recovered(String task, Duration took) {
      figures.recovered(took);
    }

    @Override
    public void collapsed(String cause) {
      collapse.completeAsync(() -> ExitStatus.BUG);
    }
  }

  /// Tells others how far it is.
  private final class Milestones implements Lifecycle.Watch {
    @Override
    public void reached(Phase phase) {
      serviceManager.status("phase " + phase);
    }

    @Override
    public void stopping() {
      if (probes.ready().ok()) {
        monitor.sample(); // the time since the last one was up, and nobody else vouches for it
      }
      probes.draining();
      stopping.close("the system is stopping");
      serviceManager.stopping();
    }
  }
}
