package io.assay.app.web;

import java.math.BigDecimal;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// JSON as this package says it. Whoever answers is strict with what was asked; whoever asked takes
/// an answer that knows more than he does.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(
              new SimpleModule()
                  .addSerializer(Duration.class, new Seconds())
                  .addDeserializer(Duration.class, new FromSeconds())
                  .addSerializer(Double.class, new Finite())
                  .addSerializer(double.class, new Finite()))
          .build();

  private Json() {}

  /// A record, map or list as JSON in UTF-8.
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// JSON as a tree.
  ///
  /// @throws tools.jackson.core.JacksonException if it is none
  public static JsonNode tree(byte[] json) {
    return MAPPER.readTree(json);
  }

  /// A tree as what it stands for; members that the type does not know are passed over.
  ///
  /// @throws tools.jackson.core.JacksonException if it is something else
  public static <T> T as(JsonNode tree, Class<T> type) {
    return MAPPER.treeToValue(tree, type);
  }

  /// What somebody asks, read strictly: no member twice, none unknown, none missing that must be
  /// there.
  static <T> T asked(byte[] json, Class<T> type) {
    ObjectReader reader =
        MAPPER
            .readerFor(type)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    return reader.readValue(json);
  }

  private static final class Seconds extends StdSerializer<Duration> {
    Seconds() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator json, SerializationContext context) {
      BigDecimal nanos = BigDecimal.valueOf(value.getNano(), 9);
      BigDecimal seconds = BigDecimal.valueOf(value.getSeconds()).add(nanos).stripTrailingZeros();
      json.writeNumber(seconds.scale() < 0 ? seconds.setScale(0) : seconds);
    }
  }

  private static final class FromSeconds extends StdDeserializer<Duration> {
    FromSeconds() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser json, DeserializationContext context) {
      if (!json.currentToken().isNumeric()) {
        return (Duration)
            context.handleUnexpectedToken(context.constructType(Duration.class), json);
      }
      try {
        return Duration.ofNanos(json.getDecimalValue().movePointRight(9).longValueExact());
      } catch (ArithmeticException _) {
        return (Duration)
            context.handleWeirdNumberValue(
                Duration.class, json.getNumberValue(), "is no number of seconds");
      }
    }
  }

  /// A share of nothing is not known, and JSON has no word for infinity: both are null.
  private static final class Finite extends StdSerializer<Double> {
    Finite() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
