package io.assay.adapters.export;

import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/// How export files are parsed as JSON, and small words for reading a field whatever its type: what
/// is not of the wanted type reads as if it were not there.
final class Json {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING = 8 << 20;
  private static final int LONG_DIGITS = 19;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE) // whoever opened it closes it
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNumberLength(MAX_STRING) // one too large is skipped, never worked out
                  .build())
          .build();

  private Json() {}

  /// Reads a stream in UTF-8 from its begin. What follows a place that is no JSON is lost, and told
  /// as a flaw.
  static void read(InputStream stream, Telling telling, Consumer<JsonParser> reading) {
    InputStream text = new Utf8Stream(stream, telling);
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      try {
        reading.accept(in);
      } catch (JacksonException e) {
        telling.flaw(place(e, in), lost(e));
      }
    } catch (JacksonException e) {
      telling.flaw(e.getLocation(), lost(e));
    }
  }

  static String lost(JacksonException e) {
    return words(e) + "; what follows is not read";
  }

  /// What is wrong, for the owner of the file.
  static String words(JacksonException e) {
    return switch (e) {
      case StreamConstraintsException _ -> "is nested too deep, or holds too long a value";
      case UnexpectedEndOfInputException _ -> "the JSON ends early";
      default -> isEnd(e) ? "the JSON ends early" : "is no valid JSON";
    };
  }

  /// Where it is wrong; where the parser has come to, if the failure does not say.
  static TokenStreamLocation place(JacksonException e, JsonParser in) {
    return e.getLocation() == null ? in.currentLocation() : e.getLocation();
  }

  /// Not every early end has an exception of its own.
  private static boolean isEnd(JacksonException e) {
    return e.getOriginalMessage().startsWith("Unexpected end-of-input");
  }

  /// The text that the parser stands on; a structure is skipped.
  static String text(JsonParser in, String otherwise) {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      return in.getString();
    }
    in.skipChildren();
    return otherwise;
  }

  /// The whole number that the parser stands on, also as a string of digits. One that no `long`
  /// holds reads like any other value that is not wanted.
  static long number(JsonParser in, long otherwise) {
    return switch (in.currentToken()) {
      case VALUE_NUMBER_INT -> fits(in) ? in.getLongValue() : otherwise;
      case VALUE_STRING -> digits(in.getString(), otherwise);
      default -> {
        in.skipChildren();
        yield otherwise;
      }
    };
  }

  private static boolean fits(JsonParser in) {
    return in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }

  private static long digits(String text, long otherwise) {
    if (text.isEmpty() || text.length() > LONG_DIGITS + 1) {
      return otherwise;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /// Whether the parser, on the value of a field, stands on an object to go into; anything else is
  /// skipped.
  static boolean isObject(JsonParser in) {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    in.skipChildren();
    return false;
  }

  /// The same for an array.
  static boolean isArray(JsonParser in) {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      return true;
    }
    in.skipChildren();
    return false;
  }

  /// Goes to the next field of the object and onto its value.
  ///
  /// @return the field's name, or an empty one at the end of the object
  static String nextField(JsonParser in) {
    String name = in.nextName();
    if (name == null) {
      if (in.currentToken() == null) {
        throw new UnexpectedEndOfInputException(in, null, "the object does not end");
      }
      return "";
    }
    in.nextToken();
    return name.isEmpty() ? " " : name;
  }

  /// Goes to the next element of the array.
  ///
  /// @return false at the end of it
  static boolean nextElement(JsonParser in) {
    JsonToken token = in.nextToken();
    if (token == null) {
      throw new UnexpectedEndOfInputException(in, null, "the array does not end");
    }
    return token != JsonToken.END_ARRAY;
  }
}
