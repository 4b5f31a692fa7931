package io.assay.adapters.provider;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Small words for reading answers. Numbers come as numbers and as texts; what is none, or has an
/// absurd size, reads as if it were not there, and what must be there and is not is a [Fault].
public final class Body {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER = 400;
  private static final int MAX_STRING = 1 << 20;

  /// Six times those of the list of all coins: a node weighs thirty times its letters.
  private static final long MAX_TOKENS = 2_000_000;

  private static final int MOST_SCALE = 100;
  private static final int MILLIS_DIGITS = 12;
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER)
                          .maxStringLength(MAX_STRING)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Body() {}

  /// Parses a body; numbers keep every decimal.
  ///
  /// @param who sent it, for the message
  /// @throws Fault temporary: it is no JSON; whoever sent it may have sent a page instead
  public static JsonNode parse(String who, byte[] body) {
    return perhaps(body)
        .orElseThrow(() ->
            new Fault(ErrorKind.TEMPORARY, who + " answers with something that is no JSON", null));
  }

  /// Parses a body; empty where it is no JSON.
  public static Optional<JsonNode> perhaps(byte[] body) {
    try {
      return Optional.of(JSON.readTree(body)).filter(parsed -> !parsed.isMissingNode());
    } catch (JacksonException e) {
      return Optional.empty(); // its message holds the body
    }
  }

  /// That a body has a shape that nobody foresaw.
  ///
  /// @param what is missing or odd, such as `no list of pairs`
  public static Fault unread(String who, String what) {
    return new Fault(ErrorKind.BAD_ITEM, who + " answers in an unknown form: " + what, null);
  }

  /// That a provider answers a request with a refusal of its own.
  ///
  /// @param what its code or type: its words are not repeated, since they may repeat the request
  public static Fault refused(ErrorKind kind, String who, String what) {
    return new Fault(kind, who + " refuses: " + what, null);
  }

  /// The array in that field.
  ///
  /// @throws Fault if there is none
  public static JsonNode array(String who, JsonNode parent, String field) {
    JsonNode found = parent.path(field);
    if (!found.isArray()) {
      throw unread(who, "no list “" + field + "”");
    }
    return found;
  }

  /// The object in that field.
  ///
  /// @throws Fault if there is none
  public static JsonNode object(String who, JsonNode parent, String field) {
    JsonNode found = parent.path(field);
    if (!found.isObject()) {
      throw unread(who, "no object “" + field + "”");
    }
    return found;
  }

  /// The price in a field that must be there, though it may tell none.
  ///
  /// @return null where it tells none
  /// @throws Fault if there is no such field
  public static @Nullable BigDecimal toldPrice(String who, JsonNode parent, String field) {
    if (!parent.has(field)) {
      throw unread(who, "no price in “" + field + "”");
    }
    return price(parent, field);
  }

  /// The text in that field; empty where there is none.
  public static String text(JsonNode parent, String field) {
    JsonNode found = parent.path(field);
    return found.isString() ? found.stringValue() : "";
  }

  /// The decimal in a node, whether number or text; null where it is none or absurd.
  public static @Nullable BigDecimal decimal(JsonNode node) {
    BigDecimal read = null;
    if (node.isNumber()) {
      read = node.decimalValue();
    } else if (node.isString() && node.stringValue().length() <= MAX_NUMBER) {
      try {
        read = new BigDecimal(node.stringValue().strip());
      } catch (NumberFormatException e) {
        // no number
      }
    }
    return read == null || isAbsurd(read) ? null : read;
  }

  private static boolean isAbsurd(BigDecimal number) {
    long exponent = (long) number.precision() - number.scale();
    return Math.abs((long) number.scale()) > MOST_SCALE || Math.abs(exponent) > MOST_SCALE;
  }

  /// The decimal in that field, if it is above zero; null otherwise: zero is never "no price".
  public static @Nullable BigDecimal price(JsonNode parent, String field) {
    BigDecimal read = decimal(parent.path(field));
    return read != null && read.signum() > 0 ? read : null;
  }

  /// The decimal of a candle as it stands in its line: plain digits; empty where there is none.
  public static String plain(JsonNode node) {
    BigDecimal read = decimal(node);
    return read == null ? "" : read.toPlainString();
  }

  /// The number in that field, if there is one.
  public static OptionalDouble number(JsonNode parent, String field) {
    BigDecimal read = decimal(parent.path(field));
    return read == null ? OptionalDouble.empty() : OptionalDouble.of(read.doubleValue());
  }

  /// The number in that field, if there is one of at least zero.
  public static OptionalDouble amount(JsonNode parent, String field) {
    OptionalDouble read = number(parent, field);
    return read.isPresent() && read.getAsDouble() >= 0 ? read : OptionalDouble.empty();
  }

  /// The share in that field, as a ratio; empty where there is none between 0 and 1.
  public static OptionalDouble ratio(JsonNode parent, String field) {
    OptionalDouble read = amount(parent, field);
    return read.isPresent() && read.getAsDouble() <= 1 ? read : OptionalDouble.empty();
  }

  /// What that field says of yes or no: a boolean, or 1 or 0 as number or text; empty where it says
  /// neither.
  public static Optional<Boolean> flag(JsonNode parent, String field) {
    JsonNode found = parent.path(field);
    if (found.isBoolean()) {
      return Optional.of(found.booleanValue());
    }
    BigDecimal number = decimal(found);
    boolean one = number != null && number.compareTo(BigDecimal.ONE) == 0;
    return one || (number != null && number.signum() == 0) ? Optional.of(one) : Optional.empty();
  }

  /// The instant in that field: seconds or milliseconds since 1970, as number or text, or a time in
  /// ISO 8601; null where there is none that could be.
  public static @Nullable Instant instant(JsonNode parent, String field) {
    return instant(parent.path(field));
  }

  /// The same of a node.
  static @Nullable Instant instant(JsonNode found) {
    Instant read = null;
    BigDecimal number = decimal(found);
    if (number != null) {
      long whole = number.longValue();
      boolean millis = Long.toString(Math.abs(whole)).length() >= MILLIS_DIGITS;
      read = millis ? Instant.ofEpochMilli(whole) : Instant.ofEpochSecond(whole);
    } else if (found.isString()) {
      try {
        read = OffsetDateTime.parse(found.stringValue()).toInstant();
      } catch (DateTimeException e) {
        // no instant
      }
    }
    return read != null && read.isAfter(Instant.EPOCH) && read.isBefore(LAST) ? read : null;
  }
}
