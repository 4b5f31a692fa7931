package io.assay.adapters.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Candles and points in rows, which come in any order, reach beyond what was asked for, and hold
/// zeros where nothing was traded yet.
public final class Rows {
  private static final int POINT = 2;
  private static final int CANDLE = 5;
  private static final int MILLIS = 1000;

  private Rows() {}

  /// The candles that open within the span, oldest first. A row without a price is left out.
  ///
  /// @param who answers, for the message
  /// @param fields of a row, or its places where it is a list: time, open, high, low, close and,
  ///   where it is told, volume; or time and price, where the source has but points
  /// @throws io.assay.runtime.Fault if there are rows and none of them has these fields
  public static List<Bar> read(String who, JsonNode rows, Span span, String... fields) {
    if (!rows.isArray()) {
      throw Body.unread(who, "no list of candles");
    }
    TreeMap<Long, Bar> bars = new TreeMap<>();
    int odd = 0;
    for (JsonNode row : rows) {
      Long opens = seconds(row, fields[0]);
      List<String> said = said(row, fields);
      if (opens == null || said.stream().limit(CANDLE - 1).anyMatch(String::isEmpty)) {
        odd++;
      } else if (isWithin(span, opens) && said.stream().limit(CANDLE - 1).allMatch(Rows::isPrice)) {
        bars.putIfAbsent(opens, bar(opens, said));
      }
    }
    if (odd > 0 && odd == rows.size()) {
      throw Body.unread(who, "no row is a candle");
    }
    return List.copyOf(bars.values());
  }

  /// The first of each step of the span, for sources that tell more than was asked for.
  ///
  /// @param bars oldest first
  public static List<Bar> oneEachStep(Span span, List<Bar> bars) {
    List<Bar> first = new ArrayList<>();
    long last = -1;
    for (Bar bar : bars) {
      long step = (bar.openSeconds() - span.from().getEpochSecond()) / span.step().toSeconds();
      if (step != last) {
        first.add(bar);
        last = step;
      }
    }
    return first;
  }

  private static boolean isWithin(Span span, long seconds) {
    Instant opens = Instant.ofEpochSecond(seconds);
    return !opens.isBefore(span.from()) && opens.isBefore(span.to());
  }

  /// Up to the next whole second, so that no price is told before it was one.
  private static @Nullable Long seconds(JsonNode row, String field) {
    Instant opens = Body.instant(at(row, field));
    return opens == null ? null : Math.ceilDiv(opens.toEpochMilli(), MILLIS);
  }

  private static List<String> said(JsonNode row, String[] fields) {
    List<String> said = new ArrayList<>();
    for (int i = 1; i < fields.length; i++) {
      said.add(Body.plain(at(row, fields[i])));
    }
    return said;
  }

  private static JsonNode at(JsonNode row, String field) {
    boolean place = row.isArray() && Character.isDigit(field.charAt(0));
    return place ? row.path(Integer.parseInt(field)) : row.path(field);
  }

  private static boolean isPrice(String plain) {
    return plain.charAt(0) != '-' && plain.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
  }

  private static Bar bar(long opens, List<String> said) {
    if (said.size() < POINT) {
      return Bar.sampled(opens, said.getFirst());
    }
    String volume = said.size() < CANDLE ? "" : said.get(CANDLE - 1);
    return new Bar(opens, said.get(0), said.get(1), said.get(2), said.get(3), volume);
  }
}
