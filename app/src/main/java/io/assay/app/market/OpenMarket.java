package io.assay.app.market;

import io.assay.adapters.market.Order;
import io.assay.adapters.market.PriceEngine;
import io.assay.adapters.market.PriceEngine.ProviderState;
import io.assay.adapters.market.PriceHistory;
import io.assay.adapters.market.Priority;
import io.assay.adapters.market.Tally;
import io.assay.adapters.provider.Provider;
import io.assay.app.config.Settings;
import io.assay.core.asset.Asset;
import io.assay.core.price.Quoted;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.health.CheckResult;
import io.assay.runtime.measure.Reclaimable;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The market as a part of the running system: the engine, what asks it, how it is. Safe for any
/// thread.
public final class OpenMarket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenMarket.class);
  private static final double OFTEN = 0.5;

  private final List<Provider> providers;
  private final PriceEngine engine;
  private final Asking asking;
  private final Listings listings;
  private final AtomicBoolean closed = new AtomicBoolean();

  private OpenMarket(List<Provider> providers, PriceEngine engine, List<Path> tokenLists) {
    this.providers = providers;
    this.engine = engine;
    asking = new Asking(new PriceHistory(engine));
    boolean listed = providers.stream().anyMatch(Provider.CoinList.class::isInstance);
    listings = new Listings(engine, listed, tokenLists);
  }

  /// The market of these settings.
  ///
  /// @throws IOException if the budgets of the providers cannot be kept
  public static OpenMarket open(Settings settings, Time time) throws IOException {
    List<Provider> providers = Vendors.of(settings.prices());
    return new OpenMarket(
        providers, new PriceEngine(providers, settings.budgets(), time), settings.prices().lists());
  }

  /// Whether anybody is asked for prices of now.
  public boolean hasQuotes() {
    return providers.stream().anyMatch(Provider.Quotes.class::isInstance);
  }

  /// Whether anybody could know a price of that.
  public boolean prices(Asset asset) {
    return providers.stream()
        .anyMatch(it -> it instanceof Provider.Quotes quotes && quotes.prices(asset));
  }

  /// Orders a price. The future never fails.
  public CompletableFuture<Quoted> quote(Order order) {
    return engine.quote(order);
  }

  /// What the fold's questions are asked through.
  public Asking asking() {
    return asking;
  }

  /// What the token directory is made of.
  public Listings listings() {
    return listings;
  }

  /// Tests the connection of each provider, beside everything else: the system does not wait for
  /// the world, and the health check tells what came of it.
  public void greet() {
    for (Provider provider : providers) {
      Thread.ofVirtual().name("assay-greeting").start(() -> greet(provider));
    }
  }

  private void greet(Provider provider) {
    try {
      engine.ask(provider, provider.probe(), Priority.REFRESH);
    } catch (Fault fault) {
      LOG.warn("{}", Fault.lineOf(fault));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Degraded where no provider can be asked, or one wants an operator; up where nobody is to be
  /// asked at all.
  public CheckResult check() {
    List<ProviderState> states = engine.states();
    List<ProviderState> ill = states.stream().filter(OpenMarket::isIll).toList();
    CheckResult result = CheckResult.up();
    if (!ill.isEmpty() && ill.size() == states.size()) {
      result = CheckResult.degraded("no provider of prices answers: " + ill.getFirst().trouble());
    } else if (ill.stream().anyMatch(it -> it.state().equals("REFUSED"))) {
      result = CheckResult.degraded(ill.getFirst().trouble());
    }
    return result
        .with("providers", states.size())
        .with("ill", ill.size())
        .with("waiting", states.stream().mapToLong(ProviderState::waiting).sum());
  }

  private static boolean isIll(ProviderState state) {
    return !state.trouble().isEmpty()
        && (!state.state().equals("OPEN") || state.failures() > OFTEN);
  }

  /// What memory can be had back.
  public Reclaimable reclaimable() {
    return new Reclaimable.Cache("quotes", Reclaimable.Answer.TRIM, engine::forget);
  }

  /// Shows what the engine does in metrics.
  public void bindTo(MeterRegistry meters) {
    Tally tally = engine.tally();
    count(meters, "assay.price.orders", "prices that were asked for", tally, Tally::orders);
    count(meters, "assay.price.at.hand", "of these, answered at once", tally, Tally::fromShelf);
    count(meters, "assay.price.joined", "of these, answered with another's", tally, Tally::joined);
    count(meters, "assay.price.requests", "requests sent to providers", tally, Tally::requests);
    count(meters, "assay.price.failures", "of these, failed", tally, Tally::failures);
    count(meters, "assay.price.compared", "entries that two told of", tally, Tally::compared);
    count(meters, "assay.price.outliers", "sources set aside at entries", tally, Tally::outliers);
    count(
        meters,
        "assay.price.contradictions",
        "entries without a price since sources contradict each other",
        tally,
        Tally::contradictions);
    Gauge.builder("assay.price.asking", asking, Asking::size)
        .description("questions of the fold that are with providers")
        .register(meters);
  }

  private static void count(
      MeterRegistry meters, String name, String what, Tally tally, ToDoubleFunction<Tally> figure) {
    FunctionCounter.builder(name, tally, figure).description(what).register(meters);
  }

  /// Those who are asked for prices.
  public record Providers(List<ProviderView> providers) {}

  /// How each provider does.
  public Providers providers() {
    return new Providers(engine.states().stream().map(ProviderView::of).toList());
  }

  /// Stops; doing it again does nothing.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      engine.close();
      asking.close();
    }
  }
}
