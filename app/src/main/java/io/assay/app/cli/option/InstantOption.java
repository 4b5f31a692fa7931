package io.assay.app.cli.option;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An instant as an operator types it: `2024-06-01T00:00:00Z`, or a day, which is its beginning in
/// UTC.
public final class InstantOption implements ITypeConverter<Instant> {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  @Override
  public Instant convert(String words) {
    Instant instant;
    try {
      instant =
          words.indexOf('T') < 0
              ? LocalDate.parse(words).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(words);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "“" + words + "” is no instant such as 2024-06-01T00:00:00Z or 2024-06-01");
    }
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new TypeConversionException("“" + words + "” is not between 1970 and 9999");
    }
    return instant;
  }
}
