package io.assay.core.market;

import io.assay.core.price.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// How much a holder of a token risks by what its market is, 0 (none) to 100: the mean of four
/// parts by weight, over those that are known. Says nothing of the contract: that is
/// [SafetyVerdict]'s.
///
/// Each part is a share of the holding, in percent, that could be lost, so that the parts can be
/// weighed against each other:
///
/// - **size**: micro 87.5, small 62.5, mid 37.5, large 12.5: the middles of four equal bands, since
///   tiers have an order and no measure.
/// - **liquidity** l, the pool's over the market value: 100 · 2s / (l + 2s), the part of its worth
///   that a sale of s = 1 % of the supply loses at once in a pool of constant product, half of
///   which is money (Angeris et al., "An analysis of Uniswap markets", 2019). A pool of 10 % gives
///   16.7, of 1 % 66.7.
/// - **volume** v of a day over the market value: 100 · d / (1 + d) of the d days that the same
///   sale takes for whoever keeps to a tenth of the volume, the usual limit of execution desks
///   (Almgren and Chriss, "Optimal execution of portfolio transactions", 2000, give the trade-off;
///   the tenth is practice). 10 % a day gives 50, 100 % gives 9.1. More never counts as worse: that
///   volume is bought cannot be told by a ratio.
/// - **volatility** σ of a day: 100 · (1 − exp(−1.645 σ)), the loss that one day in twenty exceeds
///   (value at risk, RiskMetrics, 1996, on a logarithmic price without drift). 60 % gives 62.7.
///
/// @param parts all four, in the order of their weights
public record Risk(List<Part> parts) {
  private static final double SOLD = 0.01;
  private static final double PARTICIPATION = 0.1;
  private static final double ONE_IN_TWENTY = 1.645;

  /// What risk is made of, with its weight.
  public enum Factor {
    SIZE(40),
    LIQUIDITY(30),
    VOLUME(20),
    VOLATILITY(10);

    private final int weight;

    Factor(int weight) {
      this.weight = weight;
    }

    /// Share of the score, percent; the four sum to 100.
    public int weight() {
      return weight;
    }

    /// How it is written: `liquidity`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The score in a word, by four equal bands.
  public enum Level {
    /// Under 25.
    LOW,
    /// Under 50.
    MEDIUM,
    /// Under 75.
    HIGH,
    /// 75 and more.
    EXTREME,
    /// No part is known.
    UNKNOWN;

    /// How it is written in tables: `extreme`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One part.
  ///
  /// @param risk 0 to 100; empty where it is not known
  /// @param evidence one line: from what, or what is missing
  public record Part(Factor factor, OptionalDouble risk, String evidence) {
    public Part {
      Objects.requireNonNull(factor, "factor");
      Objects.requireNonNull(evidence, "evidence");
      if (risk.isPresent() && !(risk.getAsDouble() >= 0 && risk.getAsDouble() <= 100)) {
        throw new IllegalArgumentException(risk.getAsDouble() + " is not within 0 to 100");
      }
    }
  }

  public Risk {
    parts = List.copyOf(parts);
    if (!parts.stream().map(Part::factor).toList().equals(List.of(Factor.values()))) {
      throw new IllegalArgumentException("each factor once, in order: " + parts);
    }
  }

  /// What the facts of a token come to.
  ///
  /// @param volatility null where it is not known
  public static Risk of(Facts facts, @Nullable Volatility volatility) {
    List<Part> parts = new ArrayList<>();
    parts.add(size(facts.marketCapUsd()));
    OptionalDouble liquidity = overMarketCap(facts.liquidityUsd(), facts);
    parts.add(ratio(Factor.LIQUIDITY, liquidity, facts, l -> 2 * SOLD / (l + 2 * SOLD)));
    OptionalDouble volume = overMarketCap(facts.volumeUsd(), facts);
    double daily = SOLD / PARTICIPATION;
    parts.add(ratio(Factor.VOLUME, volume, facts, v -> daily / (v + daily)));
    parts.add(volatility(volatility));
    return new Risk(parts);
  }

  /// An amount in USD over the market value, ratio; empty where either is not told.
  static OptionalDouble overMarketCap(OptionalDouble amountUsd, Facts facts) {
    double ratio = amountUsd.orElse(Double.NaN) / facts.marketCapUsd().orElse(Double.NaN);
    boolean sized = SizeTier.of(facts.marketCapUsd()) != SizeTier.UNKNOWN;
    boolean usable = sized && ratio >= 0 && Double.isFinite(ratio);
    return usable ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }

  private static Part size(OptionalDouble marketCapUsd) {
    SizeTier tier = SizeTier.of(marketCapUsd);
    String evidence = "tier " + tier.word();
    return switch (tier) {
      case MICRO -> known(Factor.SIZE, 87.5, evidence);
      case SMALL -> known(Factor.SIZE, 62.5, evidence);
      case MID -> known(Factor.SIZE, 37.5, evidence);
      case LARGE -> known(Factor.SIZE, 12.5, evidence);
      case UNKNOWN -> new Part(Factor.SIZE, OptionalDouble.empty(), "no market cap told");
    };
  }

  private static Part ratio(
      Factor factor, OptionalDouble ratio, Facts facts, DoubleUnaryOperator lost) {
    if (ratio.isEmpty()) {
      boolean sized = SizeTier.of(facts.marketCapUsd()) != SizeTier.UNKNOWN;
      String missing = sized ? "no " + factor.word() + " told" : "no market cap told";
      return new Part(factor, OptionalDouble.empty(), missing);
    }
    double share = ratio.getAsDouble();
    String evidence = factor.word() + " is " + percent(share) + " of the market cap";
    return known(factor, 100 * lost.applyAsDouble(share), evidence);
  }

  private static Part volatility(@Nullable Volatility volatility) {
    if (volatility == null) {
      return new Part(Factor.VOLATILITY, OptionalDouble.empty(), "no volatility known");
    }
    double risk = 100 * -Math.expm1(-ONE_IN_TWENTY * volatility.daily());
    String evidence = percent(volatility.daily()) + " a day by " + volatility.evidence();
    return known(Factor.VOLATILITY, risk, evidence);
  }

  private static Part known(Factor factor, double risk, String evidence) {
    return new Part(factor, OptionalDouble.of(risk), evidence);
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.3g %%", 100 * ratio);
  }

  /// 0 to 100, the weights renormalised over the parts that are known; empty where none is.
  public OptionalDouble score() {
    double sum = 0;
    int weights = 0;
    for (Part part : parts) {
      if (part.risk().isPresent()) {
        sum += part.factor().weight() * part.risk().getAsDouble();
        weights += part.factor().weight();
      }
    }
    return weights > 0 ? OptionalDouble.of(sum / weights) : OptionalDouble.empty();
  }

  /// The score in a word.
  public Level level() {
    OptionalDouble known = score();
    if (known.isEmpty()) {
      return Level.UNKNOWN;
    }
    double score = known.getAsDouble();
    return score < 25
        ? Level.LOW
        : score < 50 ? Level.MEDIUM : score < 75 ? Level.HIGH : Level.EXTREME;
  }

  /// How much of the score is known, by weight: ratio, 1 where nothing is missing.
  public double completeness() {
    int known = 0;
    for (Part part : parts) {
      known += part.risk().isPresent() ? part.factor().weight() : 0;
    }
    return known / 100.0;
  }
}
