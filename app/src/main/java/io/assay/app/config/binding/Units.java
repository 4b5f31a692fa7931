package io.assay.app.config.binding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a kind of quantity is written: a number and a unit, with or without a space between them.
///
/// @param example how it looks
/// @param bare the unit of a number that is written without one
/// @param all the units, the smallest first; nothing is finer than one of it
record Units(String example, String bare, List<Unit> all) {
  /// Bytes, in binary multiples.
  static final Units SIZE =
      new Units(
          "2GB",
          "B",
          List.of(
              new Unit("B", 1, Set.of("b")),
              new Unit("KB", 1L << 10, Set.of("k", "kb", "kib")),
              new Unit("MB", 1L << 20, Set.of("m", "mb", "mib")),
              new Unit("GB", 1L << 30, Set.of("g", "gb", "gib")),
              new Unit("TB", 1L << 40, Set.of("t", "tb", "tib"))));

  /// Milliseconds.
  static final Units TIME =
      new Units(
          "60s",
          "s",
          List.of(
              new Unit("ms", 1, Set.of("ms")),
              new Unit("s", 1_000, Set.of("s", "sec")),
              new Unit("min", 60_000, Set.of("m", "min")),
              new Unit("h", 3_600_000, Set.of("h")),
              new Unit("d", 86_400_000, Set.of("d"))));

  /// A unit.
  ///
  /// @param name as it is shown
  /// @param size how many of the smallest it is
  /// @param spellings how it may be written, in small letters
  record Unit(String name, long size, Set<String> spellings) {}

  /// A number and the unit behind it.
  ///
  /// @param unit in small letters; empty where none is written
  record Amount(BigDecimal number, String unit) {
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*(\\p{L}*|%)");
    private static final int LONGEST = 40;

    /// Reads one.
    ///
    /// @param example for whoever wrote something else
    static Amount parse(String text, String example) throws WrongValueException {
      Matcher parts = WRITTEN.matcher(text);
      if (text.length() > LONGEST || !parts.matches()) {
        throw new WrongValueException("is no number with a unit, such as " + example);
      }
      if (text.startsWith("-")) {
        throw new WrongValueException("is below zero");
      }
      return new Amount(new BigDecimal(parts.group(1)), parts.group(2).toLowerCase(Locale.ROOT));
    }
  }

  /// How many of the smallest unit a text says.
  long read(String text) throws WrongValueException {
    Amount amount = Amount.parse(text, example);
    String spelling = amount.unit.isEmpty() ? bare.toLowerCase(Locale.ROOT) : amount.unit;
    Unit unit =
        all.stream()
            .filter(one -> one.spellings.contains(spelling))
            .findFirst()
            .orElseThrow(() -> new WrongValueException("has no unit that I know; use " + names()));
    BigDecimal exact = amount.number.multiply(BigDecimal.valueOf(unit.size)).stripTrailingZeros();
    if (exact.scale() > 0) {
      throw new WrongValueException("is finer than 1" + all.getFirst().name);
    }
    if (exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new WrongValueException("is too large");
    }
    return exact.longValueExact();
  }

  private String names() {
    String names = all.stream().map(Unit::name).collect(Collectors.joining(", "));
    return names + " (such as " + example + ")";
  }

  /// The amount in the largest unit that needs no fraction.
  String show(long amount) {
    return amount == 0
        ? "0" + bare
        : all.reversed().stream()
            .filter(unit -> amount % unit.size == 0)
            .findFirst()
            .map(unit -> amount / unit.size + unit.name)
            .orElseThrow();
  }
}
