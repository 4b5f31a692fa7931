package io.assay.adapters.provider;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.core.asset.Asset;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Answers of providers, as tests read them.
public final class Answers {
  /// When they come.
  public static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  private Answers() {}

  /// What the body is read as.
  public static <T> T read(Ask<T> ask, String body) {
    return read(ask, body.getBytes(StandardCharsets.UTF_8));
  }

  /// What the body is read as.
  public static <T> T read(Ask<T> ask, byte[] body) {
    return ask.reading().read(Body.parse("a test", body), AT);
  }

  /// That bodies of shapes that nobody foresaw, and refusals, give a failure that names who
  /// answered, and never a price.
  public static void areNamed(Ask<?> ask, String who, String... bodies) {
    for (String body : bodies) {
      assertThatThrownBy(() -> read(ask, body))
          .as(body)
          .isInstanceOf(Fault.class)
          .hasMessageStartingWith(who + " ");
    }
  }

  /// Whether a refusal says that the provider does not have what was asked for.
  public static boolean isAbsence(Ask<?> ask, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return ask.ifNotFound() != null && ask.absence().isSaid(status, Body.parse("a test", bytes));
  }

  /// The kind of failure that a body is.
  public static ErrorKind kind(Ask<?> ask, String body) {
    return catchThrowableOfType(Fault.class, () -> read(ask, body)).kind();
  }

  /// A body as it was recorded.
  ///
  /// @param name below `fixtures` of the data
  public static byte[] recorded(String name) throws IOException {
    String data = Objects.requireNonNull(System.getenv("ASSAY_DATA"), "ASSAY_DATA");
    return Files.readAllBytes(Path.of(data, "fixtures", name));
  }

  /// The quote of that asset, which must be there.
  public static Quote of(Map<Asset, Quote> quotes, Asset asset) {
    return Objects.requireNonNull(quotes.get(asset), "no quote of " + asset.id());
  }

  /// The pool of a quote that has one.
  public static Pool pool(Quote quote) {
    return Objects.requireNonNull(quote.pool(), "no pool");
  }
}
