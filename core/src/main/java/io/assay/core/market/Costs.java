package io.assay.core.market;

import java.util.OptionalDouble;

/// What a follower pays to get in and out of one stake: the fee of each side and, where the
/// liquidity is known, the impact of his own two trades on a pool of constant product, half of
/// which is money (Angeris et al., "An analysis of Uniswap markets", 2019).
///
/// With money `M` in the pool at the entry, a stake `T` and a fee `f`, the entry leaves `1/(1 +
/// T(1−f)/M)` of what the price alone would give. At a price ratio `r` the money in the pool is
/// `M·√r`, since the product of both sides stays, and selling what the stake has become leaves
/// `1/(1 + b·√r)` of it. So each unit staked comes back as
///
/// ```
/// gross(r) = a·r / (1 + b·√r)     a = (1−f)² / (1 + T(1−f)/M)     b = T·a / M
/// ```
///
/// which is `(1−f)²·r` in a pool of no end. It rises with `r`, so a return has one ratio. A SHORT
/// has its mirrored ratio in the place of `r`.
///
/// @param feePerSide ratio of each trade that the venue keeps, in 0..0.5
/// @param ticketUsd the stake, USD, > 0
/// @param moneyUsd the money side of the pool at the entry, USD, > 0; infinite where no liquidity
///   is known, so that the fee is all
public record Costs(double feePerSide, double ticketUsd, double moneyUsd) {
  public Costs {
    if (!(feePerSide >= 0 && feePerSide < 0.5) || !(ticketUsd > 0) || !(moneyUsd > 0)) {
      throw new IllegalArgumentException(
          "no costs: fee " + feePerSide + ", ticket " + ticketUsd + ", money " + moneyUsd);
    }
  }

  /// Costs in a pool.
  ///
  /// @param liquidityUsd both sides at the entry; one that is not above zero was not told
  public static Costs of(double feePerSide, double ticketUsd, OptionalDouble liquidityUsd) {
    double money = liquidityUsd.orElse(0) / 2;
    return new Costs(feePerSide, ticketUsd, money > 0 ? money : Double.POSITIVE_INFINITY);
  }

  /// Whether the impact is in them, and not the fee alone.
  public boolean hasImpact() {
    return moneyUsd < Double.POSITIVE_INFINITY;
  }

  /// How they are named in tables: `fee` or `fee+impact`.
  public String word() {
    return hasImpact() ? "fee+impact" : "fee";
  }

  private double a() {
    double left = 1 - feePerSide;
    return left * left / (1 + ticketUsd * left / moneyUsd);
  }

  private double b(double a) {
    return ticketUsd * a / moneyUsd;
  }

  /// What comes back of each unit staked where all of it is sold at a ratio of the entry price.
  public double gross(double ratio) {
    return gross(ratio, 1);
  }

  /// What a part of the stake brings, by itself, as a share of the whole stake.
  ///
  /// @param share of the holding that is sold, in 0..1
  public double gross(double ratio, double share) {
    double a = a();
    return share * a * ratio / (1 + share * b(a) * StrictMath.sqrt(ratio));
  }

  /// The ratio at which all of the stake brings so much: the inverse of [#gross(double)].
  ///
  /// @param gross ≥ 0
  public double ratio(double gross) {
    double a = a();
    double b = b(a);
    if (b == 0) {
      return gross / a;
    }
    double root = (gross * b + StrictMath.sqrt(gross * gross * b * b + 4 * a * gross)) / (2 * a);
    return root * root;
  }

  /// The ratio up to which selling moves the price by no more than the impact.
  ///
  /// @param impact ratio in 0..1, such as 0.1
  /// @return infinite where no liquidity is known
  public double ratioWithin(double impact) {
    double root = impact / (1 - impact) / b(a());
    return root * root;
  }

  /// What comes back where all is sold into what is left of the pool.
  ///
  /// @param ratio of the entry price at the last trade
  /// @param liquidityUsd both sides, as told then, ≥ 0
  public double grossInto(double ratio, double liquidityUsd) {
    double value = a() * ratio;
    double money = liquidityUsd / 2 / ticketUsd;
    return value == 0 ? 0 : value * money / (money + value);
  }
}
