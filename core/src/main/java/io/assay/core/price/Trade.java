package io.assay.core.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/// One exchange of a token for money, with its decimals as the source said them.
///
/// @param id the source's own name for it, unique among the trades of one market: a number that
///   rises, or slot and log index
/// @param at UTC
/// @param price USD per token, above zero
/// @param amount of the token, zero or more
public record Trade(String id, Instant at, String price, String amount) {
  /// By time; at one instant by id, the shorter first, which is the order of numbers.
  static final Comparator<Trade> IN_ORDER =
      Comparator.comparing(Trade::at)
          .thenComparingInt(trade -> trade.id.length())
          .thenComparing(Trade::id);

  private static final Instant LAST = Instant.ofEpochSecond(9_999_999_999L);
  private static final int MOST_LETTERS = 400;
  private static final int MOST_SCALE = 400;

  public Trade {
    Objects.requireNonNull(id, "id");
    if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
      throw new IllegalArgumentException("nobody traded at " + at);
    }
    if (decimal(price).signum() <= 0) {
      throw new IllegalArgumentException("a price of " + price + " is none");
    }
    if (decimal(amount).signum() < 0) {
      throw new IllegalArgumentException("nobody trades " + amount + " tokens");
    }
  }

  BigDecimal priceValue() {
    return new BigDecimal(price);
  }

  BigDecimal amountValue() {
    return new BigDecimal(amount);
  }

  /// A decimal of sane size. Ten letters such as `1e-99999999` would make a sum of a hundred
  /// megabytes.
  private static BigDecimal decimal(String text) {
    if (text.length() > MOST_LETTERS || !text.chars().allMatch(letter -> letter < 0x80)) {
      throw new IllegalArgumentException("not a decimal of up to 400 letters");
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("“" + text + "” is no decimal");
    }
    double value = number.doubleValue();
    boolean vanishes = value == 0 && number.signum() != 0;
    if (Math.abs(number.scale()) > MOST_SCALE || vanishes || Double.isInfinite(value)) {
      throw new IllegalArgumentException("“" + text + "” is too large or too small");
    }
    return number;
  }
}
