package io.assay.adapters.provider;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One request to a provider, and how its answer is read.
///
/// @param path below the provider's base URL, with its query, escaped; holds no secret
/// @param reading of the body
/// @param ifNotFound what a 404 means; null where it means that something is wrong
/// @param absence which other refusals mean the same; never asked where `ifNotFound` is null
/// @param headers of this request, beside the provider's key; they hold no secret either
/// @param <T> what the answer is read as
public record Ask<T>(
    String path,
    Reading<T> reading,
    @Nullable T ifNotFound,
    Absence absence,
    Map<String, String> headers) {
  public Ask {
    headers = Map.copyOf(headers);
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(absence, "absence");
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash: " + path);
    }
  }

  /// An ask without headers of its own.
  public Ask(String path, Reading<T> reading, @Nullable T ifNotFound) {
    this(path, reading, ifNotFound, Absence.NONE, Map.of());
  }

  /// An ask for which a 404 is a failure.
  public Ask(String path, Reading<T> reading) {
    this(path, reading, null);
  }

  /// The same, its answer read further.
  public <U> Ask<U> then(Function<T, U> further) {
    U empty = ifNotFound == null ? null : further.apply(ifNotFound);
    return new Ask<>(
        path, (body, at) -> further.apply(reading.read(body, at)), empty, absence, headers);
  }

  /// The same with one more header.
  public Ask<T> with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Ask<>(path, reading, ifNotFound, absence, more);
  }

  /// The same, where the provider has refusals of its own that mean what a 404 does.
  public Ask<T> absentWhere(Absence said) {
    return new Ask<>(path, reading, ifNotFound, said, headers);
  }

  /// How a provider says, beside 404, that it does not have what was asked for. Such a refusal is
  /// an answer: it is no failure of the provider, and asking again does not help.
  @FunctionalInterface
  public interface Absence {
    /// It says so with 404 alone.
    Absence NONE = (_, _) -> false;

    /// Whether that refusal says so.
    ///
    /// @param status of HTTP, 400 to 499
    /// @param body of the refusal
    boolean isSaid(int status, JsonNode body);
  }

  /// How a body is read.
  ///
  /// @param <T> what it is read as
  @FunctionalInterface
  public interface Reading<T> {
    /// Reads a body.
    ///
    /// @param receivedAt for answers that do not say when they were true
    /// @throws io.assay.runtime.Fault if the provider refuses in a body of its own, or if the body
    ///   is of a shape that nobody foresaw: never a guess
    T read(JsonNode body, Instant receivedAt);
  }
}
