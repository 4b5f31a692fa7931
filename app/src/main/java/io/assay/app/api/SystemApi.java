package io.assay.app.api;

import io.assay.app.web.Action;
import io.assay.app.web.Answer;
import io.assay.app.web.Refusal;
import io.assay.app.web.Resource;
import io.assay.app.web.Route;
import io.assay.runtime.DeadLetters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Everything that the running system offers over HTTP.
///
/// @param providers how those do who are asked for prices
/// @param quotes the last prices of watched calls
/// @param metrics the meters as Prometheus reads them
public record SystemApi(
    SystemView view,
    Controls controls,
    DeadLetters letters,
    MessageIntake intake,
    Supplier<? extends Record> providers,
    CallQuotes quotes,
    Supplier<String> metrics) {
  /// Where the resources of the system begin.
  public static final String ROOT = "/api/v1/system";

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  /// Who it is, and where the rest is to be found.
  record Index(SystemView.Identity system, Map<String, String> links) {}

  /// All of it, as routes.
  public List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(new HealthRoutes(view).routes());
    all.add(
        new Resource(
            "/metrics", Route.Access.READ, _ -> new Answer.Text(PROMETHEUS, metrics.get())));
    all.addAll(resources());
    all.addAll(actions());
    all.addAll(new LetterRoutes(letters, controls).routes());
    all.addAll(new CallRoutes(controls).routes());
    all.addAll(new QuoteRoutes(quotes).routes());
    all.add(new MessageRoute(intake).route());
    return List.copyOf(all);
  }

  private List<Route> resources() {
    return List.of(
        Resource.of(ROOT, () -> new Index(view.identity(), links())),
        Resource.of(ROOT + "/components", view::components),
        Resource.of(ROOT + "/tasks", view::tasks),
        Resource.of(ROOT + "/resources", view::resources),
        Resource.of(ROOT + "/providers", providers),
        Resource.of(ROOT + "/alerts", view::alerts),
        Resource.of(ROOT + "/statistics", view::statistics),
        Resource.of(ROOT + "/availability", view::availability),
        Resource.of(ROOT + "/performance", view::performance));
  }

  private static Map<String, String> links() {
    Map<String, String> links = new LinkedHashMap<>();
    for (String name :
        List.of(
            "components",
            "tasks",
            "resources",
            "providers",
            "alerts",
            "statistics",
            "availability",
            "performance",
            "dead-letters")) {
      links.put(name.replace('-', '_'), ROOT + "/" + name);
    }
    links.put("call_quotes", QuoteRoutes.PAGE);
    links.put("health", "/health");
    links.put("metrics", "/metrics");
    return links;
  }

  private List<Route> actions() {
    return List.of(
        Action.post("/-/reload", _ -> Answer.json(controls.reload())),
        Action.post(
            ROOT + "/tasks/{name}/restart",
            request ->
                done(controls.restart(request.path("name")), "task " + request.path("name"))),
        Action.post(
            ROOT + "/alerts/{key}/acknowledge",
            request ->
                done(controls.acknowledge(request.path("key")), "alert " + request.path("key"))),
        Action.postJson(ROOT + "/silences", request -> silenced(request.body(Controls.Wish.class))),
        Action.delete(
            ROOT + "/silences/{id}",
            request ->
                done(controls.unsilence(request.path("id")), "silence " + request.path("id"))));
  }

  private Answer silenced(Controls.Wish wish) {
    Controls.Silence silence = controls.silence(wish);
    if (silence == null) {
      throw new Refusal(400, "there is no rule whose alerts are called " + wish.alert());
    }
    return Answer.json(201, silence);
  }

  /// It was done, or there is no such thing.
  ///
  /// @param what it was to be done to
  static Answer done(boolean found, String what) {
    if (!found) {
      throw Refusal.unknown(what);
    }
    return Answer.done();
  }
}
