package io.assay.runtime.alert;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/// What must not be, and for how long it may be all the same. One rule can fire for several things
/// at once: `component_down` does so for each component.
///
/// @param name in lower case with underscores, such as `memory_usage`
/// @param severity of its alerts
/// @param lasting how long it must be so without a break before it fires; zero: at once
/// @param watch reads how things are, quickly and without waiting for anybody
public record Rule(String name, Alert.Severity severity, Duration lasting, Watch watch) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  public Rule {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(watch, "watch");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a rule is named in lower case with underscores, not \"%s\"".formatted(name));
    }
    if (lasting.isNegative()) {
      throw new IllegalArgumentException("rule %s lasts less than no time".formatted(name));
    }
  }

  /// How a rule looks.
  @FunctionalInterface
  public interface Watch {
    /// How things are now.
    ///
    /// @throws Exception the same as [Reading.Blind]: the rule itself becomes an alert
    Reading read() throws Exception;
  }

  /// What a rule saw.
  public sealed interface Reading {
    /// All is as it should be.
    record Quiet() implements Reading {}

    /// Something is not.
    ///
    /// @param breaches at least one, each of another instance
    record Breached(List<Breach> breaches) implements Reading {
      public Breached {
        breaches = List.copyOf(breaches);
        Set<String> instances = new HashSet<>();
        for (Breach breach : breaches) {
          if (!instances.add(breach.instance())) {
            throw new IllegalArgumentException(
                "two breaches of one instance: \"%s\"".formatted(breach.instance()));
          }
        }
        if (instances.isEmpty()) {
          throw new IllegalArgumentException("nothing is breached: that is Quiet");
        }
      }
    }

    /// Nothing could be seen, so nothing is known: what fires goes on firing.
    ///
    /// @param cause one line
    record Blind(String cause) implements Reading {
      public Blind {
        Objects.requireNonNull(cause, "cause");
      }
    }

    /// Breached if there are any, else quiet.
    static Reading of(List<Breach> breaches) {
      return breaches.isEmpty() ? new Quiet() : new Breached(breaches);
    }
  }

  /// One thing that is not as it should be.
  ///
  /// @param instance which one, the same every time: with the rule it is the deduplication key;
  ///   empty where the rule watches one thing only
  /// @param value as an operator reads it, such as `87.3 %`
  /// @param summary what is wrong and what to do, in plain words
  public record Breach(String instance, String value, String summary) {
    public Breach {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(summary, "summary");
      if (instance.equals(AlertGroup.BLIND)) {
        throw new IllegalArgumentException("\"%s\" is no instance".formatted(instance));
      }
    }
  }

  /// A bound on a figure.
  ///
  /// @param advice what to do where it is passed
  public record Limit(double value, Unit unit, String advice) {
    public Limit {
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(advice, "advice");
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a limit is a finite number, not " + value);
      }
    }
  }

  /// What a figure is counted in, and how it is said.
  public enum Unit {
    /// A share 0..1, said in percent.
    RATIO("%,.1f %%", 100),
    SECONDS("%,.1f s", 1),
    /// Said in MiB.
    BYTES("%,.1f MiB", 1.0 / (1 << 20)),
    COUNT("%,.0f", 1);

    private final String format;
    private final double factor;

    Unit(String format, double factor) {
      this.format = format;
      this.factor = factor;
    }

    String say(double value) {
      return String.format(Locale.ROOT, format, factor * value);
    }
  }

  /// A warning at once where a figure is above its limit. A figure that is not a number was not
  /// measured and is quiet.
  public static Rule above(String name, DoubleSupplier figure, Limit limit) {
    return limited(name, figure, limit, value -> value > limit.value(), "above");
  }

  /// A warning at once where a figure is below its limit. A figure that is not a number was not
  /// measured and is quiet.
  public static Rule below(String name, DoubleSupplier figure, Limit limit) {
    return limited(name, figure, limit, value -> value < limit.value(), "below");
  }

  private static Rule limited(
      String name, DoubleSupplier figure, Limit limit, DoublePredicate passes, String side) {
    Watch watch =
        () -> {
          double value = figure.getAsDouble();
          return passes.test(value)
              ? new Reading.Breached(List.of(breach(name, value, limit, side)))
              : new Reading.Quiet();
        };
    return new Rule(name, Alert.Severity.WARNING, Duration.ZERO, watch);
  }

  private static Breach breach(String name, double value, Limit limit, String side) {
    String said = limit.unit().say(value);
    String bound = limit.unit().say(limit.value());
    return new Breach(
        "", said, "%s is %s, %s %s: %s".formatted(name, said, side, bound, limit.advice()));
  }

  /// The same rule, as grave as that.
  public Rule severity(Alert.Severity other) {
    return new Rule(name, other, lasting, watch);
  }

  /// The same rule, firing after that time.
  public Rule lasting(Duration other) {
    return new Rule(name, severity, other, watch);
  }
}
