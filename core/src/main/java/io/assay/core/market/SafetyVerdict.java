package io.assay.core.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What the contract of a token and its holders come to, with every reason. Of what several sources
/// tell the worst counts.
///
/// @param warnings the gravest first
/// @param missing names of what nobody told
public record SafetyVerdict(List<Warning> warnings, List<String> missing) {
  /// A tax of a tenth eats what most followers gain, one of a half is what honeypots have. Ten
  /// holders of half the supply set the price, and liquidity that is not locked can be taken away.
  private static final List<Fact> FACTS =
      List.of(
          new Fact(
              "honeypot",
              it -> rank(it.honeypot()),
              new Grade(1, Word.UNSELLABLE, "it cannot be sold")),
          new Fact(
              "mint authority",
              it -> rank(it.mintable()),
              new Grade(1, Word.CAUTION, "somebody can make more of it")),
          new Fact(
              "freeze authority",
              it -> rank(it.freezable()),
              new Grade(1, Word.RISKY, "somebody can stop its transfers")),
          new Fact(
              "buy tax",
              it -> it.buyTax().orElse(Double.NaN),
              new Grade(0.5, Word.RISKY, "buying costs %.0f %%"),
              new Grade(0.1, Word.CAUTION, "buying costs %.0f %%")),
          new Fact(
              "sell tax",
              it -> it.sellTax().orElse(Double.NaN),
              new Grade(0.5, Word.UNSELLABLE, "selling costs %.0f %%"),
              new Grade(0.1, Word.CAUTION, "selling costs %.0f %%")),
          new Fact(
              "top holders",
              it -> it.topHolders().orElse(Double.NaN),
              new Grade(0.5, Word.RISKY, "ten holders have %.0f %%"),
              new Grade(0.3, Word.CAUTION, "ten holders have %.0f %%")),
          new Fact(
              "locked liquidity",
              it -> -it.lockedLiquidity().orElse(Double.NaN),
              new Grade(-0.05, Word.RISKY, "of the liquidity %.0f %% are locked"),
              new Grade(-0.5, Word.CAUTION, "of the liquidity %.0f %% are locked")));

  /// The verdict in a word.
  public enum Word {
    /// A buyer cannot sell.
    UNSELLABLE,
    /// Somebody can take what buyers have.
    RISKY,
    /// Something to know before buying.
    CAUTION,
    /// Nothing bad is told, but not everything is told.
    INCOMPLETE,
    /// Nothing is told at all.
    UNTOLD,
    /// Everything is told, and nothing of it is bad.
    CLEAN;

    /// How it is written: `unsellable`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One reason.
  ///
  /// @param gravity UNSELLABLE, RISKY or CAUTION
  /// @param words one line: what, how much, and who says so
  public record Warning(Word gravity, String words) {
    public Warning {
      Objects.requireNonNull(words, "words");
      if (gravity.compareTo(Word.CAUTION) > 0) {
        throw new IllegalArgumentException(gravity + " is no warning");
      }
    }
  }

  /// A fact by its name.
  ///
  /// @param badness how bad a source says it is, NaN where it does not tell
  /// @param grades the gravest first
  private record Fact(String name, ToDoubleFunction<Safety> badness, List<Grade> grades) {
    Fact(String name, ToDoubleFunction<Safety> badness, Grade... grades) {
      this(name, badness, List.of(grades));
    }

    boolean isTold(Safety safety) {
      return !Double.isNaN(badness.applyAsDouble(safety));
    }

    Optional<Warning> judged(Safety worst) {
      double bad = badness.applyAsDouble(worst);
      return grades.stream()
          .filter(grade -> bad >= grade.from)
          .findFirst()
          .map(grade -> grade.warning(bad, worst.source()));
    }
  }

  /// From which badness on a fact is how grave.
  private record Grade(double from, Word gravity, String form) {
    Warning warning(double bad, String source) {
      String what = String.format(Locale.ROOT, form, 100 * Math.abs(bad));
      return new Warning(gravity, what + " (" + source + ")");
    }
  }

  public SafetyVerdict {
    warnings = warnings.stream().sorted(Comparator.comparing(Warning::gravity)).toList();
    missing = List.copyOf(missing);
  }

  /// What the sources come to.
  ///
  /// @param told none, one, or several of the same token
  public static SafetyVerdict of(List<Safety> told) {
    List<Warning> warnings = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Fact fact : FACTS) {
      Optional<Safety> worst =
          told.stream().filter(fact::isTold).max(Comparator.comparingDouble(fact.badness));
      worst.flatMap(fact::judged).ifPresent(warnings::add);
      if (worst.isEmpty()) {
        missing.add(fact.name);
      }
    }
    return new SafetyVerdict(warnings, missing);
  }

  private static double rank(Optional<Boolean> flag) {
    return flag.map(yes -> yes ? 1.0 : 0.0).orElse(Double.NaN);
  }

  /// The verdict in a word. What is not known is never clean.
  public Word word() {
    if (!warnings.isEmpty()) {
      return warnings.getFirst().gravity();
    }
    return missing.isEmpty()
        ? Word.CLEAN
        : missing.size() == FACTS.size() ? Word.UNTOLD : Word.INCOMPLETE;
  }
}
