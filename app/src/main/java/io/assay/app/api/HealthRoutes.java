package io.assay.app.api;

import io.assay.app.web.Answer;
import io.assay.app.web.Resource;
import io.assay.app.web.Route;
import java.util.List;
import java.util.function.Supplier;

/// The probes: 200 for yes, 503 for no, with the reasons. Open to everybody, for whoever probes has
/// no token.
record HealthRoutes(SystemView view) {
  private static final int NO = 503;

  /// Everything at once.
  record Health(
      SystemView.Condition condition,
      SystemView.Verdict startup,
      SystemView.Verdict live,
      SystemView.Verdict ready,
      List<SystemView.Component> components) {}

  List<Route> routes() {
    return List.of(
        probe("/health/startup", view::startup),
        probe("/health/live", view::live),
        probe("/health/ready", view::ready),
        new Resource("/health", Route.Access.OPEN, _ -> health()));
  }

  private static Route probe(String path, Supplier<SystemView.Verdict> probe) {
    return new Resource(
        path,
        Route.Access.OPEN,
        _ -> {
          SystemView.Verdict verdict = probe.get();
          return Answer.json(verdict.ok() ? 200 : NO, verdict);
        });
  }

  private Answer health() {
    SystemView.Verdict ready = view.ready();
    Health health =
        new Health(
            view.identity().condition(),
            view.startup(),
            view.live(),
            ready,
            view.components().components());
    return Answer.json(ready.ok() ? 200 : NO, health);
  }
}
