package io.assay.app.web;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.javalin.config.JavalinState;
import io.javalin.http.servlet.JavalinServlet;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server of the house: Javalin's routing on a Jetty of our own making, without sessions,
/// web sockets, static files or anything else that nobody asked for. A few platform threads, named
/// `assay-web-…`, all daemons.
///
/// Starts once and stops once; to start again, make a new one.
public final class WebServer {
  private static final Logger log = LoggerFactory.getLogger(WebServer.class);
  private static final int LEAST_THREADS = 2;
  private static final int IDLE_THREAD_MILLIS = 60_000;

  /// How long a stop lets connections say nothing that have no request under way.
  private static final long HANG_UP_MILLIS = 100;

  private final WebSettings settings;
  private final AccessToken token;
  private final List<Route> routes;
  private final MeterRegistry meters;
  private final Time time;
  private final Server server;
  private final ServerConnector connector;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile @Nullable GracefulHandler underWay;

  /// A server that does not listen yet.
  ///
  /// @param routes all that it offers
  /// @param meters where it times its requests, by route
  public WebServer(
      WebSettings settings,
      AccessToken token,
      List<Route> routes,
      MeterRegistry meters,
      Time time) {
    this.settings = settings;
    this.token = token;
    this.routes = List.copyOf(routes);
    this.meters = meters;
    this.time = time;
    WebSettings.Bounds bounds = settings.bounds();
    server =
        new Server(threads(bounds), new ScheduledExecutorScheduler("assay-web-timer", true), null);
    connector = connector(server, settings);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(bounds.connections(), connector));
    connector.addBean(new HeadDeadline(connector.getScheduler(), bounds.idle(), time));
    server.setErrorHandler(new ProblemPages());
    server.setStopTimeout(bounds.grace().toMillis());
  }

  private static QueuedThreadPool threads(WebSettings.Bounds bounds) {
    // Jetty's own queue would start all of JMX to learn how long a cache line is: half of the time
    // to start, and 10 MB.
    QueuedThreadPool threads =
        new QueuedThreadPool(
            bounds.threads(), LEAST_THREADS, IDLE_THREAD_MILLIS, new LinkedBlockingQueue<>());
    threads.setName("assay-web");
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    threads.setStopTimeout(bounds.grace().toMillis());
    return threads;
  }

  private static ServerConnector connector(Server server, WebSettings settings) {
    WebSettings.Bounds bounds = settings.bounds();
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(bounds.headerBytes());
    http.setHttpCompliance(HttpCompliance.RFC9110);
    // An acceptor of its own: with none, the bound of connections is not lifted for certain.
    ServerConnector connector =
        new ServerConnector(server, null, null, null, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(bounds.idle().toMillis());
    connector.setShutdownIdleTimeout(HANG_UP_MILLIS);
    return connector;
  }

  /// Listens, and returns when it does.
  ///
  /// @throws Fault TEMPORARY if the address is in use, OPERATIONAL if it cannot be had at all
  /// @throws IllegalStateException if it was started before
  public void start() {
    if (started.getAndSet(true)) {
      throw new IllegalStateException("a web server starts once");
    }
    String where = Authority.written(settings.host(), settings.port());
    try {
      connector.open(); // so that the gate knows the port before the first request
    } catch (IOException e) {
      throw new Fault(
          isInUse(e) ? ErrorKind.TEMPORARY : ErrorKind.OPERATIONAL,
          "cannot listen on " + where + ", is it in use? Choose another with the key web.port",
          e);
    }
    try {
      GracefulHandler handler = new GracefulHandler(servlets());
      underWay = handler;
      server.setHandler(handler);
      server.start();
      log.info("listening on {}", url());
    } catch (Exception e) {
      stopAfter(e);
      throw new Fault(ErrorKind.BUG, "the web server does not start on " + where, e);
    }
  }

  /// Whether somebody else has the address: an address that is not this machine's is the same
  /// exception.
  private static boolean isInUse(IOException failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(each ->
            each instanceof BindException
                && String.valueOf(each.getMessage()).contains("already in use"));
  }

  private void stopAfter(Exception failure) {
    try {
      stop();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private ServletContextHandler servlets() {
    Gate gate = new Gate(settings, token, port());
    Front front = new Front(gate, settings.bounds(), meters, time);
    JavalinState state = new JavalinState();
    JavalinState.applyUserConfig(state, config -> front.open(config, routes));
    ServletContextHandler servlets = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
    servlets.addServlet(new ServletHolder(new JavalinServlet(state)), "/*");
    return servlets;
  }

  /// Stops: takes no more requests, lets those under way end for as long as `grace`, then
  /// interrupts and leaves behind what does not end. Returns within three times `grace`.
  /// Idempotent.
  ///
  /// @throws IllegalStateException if requests were cut off; it has stopped all the same
  public void stop() {
    GracefulHandler handler = underWay;
    underWay = null;
    long begun = handler == null ? 0 : handler.getCurrentRequestCount();
    try {
      server.stop();
    } catch (Exception e) {
      if (begun > 0) {
        throw new IllegalStateException("requests that did not end in time were cut off", e);
      }
      log.warn("the web server did not stop cleanly: {}", e.toString());
    } finally {
      connector.close();
    }
  }

  /// The port on which it listens; -1 while it does not.
  public int port() {
    return connector.getLocalPort();
  }

  /// The address under which it is reached from this machine, such as `http://127.0.0.1:8787`.
  public String url() {
    String host = settings.isWildcard() ? "127.0.0.1" : settings.host();
    return "http://" + Authority.written(host, port());
  }
}
