package io.assay.app.doctor;

import io.assay.adapters.market.PriceEngine;
import io.assay.adapters.market.PriceEngine.ProviderState;
import io.assay.adapters.market.Priority;
import io.assay.adapters.provider.Provider;
import io.assay.app.config.Loaded;
import io.assay.app.config.PriceSettings;
import io.assay.app.config.ProviderName;
import io.assay.app.config.Settings;
import io.assay.app.config.binding.Effective;
import io.assay.app.market.Vendors;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Tries what the system needs: the folder of everything that is kept, who may read secrets, the
/// disk, each provider of prices, the clock; and says what it is connected to.
public final class Examination {
  private static final long LITTLE_DISK = 1L << 30;
  private static final Duration ODD_SKEW = Duration.ofSeconds(5);
  private static final Duration BAD_SKEW = Duration.ofMinutes(1);

  private final Settings settings;
  private final List<Effective> values;
  private final Time time;

  /// Examines what this configuration needs.
  public Examination(Loaded.Fine loaded, Time time) {
    settings = loaded.settings();
    values = loaded.values();
    this.time = time;
  }

  /// Tries everything, and leaves nothing behind.
  public List<Finding> findings() throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    findings.add(folder());
    findings.addAll(new Permissions(settings, values).findings());
    findings.add(disk());
    findings.addAll(providers());
    findings.addAll(new Connections(settings, values).findings());
    return findings;
  }

  private Finding folder() {
    Path data = settings.data().directory();
    String tried = "data.directory";
    try {
      Path place = nearest(data);
      Path trial = Files.createTempFile(place, ".assay-doctor", "");
      Files.delete(trial);
      String found = data.toAbsolutePath() + " can be written";
      return Finding.fine(tried, Files.isDirectory(data) ? found : found + " (not made yet)");
    } catch (IOException e) {
      return Finding.bad(
          tried,
          data.toAbsolutePath() + " cannot be written",
          "give its owner the right to write, or set data.directory");
    }
  }

  /// The folder, or the nearest one above that is there.
  private static Path nearest(Path folder) {
    Path place = folder.toAbsolutePath();
    while (!Files.isDirectory(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }

  private Finding disk() {
    try {
      Path place = nearest(settings.data().directory());
      long free = Files.getFileStore(place).getUsableSpace();
      String found = "%,d MB free".formatted(free >> 20);
      return free >= LITTLE_DISK
          ? Finding.fine("disk", found)
          : new Finding(
              Finding.Grade.ODD, "disk", found, "make room, or set data.directory elsewhere");
    } catch (IOException e) {
      return Finding.bad("disk", "its free space is not told", "look at the file system");
    }
  }

  private List<Finding> providers() throws InterruptedException {
    List<Provider> providers = Vendors.of(settings.prices());
    List<Finding> findings = new ArrayList<>();
    try (PriceEngine engine = new PriceEngine(providers, settings.budgets(), time);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Finding>> trials = new ArrayList<>();
      for (Provider provider : providers) {
        trials.add(CompletableFuture.supplyAsync(() -> trial(engine, provider), threads));
      }
      trials.forEach(trial -> findings.add(trial.join()));
      findings.add(clock(engine.states()));
    } catch (IOException e) {
      findings.add(
          Finding.bad("budgets", settings.budgets() + " cannot be written", "look at its owner"));
    }
    for (ProviderName name : ProviderName.values()) {
      if (providers.stream().noneMatch(it -> it.profile().name().equals(name.toString()))) {
        findings.add(unused(name));
      }
    }
    return findings;
  }

  private Finding trial(PriceEngine engine, Provider provider) {
    String name = provider.profile().name();
    long begin = time.nanos();
    try {
      Object answer = engine.ask(provider, provider.probe(), Priority.LIVE);
      String took = "answered in " + time.since(begin).toMillis() + " ms";
      return isEmpty(answer)
          ? new Finding(
              Finding.Grade.ODD,
              name,
              took + ", and knew nothing of what everybody knows",
              "look at prices.providers." + name + ".base_url")
          : Finding.fine(name, took);
    } catch (Fault fault) {
      return Finding.bad(name, Fault.lineOf(fault), advice(name, fault));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.bad(name, "was interrupted", "try again");
    }
  }

  private static boolean isEmpty(@Nullable Object answer) {
    return switch (answer) {
      case Map<?, ?> map -> map.isEmpty();
      case Collection<?> list -> list.isEmpty();
      case Optional<?> perhaps -> perhaps.isEmpty();
      case null -> true;
      default -> false;
    };
  }

  private static String advice(String name, Fault fault) {
    String key = "prices.providers." + name;
    if (!fault.leastWait().isZero()) {
      return "wait " + fault.leastWait().toSeconds() + " s; lower " + key + ".per_minute";
    }
    return fault.kind() == ErrorKind.TEMPORARY
        ? "look at the network; it is asked again by itself"
        : "look at "
            + (ProviderName.of(name).takesKey() ? key + ".key and " : "")
            + key
            + ".base_url";
  }

  private Finding unused(ProviderName name) {
    PriceSettings prices = settings.prices();
    String key = "prices.providers." + name;
    String why;
    if (!prices.online()) {
      why = "prices.online is off";
    } else if (prices.provider(name).enabled()) {
      why = "it wants a key: set " + key + ".key";
    } else {
      why = key + ".enabled is off";
    }
    return new Finding(Finding.Grade.OFF, name.toString(), "not asked: " + why, "");
  }

  /// Our clock against the middle one of the providers'.
  private static Finding clock(List<ProviderState> states) {
    List<Duration> skews =
        states.stream().map(ProviderState::skew).filter(Objects::nonNull).sorted().toList();
    if (skews.isEmpty()) {
      return new Finding(Finding.Grade.ODD, "clock", "nobody told the time", "");
    }
    Duration skew = skews.get(skews.size() / 2);
    Duration off = skew.abs();
    String found =
        off.toSeconds() + " s " + (skew.isNegative() ? "ahead of" : "behind") + " the providers'";
    if (off.compareTo(ODD_SKEW) <= 0) {
      return Finding.fine("clock", found);
    }
    Finding.Grade grade = off.compareTo(BAD_SKEW) > 0 ? Finding.Grade.BAD : Finding.Grade.ODD;
    return new Finding(grade, "clock", found, "have the machine keep time, such as by chrony");
  }
}
