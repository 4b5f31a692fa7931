package io.assay.adapters.export;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times as exports write them, as milliseconds since 1970 UTC.
final class Times {
  /// Telegram was not there before, and nobody posts after.
  private static final long FIRST =
      OffsetDateTime.parse("2013-01-01T00:00Z").toEpochSecond() * 1000;

  private static final long LAST = OffsetDateTime.parse("2100-01-01T00:00Z").toEpochSecond() * 1000;
  private static final long SECONDS_END = 100_000_000_000L;
  private static final DateTimeFormatter HTML = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss");
  private static final String ZONE = "UTC";
  private static final int HTML_LENGTH = 19;

  private Times() {}

  /// Seconds since 1970, or milliseconds where they are too many for seconds.
  static long ofEpoch(long number) throws UnreadableException {
    long millis = Math.abs(number) < SECONDS_END ? number * 1000 : number;
    return within(millis, Long.toString(number));
  }

  /// `2021-02-03T10:00:00+00:00`, with a blank for the T, with or without an offset (UTC then), or
  /// a number since 1970 in digits.
  static long ofText(String text) throws UnreadableException {
    try {
      if (isPlain(text)) {
        return within(plain(text), text);
      }
      if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return ofEpoch(Long.parseLong(text));
      }
      String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replace(' ', 'T') : text;
      boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
      OffsetDateTime time =
          zoned ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
      return within(time.toInstant().toEpochMilli(), text);
    } catch (DateTimeException | NumberFormatException e) {
      throw new UnreadableException("“" + cut(text) + "” is no time");
    }
  }

  /// `28.01.2021 21:19:09`, or with `UTC+10:00` behind; UTC where no offset is told.
  static long ofHtml(String text) throws UnreadableException {
    try {
      LocalDateTime local =
          LocalDateTime.parse(text.substring(0, Math.min(HTML_LENGTH, text.length())), HTML);
      int behind = text.indexOf(ZONE) + ZONE.length();
      ZoneOffset offset =
          isZoned(text) && behind < text.length()
              ? ZoneOffset.of(text.substring(behind).strip())
              : ZoneOffset.UTC;
      return within(local.toInstant(offset).toEpochMilli(), text);
    } catch (DateTimeException e) {
      throw new UnreadableException("“" + cut(text) + "” is no time");
    }
  }

  /// Whether a time of a page says in which zone it is.
  static boolean isZoned(String html) {
    return html.contains(ZONE);
  }

  private static long within(long millis, String text) throws UnreadableException {
    if (millis < FIRST || millis >= LAST) {
      throw new UnreadableException("the time " + cut(text) + " is not one of Telegram's");
    }
    return millis;
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /// Whether it is `2021-02-03T10:00:00+00:00` to the letter, which nearly all are.
  private static boolean isPlain(String text) {
    return text.length() == 25
        && text.endsWith("+00:00")
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static long plain(String text) {
    LocalDateTime time =
        LocalDateTime.of(
            two(text, 0) * 100 + two(text, 2),
            two(text, 5),
            two(text, 8),
            two(text, 11),
            two(text, 14),
            two(text, 17));
    return time.toEpochSecond(ZoneOffset.UTC) * 1000;
  }

  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      throw new DateTimeException("not digits");
    }
    return tens * 10 + ones;
  }
}
