package io.assay.app.cli;

import io.assay.adapters.market.PriceEngine;
import io.assay.app.cli.option.Cause;
import io.assay.app.cli.option.ConfigOption;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.cli.option.InstantOption;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import io.assay.app.market.AdoptedDirectory;
import io.assay.app.market.Quotations;
import io.assay.app.market.QuoteLine;
import io.assay.app.market.Vendors;
import io.assay.app.screen.Cells;
import io.assay.core.price.Quoted;
import io.assay.runtime.Time;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `assay quote`: what something is worth, who says so, and why that is believed.
@Command(
    name = "quote",
    description = {
      "Says what assets are worth in USD: now, or at an instant.",
      "An asset is solana:ADDRESS, base:0x…, an address alone, coin:bitcoin, binance:BTC, or a"
          + " symbol where that stands for one thing only. Chains go by their short names too: eth,"
          + " sol, bnb, arb, avax, matic …"
    },
    mixinStandardHelpOptions = true)
final class QuoteCommand implements Callable<Integer> {
  @Mixin private final ConfigOption config;

  @Parameters(paramLabel = "ASSET", arity = "1..*", description = "what to price")
  private List<String> assets = List.of();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantOption.class,
      description = "the first price at or after, such as 2026-01-02T03:04:05Z")
  private @Nullable Instant at;

  @Option(
      names = "--market",
      description = "say too how large, risky, safe and alive it is, as far as anybody tells")
  private boolean market;

  @Option(names = "--json", description = "print one JSON object a line and nothing else")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final Time time;

  QuoteCommand() {
    this(new ConfigOption(), Time.SYSTEM);
  }

  QuoteCommand(ConfigOption config, Time time) {
    this.config = config;
    this.time = time;
  }

  @Override
  public Integer call() {
    if (at != null && at.isAfter(time.instant())) {
      throw new ParameterException(spec.commandLine(), "--at " + at + " is still to come");
    }
    if (at != null && market) {
      throw new ParameterException(
          spec.commandLine(), "--market is of now, and goes not with --at");
    }
    return config.then(this::quote);
  }

  private int quote(Loaded.Fine loaded) {
    Settings settings = loaded.settings();
    PrintWriter err = spec.commandLine().getErr();
    if (!settings.prices().online()) {
      err.println("assay: prices.online is off, so nobody is asked");
      return ExitCode.CONFIGURATION;
    }
    try (PriceEngine engine =
        new PriceEngine(Vendors.of(settings.prices()), settings.budgets(), time)) {
      AdoptedDirectory adopted = AdoptedDirectory.of(settings.books());
      if (!adopted.trouble().isEmpty()) {
        err.println("assay: symbols mean the majors alone: " + adopted.trouble());
      }
      return quote(new Quotations(engine, adopted.directory(), time));
    } catch (IOException e) {
      err.println("assay: the budgets of providers cannot be kept: " + Cause.of(e));
      return ExitCode.NOT_WRITTEN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.TRY_AGAIN;
    }
  }

  private int quote(Quotations quotations) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    int code = ExitCode.FINE;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<QuoteLine>> lines =
          assets.stream().map(asset -> threads.submit(() -> line(quotations, asset))).toList();
      for (Future<QuoteLine> each : lines) { // asked together, told in order
        QuoteLine line = each.get();
        String text = json ? line.json() : line.text();
        text.lines().forEach(it -> out.println(Cells.escaped(it)));
        out.flush();
        code = Math.max(code, code(line.quoted()));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return code;
  }

  private QuoteLine line(Quotations quotations, String asset) throws InterruptedException {
    return market ? quotations.viewed(asset) : quotations.quote(asset, at);
  }

  private static int code(Quoted quoted) {
    return switch (quoted) {
      case Quoted.Priced _ -> ExitCode.FINE;
      case Quoted.Unlisted _, Quoted.Ambiguous _ -> ExitCode.BAD_INPUT;
      case Quoted.Failed failed when !failed.retryable() -> ExitCode.BAD_INPUT;
      case Quoted.Throttled _, Quoted.Failed _ -> ExitCode.TRY_AGAIN;
    };
  }
}
