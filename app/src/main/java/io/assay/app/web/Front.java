package io.assay.app.web;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way of every request: admitted, found, let pass, answered or refused, counted.
final class Front {
  private static final Logger log = LoggerFactory.getLogger(Front.class);
  private static final String ROUTE = "assay.route";
  private static final String BEGUN = "assay.begun";
  private static final Set<String> COUNTED =
      Set.of("GET", "HEAD", "POST", "DELETE", "PUT", "PATCH", "OPTIONS");

  private final Gate gate;
  private final MeterRegistry meters;
  private final Time time;
  private final WebSettings.Bounds bounds;
  private final AtomicLong incidents = new AtomicLong();

  Front(Gate gate, WebSettings.Bounds bounds, MeterRegistry meters, Time time) {
    this.gate = gate;
    this.meters = meters;
    this.time = time;
    this.bounds = bounds;
  }

  /// Lays the way for these routes.
  void open(JavalinConfig config, List<Route> routes) {
    config.http.prefer405over404 = true;
    RoutesConfig ways = config.routes;
    ways.before(this::admit);
    for (Route route : routes) {
      for (String method : route.methods()) {
        ways.addEndpoint(
            new Endpoint(
                HandlerType.findOrCreate(method), route.path(), context -> serve(context, route)));
      }
    }
    ways.after(this::count);
    // Javalin would answer these in its own words.
    ways.exception(HttpResponseException.class, this::refuse);
    ways.exception(Exception.class, this::refuse);
  }

  private void admit(Context context) {
    context.attribute(BEGUN, time.nanos());
    Gate.GUARDS.forEach(context::header);
    gate.admit(context.header("Host"));
  }

  private void serve(Context context, Route route) throws Exception {
    context.attribute(ROUTE, route.path());
    Exchange exchange = new Exchange(context, bounds, time);
    gate.pass(
        route.access(),
        String.valueOf(context.header("Host")),
        context.header("Origin"),
        context.header("Authorization"));
    String media = exchange.media();
    if (media != null && !route.media().contains(media)) {
      throw new Refusal(415, "this takes " + taken(route));
    }
    try {
      exchange.answer(route.answer(exchange));
    } catch (Error e) { // costs this request alone
      throw new ExecutionException(e);
    }
  }

  private static String taken(Route route) {
    return route.media().isEmpty()
        ? "no body"
        : "a body of type " + route.media().stream().sorted().collect(Collectors.joining(" or "));
  }

  private void refuse(Exception failure, Context context) {
    new Exchange(context, bounds, time).refuse(refusal(failure, context));
  }

  /// What a failure is to whoever asked.
  private Refusal refusal(Exception failure, Context context) {
    return switch (failure) {
      case Refusal refusal -> refusal;
      case HttpResponseException none -> unmatched(none, context);
      case Fault fault when fault.kind() != ErrorKind.BUG -> refusal(fault);
      case InterruptedException _ -> {
        Thread.currentThread().interrupt();
        yield Refusal.later("the house is stopping", Duration.ofSeconds(1));
      }
      case IOException broken when broken.getCause() instanceof HttpException told ->
          new Refusal(told.getCode(), "the body cannot be read");
      case EofException _ -> new Refusal(400, "the request broke off");
      default -> incident(failure, context);
    };
  }

  private static Refusal unmatched(HttpResponseException none, Context context) {
    if (none.getStatus() == 405) {
      String allowed = String.join(", ", none.getDetails().values());
      return new Refusal(405, context.method() + " is not what this answers")
          .header("Allow", allowed);
    }
    return none.getStatus() == 404
        ? Refusal.unknown("such resource")
        : new Refusal(none.getStatus(), String.valueOf(none.getMessage()));
  }

  private static Refusal refusal(Fault fault) {
    String words = String.valueOf(fault.getMessage());
    return switch (fault.kind()) {
      case TEMPORARY -> Refusal.later(words, fault.leastWait());
      case OPERATIONAL, FATAL -> new Refusal(409, words);
      case BAD_ITEM, BUG -> new Refusal(422, words);
    };
  }

  /// A bug: all of it goes to the log, its name alone to the client.
  private Refusal incident(Exception failure, Context context) {
    String name =
        String.format(
            Locale.ROOT,
            "%s-%d",
            Long.toString(time.instant().getEpochSecond(), 36),
            incidents.incrementAndGet());
    log.error("incident {}: {} {} failed", name, context.method(), template(context), failure);
    return new Refusal(500, "this is a bug; the log has it under incident " + name)
        .member("incident", name);
  }

  /// Counted under the template, never under the path: paths are without number.
  private void count(Context context) {
    String method = context.method().name();
    Long begun = context.attribute(BEGUN);
    Timer.builder("http.server.requests")
        .description("Requests answered, by route")
        .tag("method", COUNTED.contains(method) ? method : "OTHER")
        .tag("uri", template(context))
        .tag("status", Integer.toString(context.statusCode()))
        .register(meters)
        .record(begun == null ? Duration.ZERO : time.since(begun));
  }

  private static String template(Context context) {
    String route = context.attribute(ROUTE);
    return route == null ? "none" : route;
  }
}
