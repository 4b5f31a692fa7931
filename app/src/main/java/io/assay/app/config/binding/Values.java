package io.assay.app.config.binding;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as they are written, by the type of their key.
final class Values {
  private static final String PERCENT = "%";

  /// Makes a value of a text.
  private interface Reading {
    /// @param unit of a number that is written without one; empty: what the type takes
    Object of(String text, String unit) throws WrongValueException;
  }

  private static final Map<Class<?>, Reading> READINGS =
      Map.of(
          String.class, (text, _) -> text,
          Path.class, (text, _) -> path(text),
          URI.class, (text, _) -> uri(text),
          boolean.class, (text, _) -> truth(text),
          int.class, (text, _) -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE),
          long.class, (text, _) -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE),
          double.class, Values::share,
          Size.class, (text, _) -> new Size(Units.SIZE.read(text)),
          Duration.class, (text, _) -> Duration.ofMillis(Units.TIME.read(text)));

  private Values() {}

  /// Reads a value. A `double` is a share: 0 to 1.
  static Object read(Class<?> type, String unit, String text) throws WrongValueException {
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw new WrongValueException("holds a line break or another control character");
    }
    Reading reading = READINGS.get(type);
    if (reading != null) {
      return reading.of(type == String.class ? text : text.strip(), unit);
    }
    return oneOf(type, text);
  }

  /// Writes a value so that it is read back as the same.
  static @Nullable String show(@Nullable Object value, String unit) {
    return switch (value) {
      case null -> null;
      case Duration duration -> Units.TIME.show(duration.toMillis());
      case Double share when unit.equals(PERCENT) ->
          BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
              + PERCENT;
      case Double share -> BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }

  private static Path path(String text) throws WrongValueException {
    if (text.startsWith("~")) {
      throw new WrongValueException("is not expanded here; write the whole path");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new WrongValueException("is no path");
    }
  }

  private static URI uri(String text) throws WrongValueException {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // the message holds the text, which may be a secret
    }
    throw new WrongValueException("is no address such as https://example.org/path");
  }

  private static boolean truth(String text) throws WrongValueException {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongValueException("is neither true nor false");
    };
  }

  private static long whole(String text, long least, long most) throws WrongValueException {
    if (!text.matches("-?\\d+")) {
      throw new WrongValueException("is no whole number");
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // more digits than fit
    }
    throw new WrongValueException("is too large");
  }

  private static double share(String text, String unit) throws WrongValueException {
    Units.Amount amount = Units.Amount.parse(text, "0.85 or 85%");
    String written = amount.unit().isEmpty() ? unit : amount.unit();
    if (!written.isEmpty() && !written.equals(PERCENT)) {
      throw new WrongValueException("has no unit that I know; write a share as 0.85 or 85%");
    }
    BigDecimal share = written.isEmpty() ? amount.number() : amount.number().movePointLeft(2);
    if (share.compareTo(BigDecimal.ONE) > 0) {
      throw new WrongValueException(
          "is more than " + (unit.isEmpty() ? "1; write a share as 0.85 or 85%" : "100%"));
    }
    return share.doubleValue();
  }

  private static Object oneOf(Class<?> type, String text) throws WrongValueException {
    Object[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(one -> one.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new WrongValueException(
                "is none of "
                    + Arrays.stream(all).map(Object::toString).collect(Collectors.joining(", "))));
  }
}
